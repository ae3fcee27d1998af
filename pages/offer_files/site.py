"""The default site and its home page."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from wagtail.models import Page, Site

from . import shape
from .errors import PackError, Problem
from .names import kind_of

PORTS = {"http": 80, "https": 443}
STAND_INS = {models.DateField: datetime.date(2000, 1, 1), models.TimeField: datetime.time(), models.IntegerField: 0}


def find_home(model: type[Page] | None, file: str) -> Page | None:
    """The home page of the default site, if it is of the kind wanted; nothing if there is only Wagtail's first page."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None or _is_welcome(site.root_page):
        return None
    if model is not None and site.root_page.specific_class is not model:
        kind = kind_of(site.root_page.specific_class) or "plain page"
        message = f"the site’s first page is a {kind}, not a {kind_of(model)}: nothing is put in its place"
        raise PackError([Problem(file, 0, "", message)])
    return site.root_page.specific


def make_home(model: type[Page], title: str) -> Page:
    """An empty home page on the default site, in place of Wagtail's welcome."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    welcome = site.root_page if site else None
    if welcome:
        welcome.slug = "welcome"
        welcome.save()
    root = Page.get_first_root_node()
    home = root.add_child(instance=empty_page(model, title, "home"))
    address = urlsplit(settings.SITE_URL)
    site = site or Site(is_default_site=True)
    site.root_page = home
    site.hostname, site.port = address.hostname, address.port or PORTS[address.scheme]
    site.site_name = settings.WAGTAIL_SITE_NAME
    site.save()
    if welcome:
        Page.objects.get(pk=welcome.pk).delete()
    return model.objects.get(pk=home.pk)


def empty_page(model: type[models.Model], title: str, slug: str) -> Page:
    """A draft with a place in the tree and nothing in it yet but what the database can't do without."""
    needed = [field for field in shape.fields(model) if not field.null and not field.has_default()]
    values = {field.name: value for field in needed for kind, value in STAND_INS.items() if isinstance(field, kind)}
    return model(**values | {"title": title, "slug": slug, "live": False})


def _is_welcome(page: Page) -> bool:
    return page.specific_class is Page and page.numchild == 0

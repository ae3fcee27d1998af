"""Who is meant by a slug or a path, and back: pages by path from the home page, shared entries by slug."""

from urllib.parse import urlsplit

from django.db import models
from django.urls import Resolver404, resolve
from wagtail.models import Page

from pages.dated_facts.model import DatedFact

from .item import WrongError
from .names import REGISTERS

OUTSIDE = ("https", "http", "mailto", "tel", "sms")
NO_PAGE = "there is no page {path} in this offer"


class References:
    def __init__(self):
        self.keys: dict[type[models.Model], dict[str, int]] = {model: {} for model in REGISTERS.values()}
        self.slugs: dict[type[models.Model], dict[int, str]] = {model: {} for model in REGISTERS.values()}
        self.pages: dict[str, tuple[int, type[Page]]] = {}
        self.paths: dict[int, str] = {}

    def add(self, model: type[models.Model], slug: str, key: int) -> None:
        self.keys[model][slug] = key
        self.slugs[model][key] = slug

    def add_registers(self) -> None:
        """Lets every shared entry of the site be named, also those that no file has."""
        for model in self.keys:
            for slug, key in model._default_manager.values_list("slug", "pk"):
                self.add(model, slug, key)

    def add_page(self, path: str, page: Page) -> None:
        self.pages[path] = (page.pk, page.specific_class)
        self.paths[page.pk] = path

    def key(self, model: type[models.Model], name: str) -> int:
        """The primary key of what a file calls `name`."""
        if model in self.keys:
            if name not in self.keys[model]:
                raise WrongError(f"there is no {model._meta.verbose_name} “{name}” in this offer")
            return self.keys[model][name]
        if name not in self.pages:
            raise WrongError(NO_PAGE.format(path=name))
        key, kind = self.pages[name]
        if not issubclass(kind, model):
            raise WrongError(f"{name} must be a {model._meta.verbose_name}, not a {kind._meta.verbose_name}")
        return key

    def name(self, model: type[models.Model], key: int) -> str:
        """What a file calls a row, or nothing when it is not part of the offer."""
        return self.slugs.get(model, self.paths).get(key, "")

    def path(self, key: str) -> str:
        """The path of the page that a link in rich text means."""
        return self.paths.get(int(key), "") if key.isascii() and key.isdigit() else ""

    def amount(self, name: str) -> int:
        """The key of the dated fact that prose names."""
        return self.key(DatedFact, name)

    def name_of_amount(self, key: str) -> str:
        """The name of the amount that rich text means."""
        return self.name(DatedFact, int(key)) if key.isascii() and key.isdigit() else ""

    def linked_page(self, address: str) -> int | None:
        """The page that a link in prose means, or nothing for other addresses that lead somewhere."""
        if address in self.pages:
            return self.pages[address][0]
        try:
            parts = urlsplit(address)
        except ValueError:
            raise WrongError(f"{address} is not an address") from None
        if parts.scheme in OUTSIDE and (parts.netloc or parts.path):
            return None
        if parts.scheme or parts.netloc or not address.startswith(("/", "#")):
            raise WrongError(f"{address or 'a link without address'} is neither a page’s path nor an outside address")
        if parts.path and parts.path not in self.pages and not _is_ours(parts.path):
            raise WrongError(NO_PAGE.format(path=parts.path))
        return None


def _is_ours(path: str) -> bool:
    """True for what Django itself serves, such as /leaflet.pdf; pages are known by their paths."""
    try:
        return resolve(path).url_name != "wagtail_serve"
    except Resolver404:
        return False

"""Whether this site has an offer, and whether readers may see it yet."""

import enum

from django.db import DatabaseError, connection
from wagtail.models import Site

from pages.content.home import HomePage
from pages.core.content_version import ContentVersion
from pages.core.remembered import remembered
from pages.set_up.model import SetUp


class SiteState(enum.Enum):
    """What a site is to its readers."""

    EMPTY = "empty"  # there is no offer, and perhaps there are no tables
    BEING_SET_UP = "being set up"
    OPEN = "open"


def current_state() -> SiteState:
    """The state of this site. A database that does not answer says nothing: then the site is taken to be open."""
    try:
        version = ContentVersion.current()
        return state_at(version) if version else _state()
    except DatabaseError:
        return SiteState.EMPTY if _has_no_tables() else SiteState.OPEN


@remembered
def state_at(version: object) -> SiteState:
    return _state()


def _state() -> SiteState:
    root = Site.objects.filter(is_default_site=True).values_list("root_page", flat=True)
    if not HomePage.objects.filter(pk__in=root).exists():
        return SiteState.EMPTY
    return SiteState.BEING_SET_UP if SetUp.objects.filter(opened_at=None).exists() else SiteState.OPEN


def _has_no_tables() -> bool:
    try:
        return ContentVersion._meta.db_table not in connection.introspection.table_names()
    except DatabaseError:
        return False

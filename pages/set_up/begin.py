"""The beginning of a set-up: tables, roles, the national layer. Done once; again, it finds all there."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from wagtail.models import Site

from pages.content.home import HomePage
from pages.offer_files.load import load_offer
from pages.set_up.council import ensure_navigators
from pages.set_up.model import SetUp
from pages.site.set_up_roles import ensure_roles


class NotEmptyError(Exception):
    """The site has an offer that did not come from a set-up, or one that is open. Its words say what to do instead."""


def begin(layer: Path, say: Callable[[str], None]) -> SetUp:
    """The set-up of this site, begun if it is not. Raises NotEmptyError, or PackError with nothing changed."""
    set_up = SetUp.objects.first()
    if set_up and set_up.opened_at:
        raise NotEmptyError(
            "This council’s offer is open to readers: its settings are changed in the CMS, under Settings."
        )
    if set_up:
        return set_up
    if _has_offer():
        raise NotEmptyError(
            "There is an offer on this site that was loaded by load_offer. A new council needs a place of its own: "
            "set DATA_DIR to an empty folder, or DATABASE_URL to an empty database."
        )
    return _begin(layer, say)


@transaction.atomic
def _begin(layer: Path, say: Callable[[str], None]) -> SetUp:
    """All or nothing. The row comes first, so that no national page is seen by readers before the council opens it."""
    set_up = SetUp.objects.create()
    ensure_roles()
    ensure_navigators()
    load_offer(layer, say=say)
    return set_up


def _has_offer() -> bool:
    root = Site.objects.filter(is_default_site=True).values_list("root_page", flat=True)
    return HomePage.objects.filter(pk__in=root).exists()

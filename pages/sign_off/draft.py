"""A page's draft as it is sent for sign-off, and whether it has changed since."""

import datetime
import hashlib
import json
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Page, Revision

from pages.core.base_page import BasePage
from pages.sign_off.model import DraftState

# What stands in a page's data but is not what a reader is told: the tree, publishing, locks, and who checked when.
BOOKKEEPING = frozenset(
    "pk path depth numchild url_path translation_key locale latest_revision live has_unpublished_changes "
    "first_published_at last_published_at live_revision draft_title latest_revision_created_at go_live_at expire_at "
    "expired locked locked_at locked_by owner alias_of content_type wagtail_admin_comments show_in_menus slug "
    "check_every".split()
) | set(BasePage.OF_NO_VERSION)
OFFICERS_ONLY = ("owner_name", "owner_email", "wagtail_admin_comments")
MOST_KNOWN = 1024


class Draft(NamedTuple):
    """A page's words as its editor has them now."""

    page: Page
    state: DraftState
    content: dict
    revision: Revision | None

    @property
    def title(self) -> str:
        return self.content["title"]


def draft_of(page: Page) -> Draft:
    """The draft of a page; a page nobody has edited yet stands as readers see it."""
    revision = page.latest_revision
    content = revision.content if revision else _plain(page.specific.serializable_data())
    shown = {name: value for name, value in content.items() if name not in OFFICERS_ONLY}
    return Draft(page, state_of(page), shown, revision)


def state_of(page: Page) -> DraftState:
    if not page.live:
        return DraftState.NEW
    return DraftState.CHANGED if page.has_unpublished_changes else DraftState.AS_LIVE


def fingerprint(content: dict) -> str:
    """The same for two drafts that tell a reader the same."""
    words = {name: _without_keys(value, content["pk"]) for name, value in content.items() if name not in BOOKKEEPING}
    return hashlib.sha256(json.dumps(words, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()


def current_fingerprint(page: Page) -> str:
    """The fingerprint of a page's draft now. A revision is read once, until somebody saves over it."""
    if page.latest_revision_id is None:
        return fingerprint(_plain(page.specific.serializable_data()))
    return _fingerprint_of(page.latest_revision_id, page.latest_revision_created_at)


@lru_cache(maxsize=MOST_KNOWN)
def _fingerprint_of(revision_pk: int, saved_at: datetime.datetime) -> str:
    return fingerprint(Revision.objects.values_list("content", flat=True).get(pk=revision_pk))


def _plain(data: dict) -> dict:
    return json.loads(json.dumps(data, cls=DjangoJSONEncoder))


def _without_keys(value: Any, pk: int) -> Any:
    """A value without the keys of rows and blocks: a row gets its own, and its page's, only when it is saved."""
    if isinstance(value, str) and value.startswith("["):
        try:
            return _without_keys(json.loads(value), pk)
        except ValueError:
            return value
    if isinstance(value, list):
        return [_without_keys(each, pk) for each in value]
    if isinstance(value, dict):
        kept = {name: each for name, each in value.items() if name not in {"pk", "id"} and each not in (None, pk)}
        return {name: _without_keys(each, pk) for name, each in kept.items()}
    return value

"""Writes one part of a page that has two, and leaves the other as it is."""

from collections.abc import Callable

from django.contrib.auth.models import User
from wagtail.models import Page

from pages.core.base_page import BasePage


def may_be_put(page: Page) -> bool:
    """False while a version of its words is on its way to readers: that would bring the old part back."""
    return page.scheduled_revision is None and page.current_workflow_state is None


def put(page: Page, fill_part: Callable[[Page], None], user: User | None = None) -> Page:
    """Fills one part of what readers see, and of an editor's draft too. A page that is not live stays so.

    Gives the page as readers see it then. It is read afresh: one that was moved must not be saved to its old place.
    """
    page = Page.objects.get(pk=page.pk).specific
    latest = page.get_latest_revision_as_object()
    has_draft = page.live and page.has_unpublished_changes
    shown = page if has_draft else latest
    _fill(shown, fill_part)
    revision = shown.save_revision(user=user, log_action=True)
    if page.live:
        revision.publish(user=user)
    if has_draft:
        _fill(latest, fill_part)
        latest.save_revision(user=user)
    return shown


def put_new(page: Page, fill_part: Callable[[Page], None], as_draft: bool) -> Page:
    """Fills a page that has just been made, and publishes it unless a person does."""
    _fill(page, fill_part)
    revision = page.save_revision()
    if not as_draft:
        revision.publish()
    return page


def _fill(page: Page, fill_part: Callable[[Page], None]) -> None:
    """Fills it, and sets what no version of the words brings along: when it was checked."""
    fill_part(page)
    type(page).objects.filter(pk=page.pk).update(**{name: getattr(page, name) for name in BasePage.CHECK})

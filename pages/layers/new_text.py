"""What a person decides about a new national text: to take it, or to keep the council's own."""

import datetime

from django.contrib.auth.models import User
from django.db import models, transaction
from wagtail.log_actions import log
from wagtail.models import Page

from pages.offer_files import shape
from pages.offer_files.model import HowSettled, NationalText
from pages.offer_files.national_text import record_of, settle
from pages.offer_files.part import Part
from pages.offer_files.put import put

TAKEN, KEPT = "pages.take_national_text", "pages.keep_own_text"


def with_new_text(waiting: NationalText, page: Page) -> Page:
    """A version of the page with the new national text in it; what the council says holds here stays."""
    new, kind = waiting.revision.as_object(), _kind(page)
    for field in shape.fields(kind, Part.NATIONAL):
        setattr(page, field.attname, getattr(new, field.attname))
    for relation in shape.relations(kind, Part.NATIONAL):
        setattr(page, relation, list(getattr(new, relation).all()))
    # No version of the words brings its date along: it is asked for in what was kept.
    page.last_checked = datetime.date.fromisoformat(waiting.revision.content["last_checked"])
    page.taken_over = ""
    return page


@transaction.atomic
def take(waiting: NationalText, user: User) -> None:
    """Puts the new text in place of the page's own, for readers and in a draft. The page is national again."""
    page = put(waiting.page, lambda version: with_new_text(waiting, version) and None, user)
    if waiting.page.first_published_at is None:  # a page that is new in the layer goes live with it
        Page.objects.get(pk=page.pk).latest_revision.publish(user=user)
    if record := record_of(page):
        record.digest = record.offered
        record.save()
    settle(page, HowSettled.THEIRS, user)
    log(instance=page, action=TAKEN, user=user, data={"version": waiting.version}, content_changed=True)


@transaction.atomic
def keep(waiting: NationalText, user: User) -> None:
    """Leaves the page as it is, until there is a newer text.

    One that was taken over, and a draft that does so, were compared with this version of the layer; a page whose text
    is national still stays so, with the older words.
    """
    page = waiting.page.specific
    type(page).objects.filter(pk=page.pk).exclude(taken_over="").update(taken_over=waiting.version)
    latest = page.latest_revision
    if latest.content["taken_over"]:
        latest.content["taken_over"] = waiting.version
        latest.save(update_fields=["content"])
    settle(page, HowSettled.OURS, user)
    log(instance=page, action=KEPT, user=user, data={"version": waiting.version})


def _kind(page: Page) -> type[models.Model]:
    return type(page)

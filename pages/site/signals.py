"""Tells the rest when what readers see has changed: on publish, never on a draft's save."""

import datetime
from functools import partial
from typing import Any

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, PageViewRestriction, Revision, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from pages import before_we_open, groups
from pages.content.short_code import ShortCode
from pages.core.announce import SeenByReaders, announce_change, content_changed
from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.inline import finished
from pages.core.page_form import BasePageForm, page_is_asked_for
from pages.council.model import CouncilSettings
from pages.council.opens import asked_what_blocks
from pages.duties import log as duty_log
from pages.groups import meeting_totals
from pages.groups.model import GroupPage
from pages.heard import missed_searches
from pages.layers.ask_first import ask_before_taking_over
from pages.paper import remake
from pages.plain_words import grades_over_time
from pages.plain_words.plain_phrase import PlainPhrase
from pages.publishing import versions
from pages.ring_back import totals as callback_totals
from pages.ring_back.model import Callback
from pages.search import behind as search_index
from pages.search.signals import found_nothing
from pages.urgent_notice import UrgentNotice

WAGTAILS = (PageViewRestriction, Site)
FILES = (get_document_model(), get_image_model())


@receiver(page_published)
@receiver(page_unpublished)
@receiver(page_slug_changed)
@receiver(post_page_move)
def page_changed(sender: type[models.Model], **kwargs: Any) -> None:
    announce_change()


@receiver(page_published)
def change_goes_into_a_version(sender: type[models.Model], instance: Page, revision: Revision, **kwargs: Any) -> None:
    if isinstance(instance, BasePage):
        versions.record(instance, revision, timezone.now())


@receiver(page_published)
def reading_grade_is_remembered(sender: type[models.Model], instance: Page, **kwargs: Any) -> None:
    transaction.on_commit(partial(grades_over_time.record, instance.pk, timezone.localdate()), robust=True)


@receiver(post_save)
@receiver(post_delete)
def shared_content_changed(sender: type[models.Model], **kwargs: Any) -> None:
    if issubclass(sender, SeenByReaders) or sender in WAGTAILS:
        announce_change()


@receiver(post_save)
def file_changed(
    sender: type[models.Model], created: bool, update_fields: frozenset[str] | None, **kwargs: Any
) -> None:
    """A new file of a document or an image has a new address. A size that Wagtail measures is saved alone."""
    if sender in FILES and not created and update_fields is None:
        announce_change()


@receiver(post_delete)
def file_gone(sender: type[models.Model], **kwargs: Any) -> None:
    """The sizes of an image too: Wagtail takes those of the old file away only after it has saved the new one."""
    if sender in (*FILES, get_image_model().get_rendition_model()):
        announce_change()


@receiver(post_save, sender=PlainPhrase)
@receiver(post_delete, sender=PlainPhrase)
def plain_phrases_changed(sender: type[models.Model], **kwargs: Any) -> None:
    """No reader sees them, so no paper is made again; what is said about the pages' words is worked out anew."""
    ContentVersion.bump()


@receiver(post_save, sender=UrgentNotice)
@receiver(post_delete, sender=UrgentNotice)
def urgent_notice_changed(sender: type[models.Model], **kwargs: Any) -> None:
    """Every page says it at once. It stands on no paper, so none is made again."""
    ContentVersion.bump()


@receiver(post_save)
def live_page_made(sender: type[models.Model], instance: models.Model, created: bool, **kwargs: Any) -> None:
    """A page that is live from the first has no publishing of its own."""
    if created and isinstance(instance, Page) and instance.live:
        announce_change()


@receiver(post_delete)
def page_deleted(sender: type[models.Model], **kwargs: Any) -> None:
    if sender is Page:
        announce_change()


@receiver(post_save)
def live_page_gets_short_code(sender: type[models.Model], instance: models.Model, **kwargs: Any) -> None:
    if isinstance(instance, BasePage) and instance.live:
        ShortCode.give(instance)


@receiver(pre_delete, sender=Page)
def short_code_remembers_where_its_page_was(sender: type[models.Model], instance: Page, **kwargs: Any) -> None:
    ShortCode.remember_place(instance)


@receiver(page_published)
def page_may_prove_less(sender: type[models.Model], instance: Page, **kwargs: Any) -> None:
    """Looked at when all of the publishing is done: its rows are written after the page."""
    transaction.on_commit(partial(duty_log.no_longer_proves, instance, timezone.localdate()), robust=True)


@receiver(page_unpublished)
def page_went_offline_by_itself(sender: type[models.Model], instance: Page, **kwargs: Any) -> None:
    if instance.expired:
        duty_log.no_longer_proves(instance, timezone.localdate())


@receiver(pre_delete, sender=Page)
def proofs_remember_what_went(sender: type[models.Model], instance: Page, **kwargs: Any) -> None:
    duty_log.remember_what_went(instance)


@receiver(post_save, sender=PageViewRestriction)
def page_was_closed_to_some_readers(
    sender: type[models.Model], instance: PageViewRestriction, created: bool, **kwargs: Any
) -> None:
    if created:
        duty_log.branch_no_longer_proves(instance.page, timezone.localdate())


@receiver(pre_delete, sender=Callback)
def request_to_be_rung_leaves_its_numbers(sender: type[models.Model], instance: Callback, **kwargs: Any) -> None:
    """In the transaction that deletes it, whoever does: on the day we promised, or because somebody asked us to."""
    callback_totals.fold(instance)


@receiver(pre_save, sender=GroupPage)
@receiver(pre_save, sender=Page)
def meetings_are_written_before_a_group_changes(
    sender: type[models.Model], instance: Page, raw: bool, update_fields: frozenset[str] | None, **kwargs: Any
) -> None:
    """Publishing and unpublishing save the whole page; a draft saves only a few of its fields."""
    if instance.pk and not raw and update_fields is None:
        meeting_totals.before_change(instance.pk, timezone.now())


@receiver(pre_delete, sender=GroupPage)
def meetings_are_written_before_a_group_is_deleted(
    sender: type[models.Model], instance: GroupPage, **kwargs: Any
) -> None:
    meeting_totals.before_deletion(instance.pk, timezone.now())


@receiver(content_changed)
def calendars_follow_the_groups(sender: object, **kwargs: Any) -> None:
    groups.keep(timezone.now())


@receiver(content_changed)
def paper_is_made_again(sender: object, **kwargs: Any) -> None:
    remake.remake_paper()


@receiver(content_changed)
def search_follows_the_content(sender: object, **kwargs: Any) -> None:
    search_index.follow()


@receiver(page_is_asked_for)
def national_text_is_not_changed_by_chance(sender: type[BasePageForm], form: BasePageForm, **kwargs: Any) -> None:
    ask_before_taking_over(form)


@receiver(found_nothing)
def missed_search_is_counted(sender: object, query: str, day: datetime.date, **kwargs: Any) -> None:
    missed_searches.count(query, day)


@receiver(asked_what_blocks)
def names_of_what_blocks(sender: object, chosen: CouncilSettings, **kwargs: Any) -> list[str]:
    """The settings refuse to open the offer by the same list that officers see."""
    return [finished(end.entry) for end in before_we_open.what_blocks(chosen, timezone.now())]

"""The two layers of a page: a text that is true in all of England, and what holds in this council's area."""

import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from pages.core.stream_field import StreamField

EXAMPLE = "<mark>"


class CheckEvery(models.IntegerChoices):
    """Months from one check of a page to the next."""

    THREE_MONTHS = 3, _("3 months")
    SIX_MONTHS = 6, _("6 months")
    YEAR = 12, _("12 months")


class TwoLayers(Page):
    """Whose a page's text is, the council's part of a national page, and who keeps each right.

    A page of a national layer keeps the layer's name for good. Once its national text is changed here, the page is
    taken over: it is the council's whole, and says which version of the layer it left.
    """

    # The rows in which a council says something of its own; kinds of pages have more.
    HERE_ROWS: ClassVar[tuple[str, ...]] = ("here_contacts", "here_policies", "here_reasons")

    layer = models.CharField(max_length=40, blank=True, editable=False)
    taken_over = models.CharField(max_length=20, blank=True, editable=False)
    kept_by = models.CharField(
        max_length=80,
        blank=True,
        help_text=_("The team or job title that keeps this page right. Readers see it. Never a person's name."),
    )
    checked_by = models.CharField(
        max_length=80,
        blank=True,
        help_text=_("Who checked the national text, by role: the editors of the national layer. Readers see it."),
    )
    last_checked = models.DateField(
        default=timezone.localdate,
        help_text=_("The day somebody last made sure that every word is still true."),
    )
    check_every = models.PositiveSmallIntegerField(choices=CheckEvery, default=CheckEvery.SIX_MONTHS)
    here = StreamField(
        "pages.content.blocks.HereBlock",
        blank=True,
        verbose_name=_("what holds here"),
        help_text=_("Readers see it on this page, under a heading with the name of your area."),
    )
    here_kept_by = models.CharField(
        _("kept right by"),
        max_length=80,
        blank=True,
        help_text=_("The team or job title that keeps your part right. Readers see it. Never a person's name."),
    )
    here_last_checked = models.DateField(
        _("your part was last checked"),
        null=True,
        blank=True,
        help_text=_("The day somebody last made sure that your part is still true."),
    )
    here_check_every = models.PositiveSmallIntegerField(
        _("check your part every"),
        choices=CheckEvery,
        null=True,
        blank=True,
        help_text=_("Left empty: as often as the rest of the page."),
    )
    check_is_example = models.BooleanField(
        default=False,
        help_text=_("The council’s last check is made up, as in a demonstration. Readers see a mark."),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The council's part counts as checked on the day it first stands here, as a page does; none has no date."""
        if self.is_national and not kwargs.get("update_fields"):
            since = self.here_last_checked or timezone.localdate()
            self.here_last_checked = since if self.has_local_part() else None
            self.check_is_example = self.check_is_example and self.here_last_checked is not None
        super().save(*args, **kwargs)

    def clean_for_readers(self) -> None:
        """What a page must say before readers see it; a draft may wait with it. Raises ValidationError."""
        if other := self._titled_the_same():
            words = _("“%(title)s” has this title already: readers could not tell the two apart.")
            raise ValidationError({"title": words % {"title": other}})
        if not self.kept_by and not (self.is_national and self.checked_by):
            raise ValidationError({"kept_by": ValidationError(_("Say who keeps this page right."), code="required")})
        if self.is_national and self.has_local_part() and not self.here_kept_by:
            words = _("Say who keeps your part right.")
            raise ValidationError({"here_kept_by": ValidationError(words, code="required")})

    def _titled_the_same(self) -> str:
        """The title of another live page that readers would take for this one. It needs a page that is saved."""
        if not self.pk:
            return ""
        others = Page.objects.live().filter(title__iexact=self.title).exclude(pk=self.pk)
        return others.values_list("title", flat=True).first() or ""

    @property
    def is_national(self) -> bool:
        """True while the text is the national layer's, kept right for all councils."""
        return bool(self.layer) and not self.taken_over

    @property
    def keeper(self) -> str:
        """The team or role to ask about the page: in the council, if anybody there keeps it right."""
        return self.kept_by or self.here_kept_by or self.checked_by

    def has_local_part(self) -> bool:
        """True when the council says anything of its own on this page."""
        rows = (getattr(self, relation).all() for relation in self.HERE_ROWS)
        return bool(self.here) or any(map(bool, rows))

    def answered(self) -> dict[str, str]:
        """What the council answered, by the key of the question: rich text as it is stored."""
        blocks = [block.value for block in self.here or [] if block.block_type == "answer"]
        return {value["question"]: value["text"].source for value in blocks}

    def open_questions(self) -> list[Any]:
        """The questions of this page that the council has not answered yet, or with an example only."""
        answers = self.answered()
        return [row for row in self.questions.all() if not answers.get(row.key) or EXAMPLE in answers[row.key]]

    @property
    def next_check_here(self) -> datetime.date | None:
        """The day by which somebody must check the council's part of a national page again."""
        if not self.is_national or self.here_last_checked is None:
            return None
        return months_after(self.here_last_checked, self.here_check_every or self.check_every)

    @property
    def next_check(self) -> datetime.date:
        """The day by which somebody must check the page again, or the part of it that is due first."""
        whole = months_after(self.last_checked, self.check_every)
        return min(whole, self.next_check_here or whole)

    @property
    def last_check(self) -> datetime.date:
        """The last check of what is due first: the whole page, or the council's part of it."""
        if self.here_last_checked and self.next_check_here == self.next_check:
            return self.here_last_checked
        return self.last_checked

    @property
    def own_last_check(self) -> datetime.date | None:
        """The last check of what the council itself keeps right: its part of a national page, or all of another."""
        return self.here_last_checked if self.is_national else self.last_checked

    @property
    def next_own_check(self) -> datetime.date:
        """The day by which the council itself must check again."""
        return self.next_check_here or self.next_check

    def is_overdue(self, day: datetime.date) -> bool:
        """True when the next check has passed on `day`."""
        return self.next_check < day


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months on, or that month's last day."""
    month = day.month - 1 + months
    first = datetime.date(day.year + month // 12, month % 12 + 1, 1)
    last = (first + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
    return first.replace(day=min(day.day, last.day))

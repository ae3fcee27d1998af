import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from pages.core.lazy_text import LazyText
from pages.core.written import Written

LONGEST = datetime.timedelta(weeks=4)


class UrgentNotice(Written, models.Model):
    """What is different today: the line is down, the building is shut. It ends by itself."""

    text = models.CharField(
        _("what readers must know"),
        max_length=160,
        help_text=_("A sentence or two: Our line is down today. Please write to us. Every page says it on top."),
    )
    shown_from = models.DateTimeField(_("from"), default=timezone.now)
    shown_until = models.DateTimeField(
        _("until"), help_text=_("Then it goes by itself. At most four weeks: what lasts longer belongs on a page.")
    )
    line_is_down = models.BooleanField(
        _("nobody answers our telephone meanwhile"),
        default=False,
        help_text=_("Every page then says that we are closed until this notice ends, and offers to ring back."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("a page of ours"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    address = models.URLField(_("or an address"), blank=True, help_text=_("Of another website. Whole: https://…"))
    link_words = models.CharField(
        _("words of the link"), max_length=60, blank=True, help_text=_("Empty: Read more about this.")
    )

    wagtail_reference_index_ignore = True

    panels = [
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("shown_from"), FieldPanel("shown_until")]),
        FieldPanel("line_is_down"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("page"), FieldPanel("address")]), FieldPanel("link_words")],
            heading=_("Where to read more"),
            help_text=_("Only if there is more to read."),
        ),
    ]

    class Meta:
        verbose_name = _("urgent notice")
        verbose_name_plural = _("urgent notices")
        ordering = ["-shown_until", "-pk"]

    def __str__(self):
        return self.text

    def is_live(self, now: datetime.datetime) -> bool:
        """Whether readers see it now."""
        return self.shown_from <= now < self.shown_until

    def clean(self) -> None:
        super().clean()
        problems: dict[str, LazyText] = {}
        if self.page_id and self.address:
            problems["address"] = _("Give a page or an address, not both.")
        if self.link_words and not (self.page_id or self.address):
            problems["link_words"] = _("There is nothing to link to: choose a page, or give an address.")
        if self.shown_from and self.shown_until and (problem := self._wrong_time(timezone.now())):
            problems["shown_until"] = problem
        if problems:
            raise ValidationError(problems)

    def _wrong_time(self, now: datetime.datetime) -> LazyText:
        if self.shown_until <= self.shown_from:
            return _("It must end after it begins.")
        if self.shown_until <= now:
            return _("That is over already: nobody would see it.")
        if self.shown_until > max(self.shown_from, now) + LONGEST:
            return _("That is too far ahead. Choose a day within four weeks: you can make it longer then.")
        if other := self._other_at_that_time(now):
            until = date_format(timezone.localtime(other.shown_until), "j F, H:i")
            words = _("There is another notice at that time, until %(until)s: “%(text)s”. Change that one, or end it.")
            return words % {"until": until, "text": other.text}
        return ""

    def _other_at_that_time(self, now: datetime.datetime) -> "UrgentNotice | None":
        """Readers look at one such notice; two at once they would not read. One that was taken down is in no way."""
        others = UrgentNotice.objects.exclude(pk=self.pk)
        return others.filter(shown_from__lt=self.shown_until, shown_until__gt=max(self.shown_from, now)).first()

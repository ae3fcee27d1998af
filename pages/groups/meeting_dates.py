"""What is different from a group's plain rule: days off, moves, and meetings that were called off."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.core.announce import SeenByReaders
from pages.core.written import Written


class DateOff(Written, Orderable):
    """A day on which the group does not meet, known beforehand."""

    page = ParentalKey("pages.GroupPage", on_delete=models.CASCADE, related_name="dates_off")
    date = models.DateField(_("day off"))
    reason = models.CharField(max_length=120, help_text=_("A few words for readers: Christmas week."))

    panels = [FieldRowPanel([FieldPanel("date"), FieldPanel("reason")])]

    class Meta(Orderable.Meta):
        verbose_name = _("day off")
        constraints = [models.UniqueConstraint(fields=["page", "date"], name="date_off_once_a_group")]


class DateMoved(Written, Orderable):
    """A meeting held on another day, or at another time."""

    page = ParentalKey("pages.GroupPage", on_delete=models.CASCADE, related_name="dates_moved")
    date = models.DateField(_("not on"))
    new_date = models.DateField(_("but on"), help_text=_("The same day, if only the time is different."))
    start_time = models.TimeField(_("from"), null=True, blank=True, help_text=_("Leave empty for the usual time."))
    end_time = models.TimeField(_("to"), null=True, blank=True)
    reason = models.CharField(max_length=120, help_text=_("A few words for readers: the hall is being painted."))

    panels = [
        FieldRowPanel([FieldPanel("date"), FieldPanel("new_date")]),
        FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time")]),
        FieldPanel("reason"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("moved date")
        constraints = [models.UniqueConstraint(fields=["page", "date"], name="date_moved_once_a_group")]

    def clean(self) -> None:
        super().clean()
        if bool(self.start_time) != bool(self.end_time):
            raise ValidationError({"end_time": _("Give both times, or neither.")})
        if self.start_time and self.end_time and self.start_time >= self.end_time:
            raise ValidationError({"end_time": _("The end must be later than the start.")})


class CancelledMeeting(SeenByReaders):
    """A meeting that was called off.

    Not part of the page's versions, for it is true at once: publishing an older draft must never bring it back.
    """

    group = models.ForeignKey("pages.GroupPage", on_delete=models.CASCADE, related_name="cancelled_meetings")
    date = models.DateField()
    reason = models.CharField(max_length=120)

    class Meta:
        ordering = ["date"]
        constraints = [models.UniqueConstraint(fields=["group", "date"], name="cancelled_once_a_group")]

    def __str__(self):
        return f"{self.date}: {self.reason}"

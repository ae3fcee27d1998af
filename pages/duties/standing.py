"""What an officer says of one item of a checklist, what proves it, and who signed it off."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel

from pages.core.announce import SeenByReaders
from pages.core.as_seen import mark_of

SIGNED = ("claim", "planned_by", "sentence")  # what somebody signs for, beside the proofs


class Claim(models.TextChoices):
    """How far an item is met: as it is claimed, and as it truly stands on a day."""

    MET = "met", _("Met")
    PARTLY = "partly", _("Partly met")
    PLANNED = "planned", _("Planned")
    NOT = "not", _("Not met")


class Standing(SeenByReaders, ClusterableModel):
    """An item's claim. Readers meet what its proofs bear out on the day they look: `effective.effective`."""

    item = models.CharField(max_length=101, unique=True, help_text=_("The point of the checklist, by its name."))
    claim = models.CharField(_("how far do you do this?"), max_length=10, choices=Claim)
    planned_by = models.DateField(
        _("planned by"),
        null=True,
        blank=True,
        help_text=_("The day by which you will do it, or the rest of it. Readers see it. Only a day that is decided."),
    )
    sentence = models.CharField(
        _("in one sentence"),
        max_length=240,
        blank=True,
        help_text=_("One plain sentence for readers: what you do, and what is missing."),
    )
    signed_off_by = models.CharField(
        _("signed off by"),
        max_length=80,
        blank=True,
        help_text=_("The job title of whoever answers for it. Readers see it. Never a person’s name."),
    )
    signed_off_on = models.DateField(_("signed off on"), null=True, blank=True)
    look_again = models.DateField(
        _("look again on"),
        null=True,
        blank=True,
        help_text=_("The last day of the sign-off: a year after it at the latest."),
    )

    class Meta:
        ordering = ["item"]
        default_permissions = ("change", "view")
        permissions = [("sign_off_standing", "Can sign off what the offer says of a duty")]

    def __str__(self):
        return self.item

    def clean(self) -> None:
        """A plan has its day, and a sign-off its role, its day and its end. Raises ValidationError."""
        super().clean()
        problems: dict[str, Any] = {}
        if self.claim == Claim.PLANNED and not self.planned_by:
            problems["planned_by"] = _("Say by when. If no day is decided, it is not planned: choose “Not met”.")
        if self.claim in (Claim.NOT, Claim.MET) and self.planned_by:
            problems["planned_by"] = _("Only what is planned, or met in part, has a day by which it will be done.")
        problems |= self._problems_of_the_sign_off()
        if problems:
            raise ValidationError(problems)

    def _problems_of_the_sign_off(self) -> dict[str, Any]:
        if self.signed_off_on is None:
            return {"signed_off_by": _("Say on which day it was signed off.")} if self.signed_off_by else {}
        problems: dict[str, Any] = {}
        if not self.signed_off_by:
            problems["signed_off_by"] = _("Say who signed it off, by job title.")
        if self.look_again is None:
            problems["look_again"] = _("Say when you look at it again.")
        elif not self.signed_off_on <= self.look_again <= latest_look(self.signed_off_on):
            problems["look_again"] = _("This must be a day after the sign-off, and a year after it at the latest.")
        return problems

    @property
    def mark(self) -> str:
        """Tells what is said here from all it may be changed to: see `as_seen`."""
        return mark_of(*(getattr(self, field.attname) for field in self._meta.concrete_fields if field.name != "id"))

    def take_sign_off(self) -> bool:
        """Without a sign-off from now on; true when there was one. Not saved yet."""
        had_one = self.signed_off_on is not None
        self.signed_off_by, self.signed_off_on, self.look_again = "", None, None
        return had_one


def latest_look(signed_off_on: datetime.date) -> datetime.date:
    """The last day on which a sign-off may still hold."""
    try:
        return signed_off_on.replace(year=signed_off_on.year + 1)
    except ValueError:  # 29 February
        return signed_off_on.replace(year=signed_off_on.year + 1, day=28)

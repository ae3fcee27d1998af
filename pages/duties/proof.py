"""One thing that proves what is claimed of an item."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from pages.core.written import Written

from .standing import Standing


class ProofKind(models.TextChoices):
    """What can prove something."""

    PART = "part", _("A part of a page")
    REPORT = "report", _("A report of a consultation")
    DECISION = "decision", _("A decision")
    POST = "post", _("A named post")


NEEDED: dict[str, tuple[str, ...]] = {
    ProofKind.PART: ("page",),
    ProofKind.REPORT: ("page",),
    ProofKind.DECISION: ("words", "decided_on", "url"),
    ProofKind.POST: ("words",),
}


class Proof(Written, Orderable):
    """A part of a page, a published report, a decision, or a post that is named. It holds or not: `faults.faults`.

    `was` is what a page was called that has gone since: the proof stays, and says what it misses.
    """

    standing = ParentalKey(Standing, on_delete=models.CASCADE, related_name="proofs")
    kind = models.CharField(max_length=10, choices=ProofKind)
    page = models.ForeignKey("wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    part = models.CharField(
        max_length=160, blank=True, help_text=_("The part of the page, by its short name. Empty: the whole page.")
    )
    contact = models.ForeignKey("pages.Contact", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    words = models.CharField(
        max_length=160, blank=True, help_text=_("What was decided and by whom; or the job title. Never a name.")
    )
    decided_on = models.DateField(_("day of the decision"), null=True, blank=True)
    url = models.URLField(_("address"), blank=True, help_text=_("Where anybody can read the decision."))
    was = models.CharField(max_length=255, blank=True, help_text=_("What its page or contact was called."))

    class Meta(Orderable.Meta):
        pass

    def __str__(self):
        return self.words or self.get_kind_display()

    def clean(self) -> None:
        super().clean()
        words = _("Give this: without it, it proves nothing.")
        missing: dict[str, Any] = {name: words for name in NEEDED.get(self.kind, ()) if not self._has(name)}
        if self.kind == ProofKind.POST and not (self.page_id or self.contact_id or self.was):
            missing["page"] = _("Say on which page, or in which contact, the post is named.")
        if missing:
            raise ValidationError(missing)

    def _has(self, name: str) -> bool:
        return bool(self.page_id or self.was) if name == "page" else bool(getattr(self, name))

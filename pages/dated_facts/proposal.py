from django.conf import settings
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from pages.core.as_seen import mark_of
from pages.core.written import Written

from .model import DatedFact
from .value import FactValue


class Proposal(Written, FactValue):
    """A new value of a fact that one officer has typed, and a second is to confirm. Readers see nothing of it."""

    fact = models.ForeignKey(DatedFact, on_delete=models.CASCADE, related_name="proposals")
    typed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    typed_at = models.DateTimeField(auto_now=True)
    sent_back = models.CharField(_("why it was sent back"), max_length=200, blank=True)

    class Meta:
        ordering = ["fact__label", "valid_from"]
        verbose_name = _("new value of a fact")
        verbose_name_plural = _("new values of facts")
        constraints = [models.UniqueConstraint(fields=["fact", "valid_from"], name="one_proposal_of_a_fact_from_a_day")]

    def __str__(self):
        return f"{self.fact.label}: {self.words}"

    @cached_property
    def mark(self) -> str:
        """Tells this value, and the rows beside which it is read, from all they may be changed to: see `as_seen`."""
        names = [field.attname for field in FactValue._meta.local_fields]
        rows = [[row.pk, *(getattr(row, name) for name in names)] for row in self.fact.rows.order_by("pk")]
        own = [getattr(self, name) for name in names]
        return mark_of(self.pk, self.fact.label, self.typed_by_id, self.sent_back, *own, rows)

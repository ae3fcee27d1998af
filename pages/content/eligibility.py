from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.core.vocabulary import Answer, Arrangement
from pages.core.written import Written

IT_DEPENDS = "it depends"  # how a reason begins that is no yes


class Reason(Written, Orderable):
    """Whether families in one arrangement can get a support, and why, in plain words."""

    arrangement = models.CharField(max_length=40, choices=Arrangement)
    answer = models.CharField(max_length=10, choices=Answer)
    reason = models.CharField(max_length=200, help_text=_("A full sentence. For a no, say what they can have instead."))

    panels = [FieldRowPanel([FieldPanel("arrangement"), FieldPanel("answer")]), FieldPanel("reason")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return f"{self.get_arrangement_display()}: {self.get_answer_display()}"

    def clean(self) -> None:
        """A yes is a promise to every family in the row. Raises ValidationError where its reason takes it back."""
        super().clean()
        if self.answer == Answer.YES and self.reason.casefold().lstrip().startswith(IT_DEPENDS):
            raise ValidationError({"answer": _("The reason begins with “It depends”. Then the answer is Maybe.")})


class Eligibility(Reason):
    """The answer of the support itself, one for each arrangement."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="eligibility")

    class Meta(Reason.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "arrangement"], name="arrangement_once_a_page")]


class HereReason(Reason):
    """What holds in the council's area instead, for one arrangement of a national support."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="here_reasons")

    class Meta(Reason.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "arrangement"], name="arrangement_here_once_a_page")]


def in_order(rows: Iterable[Reason]) -> list[Reason]:
    """One row for each arrangement, in the order of the arrangements; a later one takes an earlier one's place."""
    of_arrangement = {row.arrangement: row for row in rows}
    return [of_arrangement[arrangement] for arrangement in Arrangement.values if arrangement in of_arrangement]


@dataclass(frozen=True)
class Said:
    """One reason, and for whom it holds, in the order of the arrangements."""

    reason: str
    names: list[str]


@dataclass(frozen=True)
class Group:
    """Those with the same answer, and why: one reason for all of them, or several."""

    answer: str
    label: str
    reasons: list[Said]

    @property
    def of_all(self) -> str:
        """The reason that holds for all of them; empty where there are several."""
        return self.reasons[0].reason if len(self.reasons) == 1 else ""

    @property
    def of_most(self) -> str:
        """The reason that holds for more than half of them; empty where none does. It is untrue of the others."""
        all_names = sum(len(said.names) for said in self.reasons)
        return next((said.reason for said in self.reasons if 2 * len(said.names) > all_names), "")


def by_answer(rows: Sequence[Reason]) -> list[Group]:
    """The rows by answer, yes first; equal reasons are said once. One group: the arrangement decides nothing."""
    order = list(Answer.values)
    ranked = sorted(rows, key=lambda row: order.index(row.answer))
    return [
        Group(answer, str(Answer(answer).label), _said(list(same)))
        for answer, same in groupby(ranked, key=lambda row: row.answer)
    ]


def _said(rows: list[Reason]) -> list[Said]:
    names: dict[str, list[str]] = {}
    for row in rows:
        names.setdefault(row.reason, []).append(str(Arrangement(row.arrangement).label))
    return [Said(reason, of) for reason, of in names.items()]

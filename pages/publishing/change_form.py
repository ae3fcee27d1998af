import datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText
from pages.core.offer_version import OfferVersion
from pages.core.vocabulary import SENTENCE_LENGTH, ChangeKind
from pages.core.written import refuse_unknown_words
from pages.heard.consultation_report import ConsultationReportPage
from pages.publishing import versions

NEXT, TODAYS = "next", "todays"


class ChangeForm(forms.Form):
    """Asks what publishing a page means for the offer. `versions.decide` keeps the answers.

    A new version follows a consultation: it needs a published report, and a sentence that readers see. A change of the
    law needs the sentence alone.
    """

    kind = forms.ChoiceField(
        label=_("What kind of change is this?"),
        help_text=_(
            "A small correction puts words, numbers or links right. A change of the law comes from outside and needs no"
            " report. A new version changes what families get from you."
        ),
        choices=ChangeKind,
        initial=ChangeKind.SMALL,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of them.")},
    )
    what_changed = forms.CharField(
        label=_("What changed for families?"),
        help_text=_("One plain sentence. Readers see it in the list of changes."),
        max_length=SENTENCE_LENGTH,
        required=False,
        validators=[refuse_unknown_words],
    )
    version = forms.ChoiceField(label=_("Which version?"), widget=forms.RadioSelect, required=False)
    report = forms.ModelChoiceField(
        label=_("Report of the consultation"),
        help_text=_("The law wants families to be asked first, and the report to be published."),
        queryset=ConsultationReportPage.objects.none(),
        required=False,
        empty_label=_("Choose a report"),
        error_messages={"invalid_choice": _("Choose a report that is published.")},
    )

    def __init__(self, *args: Any, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.todays = versions.of_day(day)
        reports = cast(forms.ModelChoiceField, self.fields["report"])
        reports.queryset = ConsultationReportPage.real().order_by("-asked_until")
        if self.todays is None:
            del self.fields["version"]
            return
        words = _("Add it to version %(number)s, of today") % {"number": self.todays.number}
        which = cast(forms.ChoiceField, self.fields["version"])
        which.choices = [(TODAYS, words), (NEXT, _("Make the next version"))]
        which.initial = TODAYS

    def clean_what_changed(self) -> str:
        return " ".join(self.cleaned_data["what_changed"].split())

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned = self.cleaned_data
        if cleaned.get("kind") == ChangeKind.SMALL:
            return cleaned | {"what_changed": "", "report": None}
        if cleaned.get("kind") not in {ChangeKind.LAW, ChangeKind.NEW_VERSION}:
            return cleaned
        if "what_changed" in cleaned and not cleaned["what_changed"]:
            self.add_error("what_changed", _("Say in one sentence what changed for families."))
        if cleaned["kind"] == ChangeKind.LAW:
            self._leave_out("version", "report")
            return cleaned | {"report": None}
        if self.todays and cleaned.get("version") != NEXT:
            return cleaned | {"report": self._report_of(self.todays)}
        if "report" in cleaned and cleaned["report"] is None:
            self.add_error("report", str(self._why_no_report()))
        elif self.todays and cleaned.get("report") == self.todays.consultation_report:
            words = _("This report belongs to version %(number)s, of today. Add it to that, or choose another report.")
            self.add_error("report", ValidationError(words, params={"number": self.todays.number}))
        return cleaned

    def _leave_out(self, *names: str) -> None:
        """What is wrong with a field that this kind of change does not ask for is nobody's concern."""
        for name in names:
            self.errors.pop(name, None)

    def _report_of(self, version: OfferVersion) -> ConsultationReportPage:
        report = version.consultation_report
        if not report.live:
            self.add_error("version", _("The report of that version is not published any more."))
        return report

    def _why_no_report(self) -> LazyText:
        if ConsultationReportPage.real().exists():
            return _("Choose the report of the consultation that led to this change.")
        return _("There is no published report yet. Ask families and publish the report, under “Have your say”, first.")

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminModelForm

from pages.consultation.answer import AnswerPart

WHAT_WAS_ASKED = {"words", "asks", "kind", "choices"}


class ConsultationForm(WagtailAdminModelForm):
    """A question that people have answered stays as it was asked: else nobody knows what their answers mean.

    Nor does a group go while answers are in it: nobody would find those again.
    """

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        report = self.instance.report
        if report and report.live and "closes" in self.changed_data and self.instance.is_open(timezone.localdate()):
            words = _("Its report is published, so no new answer would be in it. Make a new consultation.")
            self.add_error("closes", words)
        asked = [form for form in self.formsets["questions"].forms if not form.cleaned_data.get("DELETE")]
        if not asked and not self.cleaned_data["only_elsewhere"]:
            self.add_error(None, _("Ask one question at least, or tick “Only elsewhere” where nothing is asked here."))
        for form in self.formsets["questions"].forms:
            is_changed = WHAT_WAS_ASKED.intersection(form.changed_data) or form.cleaned_data.get("DELETE")
            if is_changed and AnswerPart.objects.filter(question=form.instance.pk).exists():
                words = _("People have answered “%(question)s”. It stays as it was asked: add another instead.")
                self.add_error(None, words % {"question": form.initial["words"]})
        for form in self.formsets["groups"].forms:
            held = form.instance.parts.count() if form.instance.pk and form.cleaned_data.get("DELETE") else 0
            if held:
                words = ngettext(
                    "%(number)s answer is in the group “%(group)s”, so it stays. Rename it, or move the answer.",
                    "%(number)s answers are in the group “%(group)s”, so it stays. Rename it, or move them.",
                    held,
                )
                self.add_error(None, words % {"number": held, "group": form.instance.title})
        return not self.errors

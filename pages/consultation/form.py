from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from pages.consultation.answer import AnswerPart

WHAT_WAS_ASKED = {"words", "asks", "kind", "choices"}


class ConsultationForm(WagtailAdminModelForm):
    """A question that people have answered stays as it was asked: else nobody knows what their answers mean."""

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        asked = [form for form in self.formsets["questions"].forms if not form.cleaned_data.get("DELETE")]
        if not asked and not self.cleaned_data["only_elsewhere"]:
            self.add_error(None, _("Ask one question at least, or tick “Only elsewhere” where nothing is asked here."))
        for form in self.formsets["questions"].forms:
            is_changed = WHAT_WAS_ASKED.intersection(form.changed_data) or form.cleaned_data.get("DELETE")
            if is_changed and AnswerPart.objects.filter(question=form.instance.pk).exists():
                words = _("People have answered “%(question)s”. It stays as it was asked: add another instead.")
                self.add_error(None, words % {"question": form.initial["words"]})
        return not self.errors

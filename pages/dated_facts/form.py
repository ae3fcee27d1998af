from django.forms import ModelForm
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm

from .row_on import overlaps


class DatedFactForm(WagtailAdminModelForm):
    """Refuses rows that hold on the same day, beside the row that begins too early, and a check on a day to come."""

    def is_valid(self) -> bool:
        valid, formset = super().is_valid(), self.formsets["rows"]
        for form in formset.forms:
            valid = self._row_is_valid(form) and valid
        return valid and self._rows_are_apart(formset)

    def _row_is_valid(self, form: ModelForm) -> bool:
        if "amount" in form.errors:  # then it is not missing as well
            form.errors.pop("in_words", None)
        checked = form.cleaned_data.get("checked_on")
        if checked and "checked_on" in form.changed_data and checked > timezone.localdate():
            form.add_error("checked_on", _("This day is still to come. Say on which day it was looked up."))
        return not form.errors

    def _rows_are_apart(self, formset: BaseChildFormSet) -> bool:
        forms = {id(form.instance): form for form in formset.forms if form not in formset.deleted_forms}
        pairs = overlaps([form.instance for form in forms.values() if form.has_changed() or form.instance.pk])
        for earlier, later in pairs:
            words = _("Another row holds on that day: %(words)s, until %(day)s.")
            until = date_format(earlier.valid_until, "j F Y") if earlier.valid_until else _("a day nobody knows")
            forms[id(later)].add_error("valid_from", words % {"words": earlier.words, "day": until})
        return not pairs

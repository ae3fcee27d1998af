from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from .row_on import overlaps


class DatedFactForm(WagtailAdminModelForm):
    """Refuses rows that hold on the same day, beside the row that begins too early."""

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        formset = self.formsets["rows"]
        forms = {id(form.instance): form for form in formset.forms if form not in formset.deleted_forms}
        pairs = overlaps([form.instance for form in forms.values() if form.has_changed() or form.instance.pk])
        for earlier, later in pairs:
            words = _("Another row holds on that day: %(words)s, until %(day)s.")
            until = date_format(earlier.valid_until, "j F Y") if earlier.valid_until else _("a day nobody knows")
            forms[id(later)].add_error("valid_from", words % {"words": earlier.words, "day": until})
        return not pairs

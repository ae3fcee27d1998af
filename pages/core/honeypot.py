from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .typed_form import TypedForm

BOX = "leave_empty"
NOT_FOR_BROWSERS = {
    "autocomplete": "off",
    "tabindex": "-1",
    "data-1p-ignore": "",
    "data-bwignore": "",
    "data-lpignore": "true",
}


class BoxField(forms.CharField):
    """The box itself. Whatever stands in it only says that it was filled in; nothing of it is a mistake to mend.

    Its name, label and id hold no word that browsers know from forms (name, e-mail, website, company, address …), so
    that none of them fills it in. Password managers have attributes of their own for that.
    """

    widget = forms.TextInput(attrs=NOT_FOR_BROWSERS)

    def __init__(self, **kwargs: Any):
        super().__init__(label=_("Leave this box empty"), required=False, **kwargs)
        self.validators = []


class HoneypotForm(TypedForm):
    """A form with a box that people do not see and machines fill in.

    Should a person's browser fill it in, nothing is lost and nothing is to be found out: the box comes back empty, and
    to send once more is enough. A machine fills it in again.
    """

    leave_empty = BoxField()

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != BOX])  # last: nobody reads on through it

    def clean_leave_empty(self) -> str:
        if self.cleaned_data[BOX]:
            self.data = dict(self.data.items()) | {self.add_prefix(BOX): ""}
            self.add_error(
                None,
                _(
                    "A box that people do not see was filled in. Your browser may have done it. "
                    "It is empty again: please send once more."
                ),
            )
        return ""

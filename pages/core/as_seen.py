"""An officer decides about what stood on their screen, and about nothing that came in its place meanwhile.

Each form of a decision carries a mark of what was shown. Where that is no longer so, nothing is done: they look again.
"""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText

NAME = "seen"
CHANGED: LazyText = _("This was changed since you opened it, so nothing was done. Look at it again first.")


def mark_of(*shown: object) -> str:
    """A mark of what is shown, the same for as long as that stays the same. 32 characters, safe in an address."""
    return salted_hmac("as seen", repr([str(each) for each in shown]), algorithm="sha256").hexdigest()[:32]


def is_as_seen(mark: str, now: str) -> bool:
    """True when what was shown is what stands there now."""
    return constant_time_compare(mark, now)


def marked(request: HttpRequest) -> str:
    """The mark that came with a form, or in the address of a button; nothing where there is none."""
    return request.POST.get(NAME) or request.GET.get(NAME, "")


if TYPE_CHECKING:
    BaseForm = forms.Form
else:
    BaseForm = object


class AsSeenMixin(BaseForm):
    """A form that decides about what was shown with it. `now` is the mark of what stands there at this moment.

    Whoever sends it after a change keeps what they typed, reads what is new, and may send it again.
    """

    def __init__(self, *args: Any, now: str, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields[NAME] = forms.CharField(required=False, widget=forms.HiddenInput)
        self.initial[NAME] = now

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not is_as_seen(self.data.get(NAME, ""), self.now):
            self.data = dict(self.data.items()) | {NAME: self.now}
            self.add_error(None, str(self.said_of_a_change()))
        return cleaned or self.cleaned_data

    def said_of_a_change(self) -> LazyText:
        return CHANGED

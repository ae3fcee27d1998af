from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from pages.core.as_seen import mark_of

# What every saving moves, though no word is another: the editor's own autosave may come after the draft that was sent.
_OF_SAVING = ("latest_revision", "latest_revision_created_at", "has_unpublished_changes", "draft_title")


def stamp_of(revision: Revision) -> str:
    """A mark of all that is in a draft: the same when it was only saved once more, another when a word is."""
    content = {name: value for name, value in revision.content.items() if name not in _OF_SAVING}
    return mark_of(*sorted(content.items()))


class BeforePublishingForm(forms.Form):
    """What an officer says before a page goes live. It holds for one draft: a newer one is to be looked at first."""

    revision = forms.CharField(widget=forms.HiddenInput)
    comment = forms.CharField(
        label=_("A word to the person who sent it"), required=False, widget=forms.Textarea({"rows": 2})
    )
    checked = forms.BooleanField(
        label=_("I have checked the whole page today, and every word is true"),
        required=False,
        help_text=_("Leave it empty for a small change: then the page is due for its check as before."),
    )

    def __init__(self, data: QueryDict | None = None, *, revision: Revision, approving: bool, later: bool) -> None:
        super().__init__(data, initial={"revision": stamp_of(revision)}, label_suffix="")
        self.latest = stamp_of(revision)
        if not approving:
            del self.fields["comment"]
        if later:
            # Until then readers see other words, which nobody has read now.
            del self.fields["checked"]

    def clean_revision(self) -> str:
        if self.cleaned_data["revision"] != self.latest:
            self.data = dict(self.data.items()) | {"revision": self.latest}
            raise forms.ValidationError(_("The draft was changed meanwhile. Look at it again before you publish it."))
        return self.latest

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import Page

from . import owners

SUMMARY_LENGTH = 160
# What only pages of a national layer have, and what only pages have on which the council says what holds here.
OF_A_LAYER = {"checked_by", "sources"}
OF_HERE = {"here", "here_kept_by", "here_check_every", "here_contacts", "here_policies", "here_reasons"}

# Sent with the `form` when its fields are in the page, and before anything is saved: a listener may add an error.
page_is_asked_for = Signal()


class BasePageForm(WagtailAdminPageForm):
    """Asks for the summary, which Wagtail itself leaves optional, and counts its characters. Offers owners by name.

    It asks only for those of the two layers' parts that this page has.
    """

    takes_over = forms.BooleanField(
        required=False,
        label=_("Change the national text here: we take this page over"),
        help_text=_("You then keep this page right yourselves, and new national text waits until you compare it."),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if summary := self.fields.get("search_description"):
            summary.required = True
            summary.validators.append(MaxLengthValidator(SUMMARY_LENGTH))
            summary.widget.attrs |= {"maxlength": SUMMARY_LENGTH, "data-counts-characters": SUMMARY_LENGTH}
        if owner := self.fields.get("owner"):
            owner.queryset = owners.candidates(self.instance.owner_id)
            owner.label_from_instance = owners.name_of
            owner.empty_label = _("Nobody")
        if kept_by := self.fields.get("kept_by"):
            kept_by.required = not self.instance.is_national
        self._ask_for_its_layers_only()

    def clean(self) -> dict[str, Any]:
        """An end that has passed stays as it is, and blocks nothing; only a new one is refused for being past."""
        cleaned = super().clean()
        set_before, typed = self.initial.get("expire_at"), cleaned.get("expire_at")
        if typed and set_before and typed == set_before.replace(second=0, microsecond=0) < timezone.now():
            del cleaned["expire_at"]
        return cleaned

    def _post_clean(self) -> None:
        super()._post_clean()
        self.clean_for_readers()
        page_is_asked_for.send(sender=type(self), form=self)

    def clean_for_readers(self) -> None:
        """Asks for what readers need too, unless it is a draft that is saved."""
        if not self.is_deferred_validation:
            try:
                self.instance.clean_for_readers()
            except ValidationError as error:
                self.add_error(None, error)

    def _ask_for_its_layers_only(self) -> None:
        page = self.instance
        unasked = set() if page.layer else set(OF_A_LAYER)
        if not page.is_national:
            unasked.add("takes_over")
        if not page.layer and not page.questions.all():
            unasked |= OF_HERE
        for name in unasked:
            self.fields.pop(name, None)
            self.formsets.pop(name, None)

    def save(self, commit: bool = True) -> Page:
        """A new page is a draft until its publishing is confirmed, whichever button began it."""
        if self.instance._state.adding:
            self.instance.live = False
        return super().save(commit)


class DraftCopyForm(CopyForm):
    """A copy is a draft: it goes live from its own editor, where the officer says what kind of change it is."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields.pop("publish_copies", None)

"""Officers choose the drafts and the signer, and see the secret link once."""

import datetime
import secrets
from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import Page

from pages import sign_off as sign_offs
from pages.core.officers_request import OfficersRequest
from pages.sign_off.model import SignOff

ALONE, WITH_PAGES = "alone", "with-pages"


class DaysForm(forms.Form):
    """How long a link works: to the end of a day, so that it can be said plainly."""

    days = forms.IntegerField(
        label=_("Days the link works"), initial=sign_offs.DAYS, min_value=1, max_value=sign_offs.MOST_DAYS
    )

    def expires_at(self) -> datetime.datetime:
        day = timezone.localdate() + datetime.timedelta(days=self.cleaned_data["days"])
        return timezone.make_aware(datetime.datetime.combine(day, datetime.time(23, 59)))


class SendForm(DaysForm, forms.ModelForm):
    """Who signs, and which drafts."""

    form_key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    scope = forms.ChoiceField(
        label=_("What to send"),
        choices=[(WITH_PAGES, _("The section and the pages ticked below")), (ALONE, _("Only this page"))],
        initial=WITH_PAGES,
        widget=forms.RadioSelect,
    )
    drafts = forms.MultipleChoiceField(
        label=_("Pages"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("One of these pages is no longer here. Look at the list again.")},
    )

    class Meta:
        model = SignOff
        fields = ["role", "name", "email", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 4})}

    field_order = ["role", "name", "email", "note", "days", "scope", "drafts"]

    def __init__(self, *args: Any, page: Page, drafts: list[sign_offs.Draft], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.page, self.known = page, drafts
        self.fields["form_key"].initial = secrets.token_urlsafe(32)
        if len(drafts) < 2:
            del self.fields["scope"], self.fields["drafts"]
            return
        cast(forms.MultipleChoiceField, self.fields["drafts"]).choices = [
            (str(draft.page.pk), f"{draft.title} ({draft.state.label})") for draft in drafts
        ]
        self.fields["drafts"].initial = [str(draft.page.pk) for draft in drafts]

    def clean(self) -> dict[str, Any]:
        super().clean()
        choice = self.cleaned_data
        if choice.get("scope") == WITH_PAGES and not choice.get("drafts") and "drafts" not in self.errors:
            self.add_error("drafts", _("Tick at least one page."))
        return choice

    def chosen(self) -> list[sign_offs.Draft]:
        if self.cleaned_data.get("scope") == WITH_PAGES:
            return [draft for draft in self.known if str(draft.page.pk) in self.cleaned_data["drafts"]]
        return [draft for draft in self.known if draft.page.pk == self.page.pk]

    def details(self) -> dict:
        own = {name: self.cleaned_data[name] for name in [*self.Meta.fields, "form_key"]}
        return own | {"expires_at": self.expires_at()}


@never_cache
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: OfficersRequest, pk: int) -> HttpResponse:
    """The form; when it is sent, the link, which nobody can see again."""
    page = get_object_or_404(Page.objects.select_related("latest_revision"), pk=pk, depth__gt=1)
    if not sign_offs.may_send(request.user, page):
        raise PermissionDenied
    drafts = sign_offs.drafts_below(page, request.user)
    form = SendForm(request.POST or None, page=page, drafts=drafts)
    if not form.is_valid():
        return render(request, "sign_off/cms/send.html", {"form": form, "page": page, "draft": drafts[0]})
    try:
        sign_off, secret = sign_offs.send(form.details(), form.chosen(), request.user, timezone.now())
    except sign_offs.AlreadySentError:
        messages.warning(request, _("This was sent before. Its link was shown then, and can’t be shown again."))
        return redirect("signoff:index")
    return show_link(request, sign_off, secret)


@sensitive_variables()
def show_link(request: OfficersRequest, sign_off: SignOff, secret: str) -> HttpResponse:
    """The link, this once."""
    context = {
        "sign_off": sign_off,
        "address": sign_offs.address_of(secret),
        "mailed": sign_offs.mail_link(sign_off, secret),
    }
    return render(request, "sign_off/cms/link.html", context)

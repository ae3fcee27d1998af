"""For an officer who can't get in: a link for a new password, and the way without the phone they lost."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from pages.core.officers_request import OfficersRequest
from pages.sign_in import factors, invitations, limits, log, sessions
from pages.sign_in.cms.invitations import send
from pages.sign_in.entry import What
from pages.sign_in.invitations import MAY_CHANGE
from pages.sign_in.who import may_sign_in


class HelpForm(forms.Form):
    without_factor = forms.BooleanField(
        label=_("They have lost their phone, their passkey and their recovery codes"),
        help_text=_("Their second factor is taken away, and they are signed out everywhere. They set up a new one."),
        required=False,
    )


@permission_required(MAY_CHANGE, raise_exception=True)
@require_http_methods(["GET", "HEAD", "POST"])
def help_in(request: OfficersRequest, pk: int) -> HttpResponse:
    """Asks once, then makes the link."""
    user = get_object_or_404(User, pk=pk)
    if not invitations.may_touch(request.user, user) or not may_sign_in(user):
        raise PermissionDenied
    form = HelpForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "sign_in/cms/help.html", {"form": form, "officer": user})
    if form.cleaned_data["without_factor"]:
        _take_factor_away(request, user)
    invitation = invitations.new_password_link(user, request.user, timezone.now())
    log.write(request, What.INVITED, request.user, about=str(invitation))
    send(invitation)
    return redirect("invitation:inspect", invitation.pk)


def _take_factor_away(request: OfficersRequest, user: User) -> None:
    factors.take_away(user)
    limits.forget_wrong_codes(user)
    sessions.end_others(user, None, timezone.now())
    log.write(request, What.FACTOR_REMOVED, user, about=f"{_('By')} {request.user.get_username()}")


URLS = [path("sign-in-help/<int:pk>/", help_in, name="sign-in-help")]

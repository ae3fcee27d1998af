"""The sign-in screens that are our own."""

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.account.views import PasswordResetView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from pages.core.officers_request import OfficersRequest
from pages.sign_in import invitations, log, sessions
from pages.sign_in.entry import How, What
from pages.sign_in.invitation_form import AcceptForm, OnlyPasswordForm
from pages.sign_in.mail import can_be_mailed


class Forgotten(PasswordResetView):
    """Where nothing can be mailed it says so, and whom to ask, instead of promising a message."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can_be_mailed():
            return render(request, "sign_in/no_mail.html")
        response = super().dispatch(request, *args, **kwargs)
        if request.method == "POST" and response.status_code == 302:
            self._log()
        return response

    def _log(self) -> None:
        """A line for every address, known or not, so that it takes the same time."""
        email = self.get_form().data.get("email", "").strip()
        log.write(self.request, What.RESET_ASKED, User.objects.filter(email__iexact=email).first())


forgotten = Forgotten.as_view()


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, signed: str) -> HttpResponse:
    """An officer chooses name and password, or only a password for the log-in they have."""
    found = invitations.opened(signed, timezone.now())
    if found is None:
        return render(request, "sign_in/no_such_link.html", status=404)
    kind = OnlyPasswordForm if found.user else AcceptForm
    form = kind(request.POST or None, invitation=found)
    if form.is_valid():
        try:
            user = invitations.accept(found, form.fields_of_user(), form.cleaned_data["password1"], timezone.now())
        except invitations.NotOpenError:
            return render(request, "sign_in/no_such_link.html", status=404)
        except invitations.NameTakenError:
            form.name_is_taken()
        else:
            return come_in(request, user)
    return render(request, "sign_in/invitation.html", {"form": form, "invitation": found})


def come_in(request: HttpRequest, user: User, then: str = "") -> HttpResponse:
    """Signs in who has just chosen a password; a second factor they have is asked for, one they lack is set up.

    They go on at `then`; without it, where a second factor is set up.
    """
    log.write(request, What.INVITATION_TAKEN, user, how=How.LINK)
    sign_out_of_another(request)
    record_authentication(request, user, method="password", username=user.get_username())
    return perform_login(request, Login(user=user, redirect_url=then or reverse("mfa_index")))


def sign_out_of_another(request: HttpRequest) -> None:
    """Whoever opens a link while somebody else is signed in goes on as themselves."""
    request.session.flush()


@login_required
@require_POST
def end_other_sessions(request: OfficersRequest) -> HttpResponse:
    """For somebody who has left themselves signed in elsewhere."""
    sessions.end_others(request.user, request.session.session_key, timezone.now())
    log.write(request, What.SESSIONS_ENDED, request.user)
    messages.success(request, _("You are signed out everywhere but here."))
    return redirect("mfa_index")

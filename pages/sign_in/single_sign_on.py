"""Staff single sign-on: the council's provider says who somebody is, and we know them or we do not."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect import views
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from requests import RequestException

from pages.sign_in import log
from pages.sign_in.entry import How, What
from pages.sign_in.who import is_demonstration

logger = logging.getLogger(__name__)

type View = Callable[[HttpRequest, str], HttpResponse]


class StaffAdapter(DefaultSocialAccountAdapter):
    """Nobody gets a log-in by coming: they must have one, with the e-mail address that the provider has verified."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]) -> User:
        """Keeps nothing of what the provider tells about somebody but its own name for them."""
        sociallogin.account.extra_data = {}
        return super().populate_user(request, sociallogin, data)

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        user = log_in_of(sociallogin)
        if user is None:
            log.write(request, What.SSO_REFUSED, None, how=How.SSO)
            raise ImmediateHttpResponse(render(request, "sign_in/sso_refused.html", status=403))
        if not sociallogin.is_existing:
            sociallogin.connect(request, user)
        sociallogin.state["process"] = AuthProcess.LOGIN  # whatever the address it began with asked for


def log_in_of(sociallogin: SocialLogin) -> User | None:
    """The log-in with the verified address; none, when there are several, or when it has another person's account."""
    verified = {address.email.casefold() for address in sociallogin.email_addresses if address.verified}
    users = [user for email in verified for user in User.objects.filter(email__iexact=email)]
    if len(users) != 1 or not users[0].is_active or is_demonstration(users[0]):
        return None
    if sociallogin.is_existing:
        return users[0] if users[0] == sociallogin.user else None
    taken = SocialAccount.objects.filter(user=users[0], provider=sociallogin.account.provider).exists()
    return None if taken else users[0]


def _or_say_so(view: View) -> View:
    """A provider that is down, or answers nonsense, is told of on a page."""

    @wraps(view)
    def answer(request: HttpRequest, provider_id: str) -> HttpResponse:
        try:
            return view(request, provider_id)
        except (RequestException, OAuth2Error, KeyError, TypeError, ValueError) as error:
            # What the provider said may name a person: only the kind of error is logged.
            logger.error("Single sign-on failed: %s.", type(error).__name__)
            return render(request, "socialaccount/authentication_error.html", status=502)

    return answer


begin = _or_say_so(views.login)
come_back = _or_say_so(views.callback)

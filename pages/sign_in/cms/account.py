"""An officer's own account: name and e-mail, the password, and the way to second factor and passkeys."""

from typing import Any

from allauth.core import context
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import NameEmailForm
from wagtail.admin.forms.auth import PasswordChangeForm

from pages.core.visitor import address_of
from pages.sign_in import limits, log, sessions
from pages.sign_in.cms.unique_email import UniqueEmail
from pages.sign_in.entry import What


class OwnNameForm(UniqueEmail, NameEmailForm):
    pass


class CountedPasswordChangeForm(PasswordChangeForm):
    """Wagtail's, but the old password can't be guessed at here either. Other sessions end by the change itself."""

    def clean_old_password(self) -> str:
        request = context.request
        name, address = self.user.get_username(), address_of(request)
        limits.count_password(name, address, timezone.now())
        try:
            old = super().clean_old_password()
        except ValidationError:
            log.write(request, What.WRONG_PASSWORD, self.user)
            raise
        limits.password_was_right(name, address)
        return old

    def save(self, commit: bool = True) -> Any:
        user, request = super().save(commit), context.request
        sessions.end_others(user, request.session.session_key, timezone.now())
        log.write(request, What.PASSWORD_CHANGED, user)
        return user


def ways_to_sign_in(request: HttpRequest) -> dict[str, Any]:
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor and passkeys"),
        "help_text": _("One-time codes, passkeys, recovery codes, and signing out everywhere else."),
    }

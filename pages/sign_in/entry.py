"""The log of sign-ins: what was done, or tried, at the doors of the CMS."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _


class What(models.TextChoices):
    """What happened."""

    SIGNED_IN = "signed-in", _("Signed in")
    SIGNED_OUT = "signed-out", _("Signed out")
    WRONG_PASSWORD = "wrong-password", _("Failed: wrong password")
    WRONG_CODE = "wrong-code", _("Failed: wrong code")
    LOCKED = "locked", _("Failed: locked after too many tries")
    REFUSED = "refused", _("Failed: this log-in may not sign in")
    SSO_REFUSED = "sso-refused", _("Failed: single sign-on without a log-in here")
    RESET_ASKED = "reset-asked", _("Asked for a new password")
    PASSWORD_RESET = "password-reset", _("Chose a new password by a link")
    PASSWORD_CHANGED = "password-changed", _("Changed the password")
    FACTOR_ADDED = "factor-added", _("Added a second factor")
    FACTOR_REMOVED = "factor-removed", _("Removed a second factor")
    CODES_MADE = "codes-made", _("Made new recovery codes")
    SESSIONS_ENDED = "sessions-ended", _("Signed out everywhere else")
    INVITED = "invited", _("Made a link to get in")
    INVITATION_TAKEN = "invitation-taken", _("Used a link to get in")
    REQUESTS_LISTED = "requests-listed", _("Looked at the requests to be rung")
    REQUEST_OPENED = "request-opened", _("Opened a request to be rung")


class How(models.TextChoices):
    """The last thing somebody proved who they are with."""

    PASSWORD = "password", _("Password")
    CODE = "totp", _("One-time code")
    RECOVERY_CODE = "recovery_codes", _("Recovery code")
    PASSKEY = "webauthn", _("Passkey")
    SSO = "socialaccount", _("Single sign-on")
    LINK = "link", _("Link to get in")


class SignInEntry(models.Model):
    """One line of the log. It is kept for 90 days.

    What was typed as a name is kept only if a log-in has it: people type passwords there. The address is kept whole,
    for a shortened one can neither be found in the council's own records nor be blocked.
    """

    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    what = models.CharField(_("what"), max_length=20, choices=What)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("log-in"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("username"), max_length=150, blank=True)  # stays when the log-in is deleted
    how = models.CharField(_("how"), max_length=20, choices=How, blank=True)
    address = models.CharField(_("address"), max_length=45, blank=True)
    about = models.CharField(_("about"), max_length=100, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)
        verbose_name = _("sign-in")
        verbose_name_plural = _("sign-ins")

    def __str__(self):
        return f"{date_format(timezone.localtime(self.at), 'j F Y, H:i')}: {self.get_what_display()}"

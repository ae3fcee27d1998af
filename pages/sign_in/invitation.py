"""A link by which somebody gets a log-in, or chooses a new password for the one they have."""

import datetime
import secrets
from typing import Self

from django.conf import settings
from django.contrib.auth.models import Group
from django.core import signing
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

DAYS = 7
SIGNER = signing.Signer(salt="invitation")


class InvitationState(models.TextChoices):
    """Where an invitation has got to."""

    OPEN = "open", _("Not used yet")
    USED = "used", _("Used")
    ENDED = "ended", _("Run out")
    WITHDRAWN = "withdrawn", _("Withdrawn")


def new_number() -> str:
    return secrets.token_urlsafe(16)


def a_week_from_now() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(days=DAYS)


class Invitation(models.Model):
    """One link, good once and for seven days.

    The link is the number, signed: neither a copy of the database nor the site's key alone opens anything. A new number
    makes the old link worthless.
    """

    email = models.EmailField(_("e-mail"), help_text=_("Their own at work: single sign-on and new passwords go by it."))
    role = models.ForeignKey(Group, verbose_name=_("role"), null=True, on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("log-in"),
        null=True,
        editable=False,
        on_delete=models.CASCADE,
        related_name="+",
    )
    number = models.CharField(max_length=32, unique=True, default=new_number, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    ends_at = models.DateTimeField(default=a_week_from_now, editable=False)
    mailed_at = models.DateTimeField(null=True, editable=False)
    mail_failed = models.BooleanField(default=False, editable=False)
    used_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = ()
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")

    def __str__(self):
        return gettext("Invitation %(number)s") % {"number": self.pk}

    def state(self, now: datetime.datetime) -> InvitationState:
        if self.used_at:
            return InvitationState.USED
        if self.withdrawn_at:
            return InvitationState.WITHDRAWN
        return InvitationState.OPEN if now < self.ends_at else InvitationState.ENDED

    def is_open(self, now: datetime.datetime) -> bool:
        return self.state(now) is InvitationState.OPEN

    def signed(self) -> str:
        return SIGNER.sign(self.number)

    @classmethod
    def of_link(cls, signed: str) -> Self | None:
        """The invitation that a link was made for, whatever has become of it."""
        try:
            number = SIGNER.unsign(signed)
        except signing.BadSignature:
            return None
        return cls.objects.select_related("role", "user", "made_by").filter(number=number).first()

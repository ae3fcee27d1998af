"""Sign-off by somebody who has no account: whom a set of drafts was sent to, and what they said of each."""

import datetime

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

COMMENT_LENGTH = 2000


class Verdict(models.TextChoices):
    """What the signer says of one draft."""

    WAITING = "waiting", _("Waiting")
    APPROVED = "approved", _("Approved")
    REFUSED = "refused", _("Not approved")


class DraftState(models.TextChoices):
    """How a draft stands to what readers see."""

    NEW = "new", _("New: readers do not see it yet")
    CHANGED = "changed", _("Changed: readers see the page without these changes")
    AS_LIVE = "live", _("The same as readers see now")


class SignOffState(models.TextChoices):
    """Where a sign-off has got to."""

    OPEN = "open", _("Waiting for answers")
    FINISHED = "finished", _("Finished")
    ENDED = "ended", _("The link has run out")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class SignOff(models.Model):
    """One secret link to a set of drafts. Only a fingerprint of the secret is kept, so nobody can read it here.

    Its name for logs and the CMS's history has the signer's role, never who they are.
    """

    role = models.CharField(_("role"), max_length=60, help_text=_("Their job: Solicitor, Virtual school head."))
    name = models.CharField(
        _("name"), max_length=80, blank=True, help_text=_("If it helps you. We delete it a year after the link ends.")
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("We mail the link there. Leave it empty to send the link yourself.")
    )
    note = models.TextField(
        _("note to them"), max_length=600, blank=True, help_text=_("What you want them to look at, in a few words.")
    )
    secret_hash = models.CharField(max_length=64, unique=True, editable=False)
    form_key = models.CharField(max_length=64, unique=True, editable=False)  # the same form sent twice has the same

    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField(db_index=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    finished_at = models.DateTimeField(null=True, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = ("add", "change", "view")
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")

    def __str__(self):
        day = date_format(timezone.localtime(self.made_at), "j F Y")
        return gettext("%(role)s, sent on %(day)s") % {"role": self.role, "day": day}

    def state(self, now: datetime.datetime) -> SignOffState:
        if self.withdrawn_at:
            return SignOffState.WITHDRAWN
        if self.finished_at:
            return SignOffState.FINISHED
        return SignOffState.OPEN if now < self.expires_at else SignOffState.ENDED

    def link_works(self, now: datetime.datetime) -> bool:
        """True while whoever has the link can read the drafts."""
        return not self.withdrawn_at and now < self.expires_at


class SignOffPage(models.Model):
    """One draft as the signer was sent it, and what they say of it.

    The words are kept here: while an officer goes on writing, Wagtail saves over the revision they were taken from.
    """

    sign_off = models.ForeignKey(SignOff, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="sign_offs")
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=255)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    fingerprint = models.CharField(max_length=64)
    draft_state = models.CharField(max_length=10, choices=DraftState)
    number = models.PositiveSmallIntegerField()
    url: str  # where the signer reads it: their view says so

    verdict = models.CharField(max_length=10, choices=Verdict, default=Verdict.WAITING)
    comment = models.TextField(max_length=COMMENT_LENGTH, blank=True)
    answered_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["number"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["sign_off", "page"], name="page_once_a_sign_off")]

    def __str__(self):
        return f"{self.title}: {self.get_verdict_display()}"

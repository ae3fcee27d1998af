from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.core.vocabulary import Topic
from pages.ring_back.vocabulary import AboutWhom, Asker, BestTime, IfSeen, Way


class CallbackStatus(models.TextChoices):
    WAITING = "waiting", _("Waiting")
    ANSWERED = "answered", _("Answered")


class Callback(models.Model):
    """Somebody asked to be rung. A row exists only with their consent, and is deleted after the days we promised.

    Its name for logs and the CMS's history says nothing about the person.
    """

    asked_by = models.CharField(_("who asked"), max_length=12, choices=Asker, default=Asker.CARER)
    name = models.CharField(max_length=80)
    way = models.CharField(_("how to reach them"), max_length=5, choices=Way, default=Way.RING)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("interpreter for"), max_length=60, blank=True)  # empty when none is wanted
    best_time = models.CharField(max_length=12, choices=BestTime, default=BestTime.ANY)
    topic = models.CharField(
        _("what about"), max_length=50, choices=[("", _("They did not say")), *Topic.choices], blank=True
    )
    if_seen = models.CharField(_("if somebody else picks up or sees it"), max_length=6, choices=IfSeen, blank=True)
    keep_safe = models.CharField(_("what keeps it safe"), max_length=200, blank=True)
    about_whom = models.CharField(_("about whom"), max_length=6, choices=AboutWhom, blank=True)
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)
    request_key = models.CharField(max_length=64, unique=True, editable=False)  # the same form sent twice has the same

    status = models.CharField(
        max_length=10,
        choices=CallbackStatus,
        default=CallbackStatus.WAITING,
        help_text=_("Choose “Answered” when you have spoken to them, or tried three times."),
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    mailed_at = models.DateTimeField(null=True, blank=True, editable=False)
    attempts = models.PositiveIntegerField(default=0, editable=False)
    next_attempt_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("request to be rung")
        verbose_name_plural = _("requests to be rung")
        indexes = [models.Index(fields=["mailed_at", "next_attempt_at"], name="callbacks_to_mail")]

    def __str__(self):
        day = date_format(timezone.localtime(self.asked_at), "j F Y")
        return gettext("Request %(number)s of %(day)s") % {"number": self.pk, "day": day}

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from pages.core.vocabulary import SENTENCE_LENGTH, ChangeKind


class PublishingDecision(models.Model):
    """What an officer decided that publishing this revision means for the offer. The revision itself stays as it is.

    It is taken once: when the revision goes live, be it days later. Without one a change is a small correction.
    """

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="publishing_decision")
    kind = models.CharField(max_length=20, choices=ChangeKind, default=ChangeKind.SMALL)
    what_changed = models.CharField(max_length=SENTENCE_LENGTH, blank=True)
    consultation_report = models.ForeignKey(
        "pages.ConsultationReportPage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_at = models.DateTimeField(auto_now=True)
    went_live_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        verbose_name = _("publishing decision")

    def __str__(self):
        return f"{self.revision_id}: {self.get_kind_display()}"

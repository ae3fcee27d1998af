from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from pages.core.announce import SeenByReaders
from pages.core.vocabulary import SENTENCE_LENGTH


class OfferVersion(SeenByReaders):
    """A version of the whole offer: what was asked first, when it came, and what it brought. It stays for good."""

    number = models.PositiveIntegerField(unique=True, editable=False)
    day = models.DateField(editable=False)
    consultation_report = models.ForeignKey(
        "pages.ConsultationReportPage", editable=False, on_delete=models.PROTECT, related_name="versions"
    )
    note = models.TextField(
        blank=True,
        max_length=600,
        help_text=_("One to three sentences about this version as a whole. Readers see them above what changed."),
    )

    panels = [FieldPanel("note")]

    class Meta:
        ordering = ["-number"]
        default_permissions = ("change", "view")
        verbose_name = _("version of the offer")
        verbose_name_plural = _("versions of the offer")

    def __str__(self):
        day = date_format(self.day, "j F Y")
        return gettext("Version %(number)s, %(day)s") % {"number": self.number, "day": day}


class VersionChange(SeenByReaders):
    """What one version changed on one page, in a sentence for readers. It outlives its page."""

    version = models.ForeignKey(OfferVersion, on_delete=models.CASCADE, related_name="changes")
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="version_changes")
    title = models.CharField(max_length=255)
    sentence = models.CharField(max_length=SENTENCE_LENGTH)
    sort_order = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["sort_order", "pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.title}: {self.sentence}"

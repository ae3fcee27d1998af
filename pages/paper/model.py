from django.db import models
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pages.core.content_version import ContentVersion


class PaperFormat(models.TextChoices):
    """What is printed and kept; the value is also its address."""

    FOLDED = "leaflet", _("Folded leaflet")
    LARGE_PRINT = "leaflet-large-print", _("Large print")
    OFFER = "offer", _("The whole offer")
    PRINT_SHOP = "leaflet-print-shop", _("Folded leaflet for a print shop")


# The lease of whoever makes paper: one at a time, everywhere.
PAPER_IS_MADE = "paper is made"
LEAFLETS = (PaperFormat.FOLDED, PaperFormat.LARGE_PRINT)
# The folded leaflet has two files, the second one for a print shop. They come and go together.
OF_THE_SHEET = (PaperFormat.FOLDED, PaperFormat.PRINT_SHOP)


class PaperQuerySet(models.QuerySet["Paper"]):
    def printed(self) -> "PaperQuerySet":
        """Those that have a PDF, each with its `size` in bytes instead of the bytes themselves."""
        return self.filter(pdf__isnull=False).defer("pdf").annotate(size=Length("pdf")).order_by("pk")

    def failed(self) -> "PaperQuerySet":
        """Those whose last making failed, with the reason: the PDF readers get is older than the site."""
        return self.exclude(problem="").defer("pdf").order_by("format")


class Paper(models.Model):
    """The last good PDF of one format, kept so that a request only fetches it; and what went wrong since.

    `source_digest` names what it says, `wanted_digest` what a leaflet should say now. `numbers` are the telephone
    numbers and sums on it: it is withdrawn when one of them is no longer true. `begun_at` stands while it is made anew,
    `seconds` is how long the last making took.
    """

    format = models.CharField(max_length=30, choices=PaperFormat, unique=True)
    pdf = models.BinaryField(null=True)
    made_at = models.DateTimeField(null=True)
    source_digest = models.CharField(max_length=64, blank=True)
    wanted_digest = models.CharField(max_length=64, blank=True)
    problem = models.TextField(blank=True)
    numbers = models.JSONField(default=list)
    begun_at = models.DateTimeField(null=True)
    seconds = models.PositiveIntegerField(default=0)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("printed paper")

    def __str__(self) -> str:
        return self.get_format_display()

    @property
    def is_older_than_the_site(self) -> bool:
        """Whether anything that readers see has changed since; only the whole offer has the version in its digest."""
        version = ContentVersion.current()
        return version is not None and not self.source_digest.startswith(version.hex)

    @property
    def waits(self) -> bool:
        """Whether a leaflet is older than the site, and nothing but the printer keeps it from being made again."""
        return self.wanted_digest not in ("", self.source_digest) and not self.problem

    @property
    def url(self) -> str:
        return reverse(f"{self.format}-pdf")

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.core.announce import SeenByReaders
from pages.core.vocabulary import SENTENCE_LENGTH


class LawChange(SeenByReaders):
    """What the law, or a fact for all of England, changed on one page. It makes no version, and outlives its page."""

    day = models.DateField(db_index=True)
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="law_changes")
    title = models.CharField(max_length=255)
    sentence = models.CharField(max_length=SENTENCE_LENGTH)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-day", "-pk"]
        default_permissions = ()
        verbose_name = _("change of the law")

    def __str__(self):
        return f"{self.title}: {self.sentence}"

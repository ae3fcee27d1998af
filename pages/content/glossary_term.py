from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from pages.core.announce import SeenByReaders


class GlossaryTerm(index.Indexed, SeenByReaders):
    """A word families meet, and what it means; pages explain it where they use it."""

    slug = models.SlugField(unique=True, help_text=_("A short name for links and files."))
    term = models.CharField(max_length=80, unique=True)
    meaning = models.CharField(max_length=400, help_text=_("One to three short sentences that a ten-year-old follows."))
    also_called = models.CharField(
        max_length=200,
        blank=True,
        help_text=_("Other names that pages use, with commas: SGO, special guardian. They are explained too."),
    )
    search_words = models.CharField(
        max_length=200, blank=True, help_text=_("Everyday words that should find it. They are not marked on pages.")
    )
    explain = models.BooleanField(
        _("explain on pages"), default=True, help_text=_("Mark the first use on each page and explain it there.")
    )

    panels = [FieldPanel(name) for name in ("term", "meaning", "also_called", "search_words", "explain", "slug")]

    search_fields = [
        index.SearchField("term", boost=2),
        index.AutocompleteField("term"),
        index.SearchField("also_called"),
        index.SearchField("meaning"),
    ]

    class Meta:
        ordering = ["term"]

    def __str__(self):
        return self.term

    @property
    def spellings(self) -> list[str]:
        """The term and its other names, as a page may write them."""
        return [self.term, *(name.strip() for name in self.also_called.split(",") if name.strip())]

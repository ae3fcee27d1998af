from typing import Any

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from pages.core.announce import SeenByReaders


class Synonym(SeenByReaders):
    """Words that people say, and what pages call it: so that the search finds one by the other."""

    slug = models.SlugField(unique=True, blank=True, help_text=_("A short name for files."))
    words = models.CharField(
        _("what people say"),
        max_length=1000,
        help_text=_("Words or short phrases, with commas: knackered, worn out, done in."),
    )
    means = models.CharField(
        _("what pages call it"),
        max_length=400,
        help_text=_("Words that are on the page they need, with commas: a break, looking after yourself."),
    )

    panels = [FieldPanel("words"), FieldPanel("means")]

    class Meta:
        ordering = ["slug"]
        verbose_name = _("everyday words")
        verbose_name_plural = _("everyday words")

    def __str__(self):
        return self.words if len(self.words) <= 60 else f"{self.words[:60].rpartition(',')[0]} …"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self) -> str:
        """A name made of the first words, with a number when another row has it."""
        base = slugify(self.words.partition(",")[0])[:40] or "words"
        taken = set(Synonym.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if slug not in taken)

from typing import Any

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from pages.core.written import Written


class PlainPhrase(Written, models.Model):
    """Words that offices write, and the plainer ones to use: shown to officers as they type."""

    slug = models.SlugField(unique=True, blank=True, help_text=_("A short name for files."))
    phrase = models.CharField(
        _("instead of"),
        max_length=200,
        help_text=_("A word or phrase. Write its other forms too, with commas: utilise, utilises, utilised."),
    )
    instead = models.CharField(_("write"), max_length=120, help_text=_("The plainer words: use."))
    why = models.CharField(max_length=200, blank=True, help_text=_("If it helps: one short sentence for the writer."))

    panels = [FieldPanel("phrase"), FieldPanel("instead"), FieldPanel("why")]

    class Meta:
        ordering = ["slug"]
        verbose_name = _("plainer words")
        verbose_name_plural = _("plainer words")

    def __str__(self):
        return self.forms[0] if self.forms else self.phrase

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.slug or self._free_slug()
        super().save(*args, **kwargs)

    @property
    def forms(self) -> list[str]:
        """The phrase in each of its forms."""
        return [form.strip() for form in self.phrase.split(",") if form.strip()]

    def _free_slug(self) -> str:
        """A name made of the first form, with a number when another row has it."""
        base = slugify(self.phrase.partition(",")[0])[:40] or "words"
        taken = set(PlainPhrase.objects.filter(slug__startswith=base).values_list("slug", flat=True))
        return next(slug for slug in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if slug not in taken)

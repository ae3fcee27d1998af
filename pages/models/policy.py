from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index


class Policy(index.Indexed, models.Model):
    """A law, policy or report that pages name: one entry in the register, one link everywhere."""

    slug = models.SlugField(unique=True, help_text=_("A short name for links and files: kinship-guidance-2024."))
    title = models.CharField(max_length=160)
    summary = models.CharField(max_length=240, help_text=_("One plain sentence: what it says to families."))
    url = models.URLField(_("link"), help_text=_("Where anybody can read it. The whole address."))
    owner = models.CharField(max_length=120, help_text=_("The body or job title that answers for it."))
    next_review = models.DateField(null=True, blank=True)

    panels = [FieldPanel(name) for name in ("title", "summary", "url", "owner", "next_review", "slug")]

    search_fields = [index.SearchField("title", boost=2), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name_plural = _("policies")

    def __str__(self):
        return self.title

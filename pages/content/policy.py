import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.documents import get_document_model_string
from wagtail.search import index

from pages.core.announce import SeenByReaders
from pages.core.panels import DrawnPanel


class PolicyForm(WagtailAdminModelForm):
    """Asks for a link or a document, one of the two: readers follow it from every page that names the policy."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        url, document = cleaned.get("url"), cleaned.get("document")
        if url and document:
            raise ValidationError({"document": _("Choose one: the link or the document.")})
        if not url and not document and "url" not in self.errors:
            raise ValidationError({"url": _("Give a link, or choose a document.")})
        return cleaned


class Policy(index.Indexed, SeenByReaders):
    """A law, policy or report that pages name: one entry in the register, one link everywhere."""

    slug = models.SlugField(unique=True, help_text=_("A short name for links and files: kinship-guidance-2024."))
    title = models.CharField(max_length=160)
    also_called = models.CharField(
        max_length=300,
        blank=True,
        help_text=_("Other names that pages use, with commas, written just as they stand there: the 2024 guidance."),
    )
    summary = models.CharField(max_length=240, help_text=_("One plain sentence: what it says to families."))
    url = models.URLField(
        _("link"), blank=True, help_text=_("Where anybody can read it: the whole address. Or choose a document below.")
    )
    document = models.ForeignKey(
        get_document_model_string(),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The paper itself, when it is on no website. Readers open it here."),
    )
    owner = models.CharField(max_length=120, help_text=_("The body or job title that answers for it."))
    next_review = models.DateField(
        _("next review"), null=True, blank=True, help_text=_("The day by which its owner looks at it again.")
    )

    panels = [
        DrawnPanel("outside_links/panel.html"),
        DrawnPanel("core/used_in_panel.html", heading=_("Where it is used")),
        MultiFieldPanel(
            [FieldPanel("title"), FieldPanel("also_called"), FieldPanel("summary")], heading=_("What it is")
        ),
        MultiFieldPanel(
            [FieldPanel("url"), FieldPanel("document")], heading=_("Where readers find it: one of the two")
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("owner"), FieldPanel("next_review")]), FieldPanel("slug")],
            heading=_("Keeping it right"),
        ),
    ]
    edit_handler = ObjectList(panels, base_form_class=PolicyForm)

    search_fields = [index.SearchField("title", boost=2), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name_plural = _("policies")

    def __str__(self):
        return self.title

    @property
    def link(self) -> str:
        """Where readers find it: on a website, or the document here."""
        return self.document.url if self.document else self.url

    @property
    def spellings(self) -> list[str]:
        """The title and its other names, as a page may write them."""
        return [self.title, *(name.strip() for name in self.also_called.split(",") if name.strip())]

    def is_overdue(self, day: datetime.date) -> bool:
        """True when its review has passed on `day`."""
        return self.next_review is not None and self.next_review < day

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from pages.content.blocks import PROSE, BodyBlock
from pages.core.base_page import BasePage
from pages.core.panels import RowsIfAsked
from pages.core.stream_field import StreamField

from .blank_block import blanks_field, blanks_of
from .forms import LetterForm
from .letter import Blank, Letter, filled, names_in


class LetterPage(BasePage):
    """A letter to copy: a carer fills in its blanks and prints it. Nothing of what she types is kept."""

    template = "letters/letter_page.html"
    parent_page_types = ["pages.SectionPage"]
    subpage_types: list[str] = []

    body = StreamField(BodyBlock(), verbose_name=_("when to use it"))
    what_next = RichTextField(
        _("what happens next"), features=PROSE, blank=True, help_text=_("After it is sent, and if nobody answers.")
    )
    letter_from = models.TextField(
        _("who writes"), max_length=400, blank=True, help_text=_("A line each. Blanks in brackets: [my-name].")
    )
    letter_to = models.TextField(_("to whom"), max_length=400, blank=True, help_text=_("A line each."))
    subject = models.CharField(max_length=200, help_text=_("What it is about, in bold above the letter."))
    letter = models.TextField(
        max_length=6000,
        help_text=_(
            "An empty line begins a paragraph; lines that begin with “- ” are a list. No name of the council’s."
        ),
    )
    blanks = blanks_field()

    can_be_listed = True
    paper_after = "letters/on_paper.html"

    TEXTS = ("letter_from", "letter_to", "subject", "letter")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel(name) for name in TEXTS], heading=_("The letter")),
        FieldPanel("blanks"),
        FieldPanel("what_next"),
        InlinePanel("contacts", heading=_("Who can help"), label=_("contact"), max_num=8),
        InlinePanel("policies", heading=_("Policies it names"), label=_("policy"), max_num=8),
    ]
    here_panels = [
        *BasePage.here_panels,
        RowsIfAsked("here_contacts", heading=_("Contacts here"), label=_("contact"), max_num=8),
        RowsIfAsked("here_policies", heading=_("Policies here"), label=_("policy"), max_num=8),
    ]
    belonging_panels = [
        InlinePanel("needs", heading=_("What it helps with"), label=_("topic"), max_num=6),
        InlinePanel("also_in", heading=_("Other sections it belongs to"), label=_("section"), max_num=3),
        *BasePage.belonging_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.SearchField("subject")]

    class Meta:
        verbose_name = _("letter to copy")

    def clean(self) -> None:
        super().clean()
        known = {blank.key for blank in self.all_blanks()}
        unknown = {name: sorted(names_in(getattr(self, name)) - known) for name in self.TEXTS}
        if errors := {name: _unknown(names) for name, names in unknown.items() if names}:
            raise ValidationError(errors)
        used = set().union(*(names_in(getattr(self, name)) for name in self.TEXTS))
        if unused := sorted(known - used):
            words = _("Nothing in the letter has a place for: %(names)s.") % {"names": ", ".join(unused)}
            raise ValidationError({"blanks": words})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form") or LetterForm(self.all_blanks())
        return super().get_context(request, *args, **kwargs) | {"form": form}

    @property
    def letter_address(self) -> str:
        """Where the form is sent; nowhere for a page that was never saved."""
        return reverse("letter", args=[self.pk]) if self.pk else ""

    def all_blanks(self) -> list[Blank]:
        return blanks_of(self.blanks)

    def empty_letter(self) -> Letter:
        return self.filled({})

    def filled(self, typed: Mapping[str, str]) -> Letter:
        blanks = self.all_blanks()
        return Letter(*(filled(getattr(self, name), blanks, typed) for name in self.TEXTS))


def _unknown(names: list[str]) -> str:
    return _("There is no blank of this name: %(names)s.") % {"names": ", ".join(names)}

"""The pages of a section by what families need, so that a long list can be taken in at a glance."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.models import Page

from pages.core.lazy_text import LazyText


class Drawing(models.TextChoices):
    """The small drawings that stand beside a need; each is a file in templates/icons/."""

    HAND = "hand", _("Hand and heart")
    WALLET = "wallet", _("Wallet")
    CAP = "cap", _("School cap")
    SPEECH = "speech", _("Two who talk")
    HOME = "home", _("Home")
    PEOPLE = "people", _("People")
    FAMILY = "family", _("Family")
    HEART_PULSE = "heart-pulse", _("Heart")
    FEELINGS = "feelings", _("Smile in a bubble")
    SCALES = "scales", _("Scales")
    DOCUMENT = "document", _("Paper")
    BABY = "baby", _("Baby")
    PUZZLE = "puzzle", _("Puzzle")
    STAR = "star", _("Star")
    LAMP_HOUSE = "lamp-house", _("House with a light")


class NeedBlock(blocks.StructBlock):
    """One need, in the reader's words, and the pages that meet it."""

    heading = blocks.CharBlock(max_length=50, label=_("Need"), help_text=_("As a reader would say it: Need it today?"))
    hint = blocks.CharBlock(max_length=80, required=False, help_text=_("A few words under it, if it needs them."))
    icon = blocks.ChoiceBlock(choices=Drawing.choices, label=_("Drawing"))
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(), label=_("Pages"), help_text=_("In this order. Each stands under one need.")
    )

    class Meta:
        icon = "list-ul"
        label = _("Need")


@dataclass(frozen=True)
class Need:
    """A heading with its pages."""

    heading: LazyText
    hint: str
    icon: str
    entries: list[Page]


def sorted_by_need(needs: StreamValue, entries: Iterable[Page]) -> list[Need]:
    """The entries under the need that names them first; those that none names come last. Nothing is left out."""
    left = {page.pk: page for page in entries}
    groups = []
    for block in needs:
        keys = [chosen.pk for chosen in block.value["pages"] if chosen is not None]
        pages = [page for key in keys if (page := left.pop(key, None)) is not None]
        if pages:
            groups.append(Need(block.value["heading"], block.value["hint"], block.value["icon"], pages))
    if groups and left:
        groups.append(Need(_("More help"), "", Drawing.STAR, list(left.values())))
    return groups

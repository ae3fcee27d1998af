"""Every checklist with its items, in one form: those of the law and the guidance, and those that are data."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.content_version import ContentVersion
from pages.core.lazy_text import LazyText
from pages.core.remembered import remembered
from pages.core.vocabulary import Duty
from pages.core.vocabulary.duty_source import ACT_ADDRESS, GUIDANCE_ADDRESS

from .checklist import Checklist


class Item(NamedTuple):
    """One thing that is asked of the offer; `name` tells it from those of all other checklists.

    `reference` is its place in the law or the paper, and `link` where that can be read. `unsure` says what is still
    to be confirmed about the wording, and is empty where somebody has read it.
    """

    checklist: str
    key: str
    name: str
    label: LazyText
    plain: LazyText
    reference: LazyText
    link: str
    source: LazyText
    unsure: LazyText = ""


class ItemList(NamedTuple):
    """A checklist as readers meet it."""

    slug: str
    title: LazyText
    introduction: LazyText
    source: LazyText
    link: str
    items: list[Item]
    note: LazyText = ""

    @property
    def is_law(self) -> bool:
        return self.slug == "act"


def item_lists() -> list[ItemList]:
    """The law's, then the guidance's, then the others by their names. Remembered: don't change them."""
    return [*_of_the_code(), *_of_the_data(ContentVersion.current())]


def items() -> dict[str, Item]:
    """Every item by its name."""
    return {item.name: item for each in item_lists() for item in each.items}


def _of_the_code() -> list[ItemList]:
    by_law = {is_law: [_of_duty(duty) for duty in Duty if duty.is_law is is_law] for is_law in (True, False)}
    return [
        ItemList(
            "act",
            gettext_lazy("What the law says we must do"),
            gettext_lazy("Section 22H of the Children Act 1989. It has held since 29 June 2026."),
            gettext_lazy("Children Act 1989, section 22H"),
            ACT_ADDRESS,
            by_law[True],
            gettext_lazy(
                "Parts (7) to (10) say that we must review and update this offer, and ask families before a new "
                "version. Our legal team has still to confirm their wording."
            ),
        ),
        ItemList(
            "guidance",
            gettext_lazy("What the government asks of us as well"),
            gettext_lazy("“Kinship care: statutory guidance for local authorities”, October 2024."),
            gettext_lazy("The government’s guidance, October 2024"),
            GUIDANCE_ADDRESS,
            by_law[False],
            gettext_lazy(
                "We made this list from public reports about the guidance. Our legal team has still to confirm the "
                "wording. Health is not on the government’s list. The law asks for it."
            ),
        ),
    ]


def _of_duty(duty: Duty) -> Item:
    source, checklist = duty.source, "act" if duty.is_law else "guidance"
    link = ACT_ADDRESS if duty.is_law else GUIDANCE_ADDRESS
    unsure = source.sure.label if source.is_to_be_checked else ""
    key = duty.value.removeprefix(f"{checklist}-")
    return Item(checklist, key, duty.value, duty.label, source.plain, source.reference, link, source.text, unsure)


@remembered
def _of_the_data(version: object) -> list[ItemList]:
    return [_list_of(checklist) for checklist in Checklist.objects.prefetch_related("items")]


def _list_of(checklist: Checklist) -> ItemList:
    source, link = checklist.source_name, checklist.source_url
    items = [
        Item(
            checklist.slug,
            row.key,
            f"{checklist.slug}.{row.key}",
            row.label,
            row.plain,
            row.reference or _("One of its points"),
            link,
            source,
        )
        for row in checklist.items.all()
    ]
    return ItemList(checklist.slug, checklist.title, checklist.introduction, source, link, items)

"""How to get what a page tells of, in a few words for paper."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue, StructValue
from wagtail.models import Page


class Steps(NamedTuple):
    """The leads of steps, and what stands above them; nothing where a page has none."""

    heading: str = ""
    leads: list[str] = []


def steps_of(page: Page) -> Steps:
    """The steps that hold here; else of a support its own, of other pages the first in the body."""
    if here := _steps_in(getattr(page, "here", None)):
        return here
    if steps := getattr(page, "steps", None):
        return Steps(_("How to get it"), [step.value["lead"] for step in steps])
    return _steps_in(getattr(page, "body", None)) or Steps()


def leads_of(page: Page) -> list[str]:
    return steps_of(page).leads


def whole_steps_of(page: Page) -> list[StructValue]:
    """The steps of a page whose sheet carries all of them with their texts; none where the leads are enough."""
    first = next((block for block in getattr(page, "body", None) or [] if block.block_type == "steps"), None)
    return list(first.value["steps"]) if first and first.value.get("whole_on_sheet") else []


def _steps_in(stream: StreamValue | None) -> Steps | None:
    first = next((block for block in stream or [] if block.block_type == "steps"), None)
    return Steps(first.value["heading"] or "", [step["lead"] for step in first.value["steps"]]) if first else None

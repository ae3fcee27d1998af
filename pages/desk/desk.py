from dataclasses import dataclass
from typing import Any

from wagtail.admin.ui.components import Component

from pages.core.officers_request import OfficersRequest

from .part import DeskPart, Line


@dataclass(frozen=True)
class Drawn:
    """A part as the desk shows it."""

    part: DeskPart
    lines: list[Line]
    count: int
    serious: bool
    see_all: str


class Desk(Component):
    """The CMS home: everything that waits for the officer who is signed in, and nothing else."""

    name = "desk"
    template_name = "desk/desk.html"
    order = 10

    def __init__(self, parts: list[DeskPart]):
        self.parts = parts

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        cards = [self._draw(part, request) for part in self.parts if part.may_see(request.user)]
        shown = [card for card in cards if card.count or card.part.nothing]
        shown.sort(key=lambda card: not card.serious)
        waiting = [card for card in shown if card.count and (card.part.to_do or card.serious)]
        return {"parts": shown, "waiting": waiting}

    def _draw(self, part: DeskPart, request: OfficersRequest) -> Drawn:
        lines = part.lines(request)
        return Drawn(part, lines[: part.most], len(lines), any(line.serious for line in lines), part.see_all(request))

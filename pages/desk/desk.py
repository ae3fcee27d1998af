from typing import NamedTuple

from wagtail.admin.ui.components import Component

from .part import DeskPart, Line


class Drawn(NamedTuple):
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

    def get_context_data(self, parent_context=None):
        request = parent_context["request"]
        drawn = [self._draw(part, request) for part in self.parts if part.may_see(request.user)]
        drawn = [found for found in drawn if found.count or found.part.nothing]
        drawn.sort(key=lambda found: (not found.serious, found.part.order))
        waiting = [found for found in drawn if found.count and (found.part.to_do or found.serious)]
        return {"parts": drawn, "waiting": waiting}

    def _draw(self, part, request):
        lines = list(part.lines(request))
        return Drawn(part, lines[: part.most], len(lines), any(line.serious for line in lines), part.see_all(request))

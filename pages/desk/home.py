"""The CMS home: the desk, and nothing of Wagtail's own."""

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from .desk import Desk
from .parts import PARTS


def only_the_desk(request: HttpRequest, panels: list[Component]) -> None:
    """The desk says all that Wagtail's own panels say, in the council's words."""
    panels[:] = [Desk(PARTS)]


def no_counts_of_files(request: HttpRequest, summary_items: list[Component]) -> None:
    summary_items.clear()

"""The menu in the council's words: the desk first, what is typed once in one place, and nothing officers never need."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

# Of Wagtail's own: what the desk shows better, and what only whoever installs the site needs.
LEFT_OUT = {
    "reports": {"locked-pages", "workflows", "workflow-tasks", "aging-pages", "page-types-usage"},
    "settings": {"workflows", "workflow-tasks", "collections", "sites"},
}
SHARED = tuple(
    f"/snippets/pages/{name}/"
    for name in (
        *("contact", "datedfact", "policy", "glossaryterm", "synonym", "otherlanguage"),
        *("plainphrase", "shortcode", "checklist"),
    )
)


def desk_item() -> MenuItem:
    return MenuItem(_("Your desk"), reverse("wagtailadmin_home"), name="desk", icon_name="home", order=1)


def gather_shared_facts(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Puts the lists of what is typed once and shown everywhere under one heading."""
    shared = [item for item in menu_items if str(item.url).endswith(SHARED)]
    if len(shared) > 1:
        menu_items[:] = [item for item in menu_items if item not in shared]
        facts = Menu(items=shared)
        menu_items.append(SubmenuMenuItem(_("Facts we share"), facts, name="facts", icon_name="list-ul", order=200))


def only_our_help(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Officers keep an offer; news and guides of Wagtail are not for them. Its keyboard shortcuts are."""
    menu_items[:] = [item for item in menu_items if item.name in {"how-to", "keyboard-shortcuts-trigger"}]


def leave_out(menu: str) -> Callable[[HttpRequest, list[MenuItem]], None]:
    """A hook that takes away what officers never need from one of Wagtail's menus."""

    def take_away(request: HttpRequest, menu_items: list[MenuItem]) -> None:
        menu_items[:] = [item for item in menu_items if item.name not in LEFT_OUT[menu]]

    return take_away

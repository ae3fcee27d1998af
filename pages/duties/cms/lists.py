from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.duties.checklist import Checklist


class ChecklistViewSet(SnippetViewSet):
    """Lists beside those of the law and the guidance, which stand in code."""

    model = Checklist
    icon = "list-ul"
    menu_label = _("Checklists")
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["title", "source_name"]

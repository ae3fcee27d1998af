"""The lists of contacts, policies, words explained and codes on paper: what is typed once and shown everywhere."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.content.contact import Contact
from pages.content.glossary_term import GlossaryTerm
from pages.content.policy import Policy
from pages.content.short_code import ShortCode
from pages.core.change_only import ChangeOnly


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "user"
    menu_label = _("Contacts")
    menu_order = 200
    add_to_admin_menu = True
    list_display = ["name", "phone", "provider", "example", "last_checked"]
    list_filter = ["provider", "example"]
    panels = Contact.panels


class ReviewColumn(Column):
    """Overdue is said in words and by a mark, never by colour alone."""

    cell_template_name = "content/review_cell.html"

    def get_cell_context_data(self, instance: Policy, parent_context: dict[str, Any]) -> dict[str, Any]:
        overdue = instance.is_overdue(timezone.localdate())
        return super().get_cell_context_data(instance, parent_context) | {"policy": instance, "overdue": overdue}


class PolicyViewSet(SnippetViewSet):
    model = Policy
    icon = "doc-full"
    menu_label = _("Policies")
    menu_order = 210
    add_to_admin_menu = True
    list_display = ["title", "owner", ReviewColumn("next_review", label=_("Next review"), sort_key="next_review")]
    list_filter = ["next_review", "owner"]


class GlossaryTermViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Words explained")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["term", "meaning", "explain"]


class ShortCodeViewSet(SnippetViewSet):
    model = ShortCode
    icon = "link"
    menu_label = _("Codes on paper")
    menu_order = 240
    add_to_admin_menu = True
    list_display = ["title", "code", "leads_to"]


register_permission_policy(ShortCode, ChangeOnly(ShortCode), exact_class=True)

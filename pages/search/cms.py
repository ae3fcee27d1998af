from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.search.other_language import OtherLanguage
from pages.search.synonym import Synonym


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "search"
    menu_label = _("Everyday words")
    menu_order = 230
    add_to_admin_menu = True
    list_display = ["__str__", "means"]
    search_fields = ["words", "means"]


class OtherLanguageViewSet(SnippetViewSet):
    model = OtherLanguage
    icon = "globe"
    menu_label = _("Other languages")
    menu_order = 231
    add_to_admin_menu = True
    list_display = ["name", "own_name", BooleanColumn("is_unchecked", label=_("To be checked by a speaker"))]
    search_fields = ["name", "own_name"]
    ordering = ["name"]

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.core.inline import finished
from pages.search.behind import offer_now
from pages.search.lacking import lacking
from pages.search.other_language import OtherLanguage
from pages.search.synonym import Synonym


def words_not_on_the_page(row: Synonym) -> str:
    return ", ".join(lacking(finished(row.words), finished(row.means), offer_now()))


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "search"
    menu_label = _("Everyday words")
    menu_order = 230
    add_to_admin_menu = True
    list_display = [
        "__str__",
        "means",
        Column("lacking", label=_("Not said on the pages they lead to"), accessor=words_not_on_the_page),
    ]
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

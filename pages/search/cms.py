from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.search.synonym import Synonym


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "search"
    menu_label = _("Everyday words")
    menu_order = 230
    add_to_admin_menu = True
    list_display = ["__str__", "means"]
    search_fields = ["words", "means"]

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.plain_words.plain_phrase import PlainPhrase


class PlainPhraseViewSet(SnippetViewSet):
    model = PlainPhrase
    icon = "glasses"
    menu_label = _("Plainer words")
    menu_order = 235
    add_to_admin_menu = True
    list_display = ["phrase", "instead", "why"]
    search_fields = ["phrase", "instead"]

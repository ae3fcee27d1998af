"""The lists of what is typed once and shown everywhere; amounts of money and policies have modules of their own."""

from django.utils.translation import gettext_lazy as _
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.change_only import ChangeOnly
from pages.cms.money import MoneyFactViewSet
from pages.cms.policies import PolicyViewSet
from pages.models import Contact, GlossaryTerm, PlainPhrase, ShortCode, Synonym


class ContactViewSet(SnippetViewSet):
    model = Contact
    icon = "user"
    menu_label = _("Contacts")
    menu_order = 200
    add_to_admin_menu = True
    list_display = ["name", "phone", "provider", "example", "last_checked"]
    list_filter = ["provider", "example"]
    panels = Contact.panels


class GlossaryTermViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Words explained")
    menu_order = 220
    add_to_admin_menu = True
    list_display = ["term", "meaning", "explain"]


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "search"
    menu_label = _("Everyday words")
    menu_order = 230
    add_to_admin_menu = True
    list_display = ["__str__", "means"]
    search_fields = ["words", "means"]


class PlainPhraseViewSet(SnippetViewSet):
    model = PlainPhrase
    icon = "glasses"
    menu_label = _("Plainer words")
    menu_order = 235
    add_to_admin_menu = True
    list_display = ["phrase", "instead", "why"]
    search_fields = ["phrase", "instead"]


class ShortCodeViewSet(SnippetViewSet):
    model = ShortCode
    icon = "link"
    menu_label = _("Codes on paper")
    menu_order = 240
    add_to_admin_menu = True
    list_display = ["title", "code", "leads_to"]


register_permission_policy(ShortCode, ChangeOnly(ShortCode), exact_class=True)

LISTS = [
    ContactViewSet,
    MoneyFactViewSet,
    PolicyViewSet,
    GlossaryTermViewSet,
    SynonymViewSet,
    PlainPhraseViewSet,
    ShortCodeViewSet,
]

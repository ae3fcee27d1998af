from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.change_only import ChangeOnly
from pages.cms import (
    before_publishing,
    callbacks,
    checking,
    checks_report,
    desk,
    feedback,
    groups,
    how_to,
    links,
    menu,
    money,
    owners,
    plain_words,
    policies,
    sign_off,
    still_used,
    told,
    versions,
    yearly_report,
)
from pages.cms.duties import api as duty_api
from pages.cms.duties import guard as duty_guard
from pages.cms.duties import history as duty_history
from pages.cms.duties import report as duty_report
from pages.models import Contact, GlossaryTerm, PlainPhrase, ShortCode, Synonym
from pages.services.money import MoneyHandler
from pages.services.page_links import PageLinks

STYLE_SHEETS = [
    "before-publishing",
    "brand",
    "checking",
    "desk",
    "duties",
    "how-to",
    "plain-words",
    "shared-facts",
    "sign-off",
    "told",
    "yearly-report",
]


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


register_snippet(ContactViewSet)
register_snippet(money.MoneyFactViewSet)
register_snippet(policies.PolicyViewSet)
register_snippet(GlossaryTermViewSet)
register_snippet(SynonymViewSet)
register_snippet(PlainPhraseViewSet)
register_permission_policy(ShortCode, ChangeOnly(ShortCode), exact_class=True)
register_snippet(ShortCodeViewSet)


@hooks.register("register_rich_text_features", order=10)
def link_pages_from_memory(features):
    features.register_link_type(PageLinks)
    features.register_embed_type(MoneyHandler)


@hooks.register("register_rich_text_features")
def register_example_feature(features):
    """Marks a detail as an example, to be confirmed by the council."""
    control = {"type": "EXAMPLE", "label": "Example", "description": str(_("Example detail, to be confirmed"))}
    control["style"] = {"backgroundColor": "#fdeecb", "color": "#241f3a"}
    features.register_editor_plugin("draftail", "example", InlineStyleFeature(control))
    features.register_converter_rule(
        "contentstate",
        "example",
        {
            "from_database_format": {"mark": InlineStyleElementHandler("EXAMPLE")},
            "to_database_format": {"style_map": {"EXAMPLE": "mark"}},
        },
    )


hooks.register("register_rich_text_features", money.register_feature)


@hooks.register("register_icons")
def draw_our_own(icons):
    return [*icons, "wagtailadmin/icons/money.svg"]


@hooks.register("insert_global_admin_css")
def brand_the_cms():
    sheets = [(static(f"cms/{name}.css"),) for name in STYLE_SHEETS]
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("construct_help_menu")
def leave_out_what_is_about_the_framework(request, menu_items):
    """Officers keep an offer; news and guides of Wagtail are not for them. Its keyboard shortcuts are."""
    menu_items[:] = [item for item in menu_items if item.name in {"how-to", "keyboard-shortcuts-trigger"}]


@hooks.register("insert_editor_js")
def count_characters():
    return format_html('<script src="{}" defer></script>', static("cms/count-characters.js"))


@hooks.register("insert_editor_js")
def name_rich_text_editors():
    return format_html('<script src="{}" defer></script>', static("cms/name-editors.js"))


@hooks.register("insert_editor_js")
def say_what_could_be_plainer():
    return format_html('<script src="{}" defer></script>', static("cms/plain-words.js"))


@hooks.register("construct_homepage_panels", order=1000)
def make_the_home_a_desk(request, panels):
    """The desk says all that Wagtail's own panels say, in the council's words."""
    panels[:] = [desk.Desk(desk.PARTS)]


@hooks.register("construct_homepage_summary_items", order=1000)
def leave_out_counts_of_files(request, summary_items):
    summary_items.clear()


@hooks.register("register_admin_viewset")
def list_groups():
    return groups.GroupListing("support_groups")


@hooks.register("register_admin_urls")
def call_meetings_off():
    return groups.URLS


hooks.register("register_log_actions", groups.register_log_actions)
hooks.register("register_page_header_buttons", groups.call_off_buttons)
hooks.register("register_page_listing_more_buttons", groups.call_off_buttons)


@hooks.register("register_admin_urls")
def work_off_what_readers_told_us():
    return told.URLS


hooks.register("register_admin_menu_item", told.menu_item)
hooks.register("register_log_actions", told.register_log_actions)
hooks.register("register_log_actions", versions.register_log_actions)
hooks.register("before_delete_page", versions.keep_reports)
hooks.register("before_bulk_action", versions.keep_reports_in_bulk)


@hooks.register("register_admin_viewset")
def list_what_visitors_sent():
    return [callbacks.CallbackViewSet(), feedback.FeedbackViewSet(), told.CommentViewSet()]


@hooks.register("register_admin_viewset")
def list_versions():
    return versions.OfferVersionViewSet()


@hooks.register("register_admin_urls")
def report_useful_pages():
    return feedback.URLS


@hooks.register("register_admin_urls")
def read_plain_words():
    return plain_words.URLS


hooks.register("register_reports_menu_item", plain_words.menu_item)


@hooks.register("register_admin_urls")
def ask_before_publishing():
    return before_publishing.URLS


hooks.register("register_log_actions", before_publishing.register_log_actions)
hooks.register("before_publish_page", before_publishing.ask_before_publishing)
hooks.register("after_edit_page", before_publishing.ask_before_approving)


@hooks.register("register_admin_urls")
def check_pages():
    return [*checking.URLS, *checks_report.URLS, *how_to.URLS]


hooks.register("register_log_actions", checking.register_log_actions)
hooks.register("register_page_header_buttons", checking.check_buttons)
hooks.register("register_page_listing_more_buttons", checking.check_buttons)
hooks.register("register_reports_menu_item", checks_report.menu_item)
hooks.register("register_log_actions", owners.register_log_actions)
hooks.register("register_bulk_action", owners.GiveOwner)
hooks.register("before_publish_page", owners.keep_owner, order=-1)  # before a hook that asks first, and so ends it
hooks.register("after_edit_page", owners.keep_owner, order=-1)
hooks.register("register_help_menu_item", how_to.menu_item)


hooks.register("register_admin_menu_item", menu.desk_item)
hooks.register("construct_main_menu", menu.gather_shared_facts, order=1000)
hooks.register("construct_reports_menu", menu.leave_out("reports"))
hooks.register("construct_settings_menu", menu.leave_out("settings"))


@hooks.register("register_admin_urls")
def report_duties():
    return duty_report.URLS


hooks.register("register_reports_menu_item", duty_report.menu_item)


@hooks.register("register_admin_urls")
def make_the_yearly_report():
    return yearly_report.URLS


hooks.register("register_reports_menu_item", yearly_report.menu_item)
hooks.register("register_log_actions", duty_history.register_log_actions)
hooks.register("before_unpublish_page", duty_guard.before_unpublish_page)
hooks.register("before_delete_page", duty_guard.before_delete_page)
hooks.register("before_bulk_action", duty_guard.before_bulk_action)
hooks.register("construct_admin_api", duty_api.construct_admin_api)


@hooks.register("register_admin_viewset")
def list_sign_offs():
    return sign_off.SignOffViewSet()


@hooks.register("register_admin_urls")
def send_for_sign_off():
    return sign_off.URLS


hooks.register("register_log_actions", sign_off.register_log_actions)
hooks.register("register_page_header_buttons", sign_off.send_buttons)
hooks.register("register_page_listing_more_buttons", sign_off.send_buttons)


@hooks.register("register_admin_urls")
def report_links_and_policies():
    return [*links.URLS, *policies.URLS]


hooks.register("register_reports_menu_item", links.menu_item)
hooks.register("register_reports_menu_item", policies.menu_item)
hooks.register("register_log_actions", links.register_log_actions)
hooks.register("before_delete_snippet", still_used.refuse_to_delete)

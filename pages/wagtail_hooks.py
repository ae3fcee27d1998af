"""Registers with Wagtail what the features have for officers. Nothing is written here but what goes where."""

from django.urls import URLPattern
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.models import register_snippet

from pages import desk
from pages.before_we_open import cms as before_we_open
from pages.consultation import cms as consultation
from pages.content import cms as content
from pages.content import rich_text
from pages.core import still_used
from pages.council import cms as words
from pages.dated_facts import april_cms as april
from pages.dated_facts import cms as dated_facts
from pages.dated_facts import sentence_cms as dated_sentences
from pages.desk import how_to, look, menu
from pages.duties import cms as duties
from pages.duties import guard as duty_guard
from pages.duties import history as duty_history
from pages.duties import report as duty_report
from pages.groups import cms as groups
from pages.heard import cms as told
from pages.heard import useful_cms as useful
from pages.layers import cms as layers
from pages.outside_links import cms as outside_links
from pages.paper import cms as paper
from pages.plain_words import cms as plain_words
from pages.plain_words.cms import named_policies, phrases
from pages.publishing import before_publishing, check_button, checks_report
from pages.publishing import owners_cms as owners
from pages.publishing import versions_cms as versions
from pages.ring_back import cms as ring_back
from pages.search import cms as search
from pages.set_up import cms as set_up
from pages.sign_in import cms as sign_in
from pages.sign_in.cms import users
from pages.sign_off import cms as sign_off
from pages.site import api
from pages.urgent_notice import cms as urgent_notice
from pages.work import cms as work
from pages.yearly_report import cms as yearly_report

# What is typed once and shown everywhere, in the order of the menu.
SHARED_FACTS = (
    content.ContactViewSet,
    dated_facts.DatedFactViewSet,
    content.PolicyViewSet,
    content.GlossaryTermViewSet,
    search.SynonymViewSet,
    search.OtherLanguageViewSet,
    phrases.PlainPhraseViewSet,
    content.ShortCodeViewSet,
    duties.ChecklistViewSet,
)

for shared_list in SHARED_FACTS:
    register_snippet(shared_list)


@hooks.register("register_admin_urls")
def screens() -> list[URLPattern]:
    parts = [april, before_publishing, before_we_open, check_button, checks_report, duties, duty_report, useful, groups]
    parts += [how_to, layers, outside_links, paper, plain_words, named_policies, set_up, sign_in, sign_off, told, work]
    parts += [yearly_report, dated_sentences, consultation, urgent_notice]
    return [url for part in parts for url in part.URLS]


@hooks.register("register_admin_viewset")
def listings() -> list[ViewSet]:
    visitors_words = [ring_back.CallbackViewSet(), useful.FeedbackViewSet(), told.CommentViewSet()]
    return [
        groups.GroupListing("support_groups"),
        *visitors_words,
        consultation.ConsultationViewSet(),
        versions.OfferVersionViewSet(),
        sign_off.SignOffViewSet(),
        sign_in.InvitationViewSet(),
        urgent_notice.UrgentNoticeViewSet(),
    ]


history = (
    april,
    before_publishing,
    check_button,
    duty_history,
    groups,
    layers,
    outside_links,
    owners,
    sign_off,
    told,
    urgent_notice,
    versions,
)
for part in history:
    hooks.register("register_log_actions", part.register_log_actions)

# The desk, the menu and the look.
hooks.register("construct_homepage_panels", desk.only_the_desk, order=1000)
hooks.register("construct_homepage_panels", set_up.say_that_it_is_not_open, order=1001)
hooks.register("construct_homepage_summary_items", desk.no_counts_of_files, order=1000)
hooks.register("register_admin_menu_item", menu.desk_item)
hooks.register("register_admin_menu_item", before_we_open.menu_item)
hooks.register("register_admin_menu_item", told.menu_item)
for report in (april, checks_report, duty_report, outside_links, plain_words, named_policies, sign_in, yearly_report):
    hooks.register("register_reports_menu_item", report.menu_item)
hooks.register("register_settings_menu_item", work.menu_item)
hooks.register("register_account_menu_item", sign_in.ways_to_sign_in)
hooks.register("register_help_menu_item", how_to.menu_item)
hooks.register("construct_main_menu", menu.gather_shared_facts, order=1000)
hooks.register("construct_reports_menu", menu.leave_out("reports"))
hooks.register("construct_settings_menu", menu.leave_out("settings"))
hooks.register("construct_help_menu", menu.only_our_help)
hooks.register("insert_global_admin_css", look.style_sheets)
hooks.register("insert_global_admin_js", look.scripts)
hooks.register("insert_editor_js", look.editor_scripts)
hooks.register("register_icons", look.icons)

# Running text.
hooks.register("register_rich_text_features", rich_text.remember, order=10)
hooks.register("register_rich_text_features", rich_text.mark_examples)
hooks.register("register_rich_text_features", dated_facts.register_feature)
hooks.register("register_rich_text_features", dated_sentences.register_feature)
hooks.register("register_rich_text_features", words.register_feature)
hooks.register("insert_editor_js", words.offer_words)

# Buttons on a page.
for buttons in (groups.call_off_buttons, check_button.check_buttons, sign_off.send_buttons):
    hooks.register("register_page_header_buttons", buttons)
    hooks.register("register_page_listing_more_buttons", buttons)
hooks.register("register_bulk_action", owners.GiveOwner)

# Several log-ins at once: after Wagtail's own, which these replace.
for action in (users.AssignRole, users.SetActiveState):
    hooks.register("register_bulk_action", action, order=1)

# Before and after a page is published. The owner is kept first: a hook that asks something ends the row.
hooks.register("before_publish_page", owners.keep_owner, order=-1)
hooks.register("after_edit_page", owners.keep_owner, order=-1)
hooks.register("before_publish_page", before_publishing.ask_before_publishing)
hooks.register("before_bulk_action", before_publishing.one_at_a_time)
hooks.register("after_edit_page", before_publishing.ask_before_approving)
hooks.register("construct_page_action_menu", before_publishing.approving_comes_first)

# Before something is taken away.
hooks.register("before_delete_page", versions.keep_reports)
hooks.register("before_bulk_action", versions.keep_reports_in_bulk)
hooks.register("before_unpublish_page", duty_guard.before_unpublish_page)
hooks.register("before_delete_page", duty_guard.before_delete_page)
hooks.register("before_bulk_action", duty_guard.before_bulk_action)
hooks.register("construct_admin_api", api.construct_admin_api)
hooks.register("before_delete_snippet", still_used.refuse_to_delete)

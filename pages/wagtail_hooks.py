"""Registers with Wagtail what pages/cms/ has for officers. Nothing is written here but what goes where."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from pages.cms import (
    api,
    before_publishing,
    callbacks,
    checking,
    checks_report,
    desk,
    feedback,
    groups,
    how_to,
    links,
    look,
    menu,
    money,
    owners,
    plain_words,
    policies,
    rich_text,
    shared_facts,
    sign_off,
    still_used,
    told,
    users,
    versions,
    yearly_report,
)
from pages.cms.duties import guard as duty_guard
from pages.cms.duties import history as duty_history
from pages.cms.duties import report as duty_report

for shared_list in shared_facts.LISTS:
    register_snippet(shared_list)


@hooks.register("register_admin_urls")
def screens():
    parts = [before_publishing, checking, checks_report, duty_report, feedback, groups, how_to, links]
    parts += [plain_words, policies, sign_off, told, yearly_report]
    return [url for part in parts for url in part.URLS]


@hooks.register("register_admin_viewset")
def listings():
    visitors_words = [callbacks.CallbackViewSet(), feedback.FeedbackViewSet(), told.CommentViewSet()]
    return [
        groups.GroupListing("support_groups"),
        *visitors_words,
        versions.OfferVersionViewSet(),
        sign_off.SignOffViewSet(),
    ]


for part in (before_publishing, checking, duty_history, groups, links, owners, sign_off, told, versions):
    hooks.register("register_log_actions", part.register_log_actions)

# The desk, the menu and the look.
hooks.register("construct_homepage_panels", desk.only_the_desk, order=1000)
hooks.register("construct_homepage_summary_items", desk.no_counts_of_files, order=1000)
hooks.register("register_admin_menu_item", menu.desk_item)
hooks.register("register_admin_menu_item", told.menu_item)
for report in (checks_report, duty_report, links, plain_words, policies, yearly_report):
    hooks.register("register_reports_menu_item", report.menu_item)
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
hooks.register("register_rich_text_features", money.register_feature)

# Buttons on a page.
for buttons in (groups.call_off_buttons, checking.check_buttons, sign_off.send_buttons):
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

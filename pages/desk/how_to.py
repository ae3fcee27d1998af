"""Short help in the CMS itself, written for the people who work in it; each sees what they can do."""

from typing import NamedTuple

from django.contrib.auth.models import User
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from pages import sign_off
from pages.core.lazy_text import LazyText
from pages.core.officers_request import OfficersRequest

TITLE = _("How to …")


class Topic(NamedTuple):
    """One page of help; its text is `cms/help/<slug>.html`. `needs` is the permission of those it is for."""

    slug: str
    title: LazyText
    needs: str

    @property
    def template(self) -> str:
        return f"desk/help/{self.slug}.html"

    def is_for(self, user: User) -> bool:
        if self.needs in {CHANGE_PAGES, PUBLISH_PAGES}:
            return page_permission_policy.user_has_permission(user, self.needs)
        return user.has_perm(self.needs)


CHANGE_PAGES, PUBLISH_PAGES = "change", "publish"
TOPICS = [
    Topic("change-a-number", _("How to change a phone number"), "wagtailadmin.access_admin"),
    Topic("change-an-amount", _("How to change a dated fact"), "pages.change_datedfact"),
    Topic("check-a-page", _("How to check a page"), CHANGE_PAGES),
    Topic("approve-and-publish", _("How to send a page for approval and publish it"), CHANGE_PAGES),
    Topic("say-what-changed", _("How to say what changed"), CHANGE_PAGES),
    Topic("ask-families", _("How to ask families, and publish what they said"), "pages.change_consultation"),
    Topic("answer-on-paper", _("How to type in an answer that came on paper"), "pages.add_consultationanswer"),
    Topic("readers-told-us", _("How to work off what readers told us"), "pages.add_closing"),
    Topic("easier-to-read", _("How to make a page easier to read"), CHANGE_PAGES),
    Topic("words-in-braces", _("How to write your council’s own words"), CHANGE_PAGES),
    Topic("what-holds-here", _("How to say what holds in your area"), CHANGE_PAGES),
    Topic("new-national-text", _("How to deal with new national text"), CHANGE_PAGES),
    Topic("mark-an-example", _("How to mark an example"), CHANGE_PAGES),
    Topic("mend-a-dead-link", _("How to mend a dead link"), "pages.view_outsidelink"),
    Topic("add-a-group", _("How to add a group"), CHANGE_PAGES),
    Topic("cancel-a-group", _("How to cancel a group"), CHANGE_PAGES),
    Topic(
        "urgent-notice", _("How to tell every reader that something is different today"), "pages.change_urgentnotice"
    ),
    Topic("prove-a-duty", _("How to show that a duty is met"), "pages.change_standing"),
    Topic("get-sign-off", _("How to get sign-off from a solicitor"), sign_off.MAY_SEND),
    Topic("leaflet", _("How to put something on the leaflet"), CHANGE_PAGES),
    Topic("desk-is-red", _("What to do when the desk is red"), "wagtailadmin.access_admin"),
    Topic("ring-back", _("How to answer a request to be rung"), "pages.change_callback"),
    Topic("make-a-pack", _("How to make a pack for a family"), "wagtailadmin.access_admin"),
]


def contents(request: OfficersRequest) -> HttpResponse:
    """The list of everything that this officer can look up."""
    return render(request, "desk/help/contents.html", {"topics": _topics(request.user), "title": TITLE})


def topic(request: OfficersRequest, slug: str) -> HttpResponse:
    topics = _topics(request.user)
    chosen = next((each for each in topics if each.slug == slug), None)
    if chosen is None:
        raise Http404
    user = request.user
    may = {
        "edit": page_permission_policy.user_has_permission(user, CHANGE_PAGES),
        "publish": page_permission_policy.user_has_permission(user, PUBLISH_PAGES),
        "change_contacts": user.has_perm("pages.change_contact"),
        "mend_links": user.has_perm("pages.change_outsidelink"),
        "ring": user.has_perm("pages.change_callback"),
    }
    others = [each for each in topics if each != chosen]
    first = Page.objects.filter(depth=2).values_list("pk", flat=True).first()
    return render(request, chosen.template, {"topic": chosen, "others": others, "may": may, "first_page": first})


def menu_item() -> MenuItem:
    return MenuItem(TITLE, reverse("how-to"), name="how-to", icon_name="help", order=100)


def _topics(user: User) -> list[Topic]:
    return [each for each in TOPICS if each.is_for(user)]


URLS = [path("help/", contents, name="how-to"), path("help/<slug:slug>/", topic, name="how-to-topic")]

"""The end of the set-up, in the CMS: links to hand over, what is left to do, and the button that opens the site."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from pages.core.officers_request import OfficersRequest
from pages.set_up.council import council_settings
from pages.set_up.opening import NotFitError, open_to_readers, what_is_in_the_way
from pages.set_up.state import SiteState, current_state
from pages.sign_in.cms.invitations import links_to_hand_over

MAY_OPEN = "pages.change_councilsettings"
NAMED = 10
TITLE = gettext_lazy("Your offer is not open yet")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(MAY_OPEN, raise_exception=True)
def open_the_site(request: OfficersRequest) -> HttpResponse:
    """Shows what is left to do; the button opens the offer to its readers."""
    if current_state() is not SiteState.BEING_SET_UP:
        return redirect("before_we_open")
    if request.method == "POST":
        return _open(request)
    in_the_way = what_is_in_the_way()
    context = {
        "title": TITLE,
        "in_the_way": in_the_way[:NAMED],
        "more": max(0, len(in_the_way) - NAMED),
        "links": links_to_hand_over(request.user),
        "drafts": Page.objects.filter(live=False, depth__gt=1).count(),
        "council": council_settings(),
    }
    return render(request, "set_up/cms/open_the_site.html", context)


def _open(request: OfficersRequest) -> HttpResponse:
    try:
        open_to_readers()
    except NotFitError:
        messages.error(request, _("Not opened: first put right what is in the way."))
        return redirect("open-the-site")
    messages.success(request, _("Your offer is open: everybody can read it now."))
    return redirect("wagtailadmin_home")


class NotOpenYet(Component):
    """On the desk until the offer is open: that it is not, and where it is opened."""

    name = "not-open-yet"
    template_name = "set_up/cms/not_open_yet.html"
    order = 1

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"title": TITLE, "may_open": user.has_perm(MAY_OPEN)}


def say_that_it_is_not_open(request: HttpRequest, panels: list[Component]) -> None:
    if current_state() is SiteState.BEING_SET_UP:
        panels.insert(0, NotOpenYet())


URLS = [path("open-the-site/", open_the_site, name="open-the-site")]

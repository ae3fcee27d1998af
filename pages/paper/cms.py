"""What is on paper, in the CMS: how old each is, what keeps it from being newer, and the button that prints now."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.permissions import page_permission_policy

from pages.core.any_user import AnyUser
from pages.core.officers_request import OfficersRequest
from pages.core.tasks import enqueue_once
from pages.paper import booklet, tasks
from pages.paper.model import Paper

TITLE = gettext_lazy("Paper")


def may_print(user: AnyUser) -> bool:
    """Who may put pages online may put them on paper."""
    return page_permission_policy.user_has_permission(user, "publish")


@require_safe
def papers(request: OfficersRequest) -> HttpResponse:
    """Every form of paper and its state."""
    context = {
        "title": TITLE,
        "papers": Paper.objects.defer("pdf").order_by("pk"),
        "is_printing": booklet.is_printing(),
        "is_stale": booklet.is_stale(),
        "may_print": may_print(request.user),
    }
    return render(request, "paper/papers.html", context)


@require_POST
def print_now(request: OfficersRequest) -> HttpResponse:
    """Asks for all paper that is not what the site says."""
    if not may_print(request.user):
        raise PermissionDenied
    enqueue_once(tasks.make_leaflets)
    if booklet.is_stale():
        tasks.print_offer_now()
        messages.success(request, _("It is printed as soon as the printer is free. Look again in a minute."))
    else:
        messages.success(request, _("The whole offer is as the site is: there is nothing to print."))
    return redirect("papers")


URLS = [path("paper/", papers, name="papers"), path("paper/print/", print_now, name="print-papers")]

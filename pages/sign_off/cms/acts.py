"""Withdrawing a link, and making a new one instead."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from pages import sign_off as sign_offs
from pages.core.officers_request import OfficersRequest
from pages.sign_off.model import SignOff

from .send import DaysForm, show_link


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: OfficersRequest, pk: int) -> HttpResponse:
    """Asks once, then makes the link worthless."""
    sign_off = _sign_off(request, pk, "change")
    if request.method != "POST":
        return render(request, "sign_off/cms/withdraw.html", {"sign_off": sign_off})
    sign_offs.withdraw(sign_off, request.user, timezone.now())
    messages.success(request, _("The link is withdrawn. It opens nothing any more."))
    return redirect("signoff:inspect", sign_off.pk)


@never_cache
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def make_new_link(request: OfficersRequest, pk: int) -> HttpResponse:
    """Asks how long it shall work, then shows the new link."""
    sign_off = _sign_off(request, pk, "publish")
    form = DaysForm(request.POST or None)
    if not form.is_valid():
        return render(request, "sign_off/cms/new_link.html", {"sign_off": sign_off, "form": form})
    try:
        secret = sign_offs.make_new_link(sign_off, request.user, form.expires_at())
    except sign_offs.NoLinkError:
        messages.error(request, _("This one is finished or withdrawn. Send the drafts again instead."))
        return redirect("signoff:inspect", sign_off.pk)
    sign_off.refresh_from_db()
    return show_link(request, sign_off, secret)


def _sign_off(request: OfficersRequest, pk: int, permission: str) -> SignOff:
    """The sign-off, for whoever sent it and for those who may do so much with each of its pages.

    A new link lets whoever holds it answer as the signer: it is not for every colleague.
    """
    if not request.user.has_perm(sign_offs.MAY_CHANGE):
        raise PermissionDenied
    sign_off = get_object_or_404(SignOff, pk=pk)
    pages = Page.objects.filter(sign_offs__sign_off=sign_off)
    allowed = page_permission_policy.instances_user_has_permission_for(request.user, permission)
    if sign_off.made_by != request.user and pages.exclude(pk__in=allowed.values("pk")).exists():
        raise PermissionDenied
    return sign_off

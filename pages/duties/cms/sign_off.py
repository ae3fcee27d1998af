"""Signing off what is said of an item, for those who answer for the offer."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from pages.core.as_seen import CHANGED, is_as_seen, marked
from pages.core.officers_request import OfficersRequest
from pages.council.roles import KINSHIP_LEAD
from pages.duties import acts
from pages.duties.duty_map import Row
from pages.duties.evidence import title_of
from pages.duties.items import Item
from pages.duties.next_step import EDIT
from pages.duties.standing import Claim

from .edit import MAY_SIGN, item_for, row_of
from .forms import SignOffForm


@require_http_methods(["GET", "HEAD", "POST"])
def sign_off(request: OfficersRequest, name: str) -> HttpResponse:
    """Asks for the job title and the day to look again; or takes the sign-off back."""
    item = item_for(request, name, MAY_SIGN)
    if request.method != "POST":
        return _shown(request, item)
    with transaction.atomic():
        acts.hold(item)
        return _sent(request, item)


def _sent(request: OfficersRequest, item: Item) -> HttpResponse:
    if "take" in request.POST:
        standing = acts.standing_of(item)
        if not is_as_seen(marked(request), standing.mark):
            messages.warning(request, CHANGED)
            return redirect(EDIT, item.name)
        acts.take_sign_off(standing, request.user)
        messages.success(request, _("The sign-off is taken back."))
        return redirect(EDIT, item.name)
    return _shown(request, item)


def _shown(request: OfficersRequest, item: Item) -> HttpResponse:
    row, day = row_of(item), timezone.localdate()
    if problem := why_not(row):
        messages.error(request, problem)
        return redirect(EDIT, item.name)
    names = (request.user.first_name, request.user.last_name)
    initial = {"post": (row.standing.signed_off_by if row.standing else "") or KINSHIP_LEAD}
    form = SignOffForm(request.POST or None, day=day, names=names, initial=initial, now=row.mark)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        acts.sign_off(acts.standing_of(item), data["post"], data["look_again"], request.user, day)
        messages.success(request, _("“%(label)s” is signed off.") % {"label": item.label})
        return redirect(EDIT, item.name)
    proofs = [(shown, title_of(shown.proof)) for shown in row.proofs]
    return render(request, "duties/cms/sign_off.html", {"item": item, "row": row, "form": form, "proofs": proofs})


def why_not(row: Row) -> str:
    """Why nobody can sign it off as it is; nothing when somebody can."""
    if row.standing is None:
        return _("First say how far you do this.")
    if row.standing.claim == Claim.MET and not row.proofs:
        return _("First name what proves it.")
    if row.standing.claim == Claim.MET and row.broken:
        return _("It can’t be signed off as met while something that proves it does not hold.")
    return ""

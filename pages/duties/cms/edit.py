"""The screen of one item: how far it is met, what proves it, and who signed it off."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.log_actions import registry

from pages.core.officers_request import OfficersRequest
from pages.duties import acts
from pages.duties.duty_map import Row, rows_on
from pages.duties.evidence import title_of
from pages.duties.items import Item, items
from pages.duties.next_step import EDIT, next_steps
from pages.duties.proof import ProofKind

from .forms import StandingForm

MAY_SAY, MAY_SIGN = "pages.change_standing", "pages.sign_off_standing"
ENTRIES_SHOWN = 10


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: OfficersRequest, name: str) -> HttpResponse:
    """Says how far the item is met, in one form; what proves it has its own screens."""
    item = item_for(request, name)
    standing = acts.standing_of(item)
    form = StandingForm(request.POST or None, instance=standing, for_user=request.user)
    if request.method == "POST" and form.is_valid():
        acts.say(form.save(commit=False), request.user)
        messages.success(request, _("“%(label)s” is saved.") % {"label": item.label})
        return redirect(EDIT, item.name)
    row = row_of(item)
    history = registry.get_logs_for_instance(standing)[:ENTRIES_SHOWN] if standing.pk else []
    context = {
        "item": item,
        "row": row,
        "form": form,
        "proofs": [(shown, title_of(shown.proof)) for shown in row.proofs],
        "kinds": ProofKind.choices,
        "steps": next_steps(row),
        "history": history,
        "may_sign": request.user.has_perm(MAY_SIGN),
    }
    return render(request, "duties/cms/edit.html", context)


def item_for(request: OfficersRequest, name: str, permission: str = MAY_SAY) -> Item:
    """The item, for who may do this with it."""
    if not request.user.has_perm(permission):
        raise PermissionDenied
    if name not in (known := items()):
        raise Http404
    return known[name]


def row_of(item: Item) -> Row:
    return next(row for row in rows_on(timezone.localdate()) if row.item.name == item.name)

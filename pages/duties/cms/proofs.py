"""Naming what proves an item, and taking it away. A part of a page is chosen in two steps, without any script."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from pages.core.as_seen import CHANGED, is_as_seen, marked
from pages.core.base_page import BasePage
from pages.core.officers_request import OfficersRequest
from pages.duties import acts
from pages.duties.duty_map import tied_pages
from pages.duties.evidence import example_contacts, whole_pages
from pages.duties.example_facts import example_facts
from pages.duties.items import Item
from pages.duties.next_step import EDIT
from pages.duties.parts import PagePart, parts_of
from pages.duties.proof import Proof, ProofKind
from pages.duties.standing import Standing

from .edit import MAY_SAY, item_for
from .forms import FORMS, PageStep, PartForm

ONCE = ("kind", "page_id", "part", "contact_id", "words", "decided_on", "url")


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: OfficersRequest, name: str, kind: str) -> HttpResponse:
    """Asks for one proof of this kind."""
    item = item_for(request, name)
    if kind not in ProofKind.values:
        raise Http404
    proof = Proof(kind=kind)
    about = tied_pages().get(item.name, [])
    form: Any
    context: dict[str, Any] = {"item": item, "kind": ProofKind(kind), "proof": proof}
    if kind == ProofKind.PART:
        step = PageStep(request.GET if "page" in request.GET else None, about=about)
        if not step.is_valid():
            return render(request, "duties/cms/page_step.html", context | {"form": step})
        proof.page = _page(int(step.cleaned_data["page"]))
        form = PartForm(request.POST or None, instance=proof, parts=_parts(proof.page))
    else:
        options = {"about": about} if kind == ProofKind.POST else {}
        form = FORMS[ProofKind(kind)](request.POST or None, instance=proof, **options)
    if request.method == "POST" and form.is_valid():
        return _keep(request, item, form.save(commit=False))
    return render(request, "duties/cms/proof.html", context | {"form": form})


@require_POST
def take(request: OfficersRequest, pk: int) -> HttpResponse:
    """Takes a proof away."""
    if not request.user.has_perm(MAY_SAY):
        raise PermissionDenied
    proof = Proof.objects.select_related("standing", "page", "contact").filter(pk=pk).first()
    if proof is None:
        messages.warning(request, _("This proof is removed already."))
        return redirect("duty-map")
    name = proof.standing.item
    if not is_as_seen(marked(request), proof.standing.mark):
        messages.warning(request, CHANGED)
    elif acts.take_proof(proof, request.user):
        messages.warning(request, _("The proof is removed, and with it the sign-off. Nothing has changed on its page."))
    else:
        messages.success(request, _("The proof is removed. Nothing has changed on its page."))
    return redirect(EDIT, name)


def _parts(page: BasePage) -> list[PagePart]:
    """The parts as they are today, with what of them is an example."""
    now = example_facts(timezone.localdate())
    return [part.on(now) for part in parts_of(page, example_contacts()).values()]


def _page(key: int) -> BasePage:
    pages = whole_pages([key])
    if key not in pages:
        raise Http404  # it was deleted a moment ago
    return pages[key]


def _keep(request: OfficersRequest, item: Item, proof: Proof) -> HttpResponse:
    standing = acts.standing_of(item)
    if _is_there(standing, proof):
        messages.warning(request, _("This is named as a proof already."))
    elif acts.add_proof(standing, proof, request.user):
        messages.warning(request, _("The proof is added, and the sign-off is gone: it was for the proofs before."))
    else:
        messages.success(request, _("The proof is added."))
    return redirect(EDIT, item.name)


def _is_there(standing: Standing, proof: Proof) -> bool:
    same = {name: getattr(proof, name) for name in ONCE}
    return standing.pk is not None and Proof.objects.filter(standing=standing, **same).exists()

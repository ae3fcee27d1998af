"""Where somebody without an account reads drafts and says whether they approve them."""

from contextlib import suppress
from typing import NamedTuple

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from pages import sign_off as sign_offs
from pages.core.html.tree import parse_document, written
from pages.core.open_pages import shown_as_open
from pages.council.council import current_council
from pages.sign_off.forms import SignOffAnswerForm
from pages.sign_off.model import SignOff, SignOffPage, Verdict
from pages.sign_off.signer import SignersRequest, for_signer, no_such_link


class Frame(NamedTuple):
    """What stands around a draft: which one of how many it is, and the form to answer it."""

    entry: SignOffPage
    total: int
    list_url: str
    form: SignOffAnswerForm
    is_finished: bool
    is_officer: bool
    not_saved: bool


@for_signer
def drafts(request: SignersRequest, sign_off: SignOff) -> HttpResponse:
    """The drafts with what the signer has said of each; after the last one, the thanks."""
    entries = sign_offs.entries_of(sign_off)
    waiting = [entry for entry in entries if entry.verdict == Verdict.WAITING]
    for entry in entries:
        entry.url = _url(request, entry.page_id)
    context = {
        "sign_off": sign_off,
        "entries": entries,
        "waiting": waiting,
        "next": waiting[0] if waiting else None,
        "saved": next((entry for entry in entries if request.GET.get("saved") == str(entry.page_id)), None),
        "finish_url": reverse("sign-off-finish", args=[request.secret]),
        "is_officer": request.is_officer,
    }
    return render(request, "sign_off/drafts.html", context)


@for_signer
def draft(request: SignersRequest, sign_off: SignOff, page: int) -> HttpResponse:
    """One draft as readers will see it, with the signer's answer below it."""
    entries = sign_offs.entries_of(sign_off)
    entry = next((entry for entry in entries if entry.page_id == page), None)
    if entry is None:
        return no_such_link(request)
    given = {"verdict": entry.verdict, "comment": entry.comment}
    form = SignOffAnswerForm(request.POST if request.method == "POST" else None, initial=given)
    not_saved = False
    if form.is_bound and not request.is_officer and form.is_valid():
        try:
            sign_offs.answer(entry, form.cleaned_data["verdict"], form.cleaned_data["comment"], timezone.now())
            return redirect(f"{reverse('sign-off', args=[request.secret])}?saved={entry.page_id}")
        except sign_offs.ClosedError:
            not_saved = True
    frame = Frame(
        entry=entry,
        total=len(entries),
        list_url=reverse("sign-off", args=[request.secret]),
        form=form,
        is_finished=bool(sign_off.finished_at),
        is_officer=request.is_officer,
        not_saved=not_saved or (form.is_bound and request.is_officer),
    )
    return _drawn(request, sign_off, entries, frame)


@for_signer
def finish(request: SignersRequest, sign_off: SignOff) -> HttpResponse:
    """The signer has answered all they want to; the officer who sent the drafts is told."""
    answered = any(entry.verdict != Verdict.WAITING for entry in sign_offs.entries_of(sign_off))
    if request.method == "POST" and answered and not request.is_officer:
        with suppress(sign_offs.ClosedError):  # They had finished before: the list says so.
            sign_offs.mail_result(sign_offs.finish(sign_off, timezone.now()))
    return redirect("sign-off", request.secret)


def _drawn(request: SignersRequest, sign_off: SignOff, entries: list[SignOffPage], frame: Frame) -> HttpResponse:
    """The draft through its page's own template, among the other drafts of the set."""
    current_council()
    request.sign_off = frame
    with shown_as_open(sign_offs.not_live(sign_off)):
        response = sign_offs.as_page(frame.entry).serve_preview(request, "")
        response.render()
    addresses = {entry.page.url: _url(request, entry.page_id) for entry in entries}
    tree = parse_document(response.text)
    sign_offs.lead_within(tree, addresses)
    response.content = written(tree)
    response.status_code = 409 if frame.not_saved else 200
    return response


def _url(request: SignersRequest, page: int) -> str:
    return reverse("sign-off-page", args=[request.secret, page])

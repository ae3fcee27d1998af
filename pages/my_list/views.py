"""A reader's own list of pages, and the pack made of it. Nothing is stored and no cookie is set."""

import datetime
import time
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers
from wagtail.models import Page

from pages import search as searching
from pages.content import where_codes_lead
from pages.core.htmx import HtmxRequest, template_or_partial
from pages.core.inline import finished
from pages.core.visitor import address_of
from pages.council.council import current_council
from pages.my_list import changes
from pages.my_list import my_list as lists
from pages.my_list.forms import PackForm
from pages.my_list.pack import MOST_PAGES, count_pages, make_pack
from pages.my_list.ways import count_all_address, counted, ways
from pages.paper import qr
from pages.paper.booklet import PackLength, PrintSize
from pages.paper.pdf import UnprintableError
from pages.paper.serve import pdf_response
from pages.paper.turn import BusyError

TEMPLATE = "my_list/my_list.html"
TRY_AGAIN_AFTER = 5
LONGEST_COUNTING = 8  # seconds after which no other pack is begun


@require_safe
@vary_on_headers("HX-Target")
def my_list(request: HtmxRequest) -> HttpResponse:
    """The list in the address (`i`); `add` puts a page on it, `q` looks for pages to add."""
    today, codes = timezone.localdate(), lists.read_codes(request.GET.get("i", ""))
    day, lost = changes.read_day(request.GET.get("d", "")), lists.read_codes(request.GET.get("gone", ""))
    kept = {"d": day.isoformat() if day else ""}
    more = lists.read_codes(request.GET.get("add", ""))
    query = searching.clean(request.GET.get("q", ""))
    offered = lists.choices(query, today) if query else []
    if request.htmx.target == "choices":
        return _page(request, _gather(codes), query, offered)
    if not more and (clear := lists.chosen(query, offered)):
        more = [clear]
    if more:
        known = [code for code in more if code in where_codes_lead.find_all(more)]
        return _to([*codes, *known], added=lists.address(known[:1]), **kept)
    chosen = _gather(codes)
    if request.GET.get("i", "") != chosen.address:
        return _to(codes, gone=lists.address([*lost, *changes.lost_from(codes, chosen)]), **kept)
    if (forms := counted(request.GET.get("count", ""))) and 0 < len(chosen) <= MOST_PAGES:
        return _count(request, chosen, forms)
    told = _told(request, chosen, lost, day, today) if chosen else {}
    return _page(request, chosen, query, offered, **told)


def _count(request: HtmxRequest, chosen: lists.MyList, forms: list[tuple[PackLength, PrintSize]]) -> HttpResponse:
    """The list with the pages of its packs counted: they are made for that, and kept for whoever gets them next.

    Of long packs only as many are counted as she can wait for; she can ask for the others.
    """
    begun = time.monotonic()
    for length, size in forms:
        pages = _in_time(request, chosen, PackForm({"length": length, "size": size}), count_pages)
        if isinstance(pages, HttpResponse):
            return pages
        if time.monotonic() - begun > LONGEST_COUNTING:
            break
    return _page(request, chosen)


@csrf_exempt  # It changes nothing; a token would need a cookie.
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def pack(request: HtmxRequest) -> HttpResponse:
    """The list as a PDF. What a Navigator types comes in the body of a POST alone: never in an address or log."""
    of_address = {name: request.GET.get(name, "") for name in ("size", "length")}
    data = request.POST if request.method == "POST" else of_address
    codes = lists.read_codes((request.POST if request.method == "POST" else request.GET).get("i", ""))
    chosen = _gather(codes)
    if not chosen:
        return redirect("my-list")
    form = PackForm(data)
    if len(chosen) > MOST_PAGES:
        return _page(request, chosen, form=form, status=422, is_too_long=True)
    if not form.is_valid() and request.method == "POST":
        return _page(request, chosen, form=form, status=422)
    if "count" in request.POST:  # with what was typed on it
        pages = _in_time(request, chosen, form, count_pages)
        if isinstance(pages, HttpResponse):
            return pages
        response = _page(request, chosen, form=form, form_pages=pages)
        patch_cache_control(response, no_store=True)
        return response
    made = _in_time(request, chosen, form, make_pack)
    if isinstance(made, HttpResponse):
        return made
    response = pdf_response(made, "kinship-pack")
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, **({"no_store": True} if any(form.navigator) else {"no_cache": True}))
    return response


def _in_time[Made](
    request: HtmxRequest, chosen: lists.MyList, form: PackForm, make: Callable[..., Made]
) -> Made | HttpResponse:
    """What is made of the pack that a form asks for; or the page of the list, with what keeps it from being made."""
    form.is_valid()
    size = form.cleaned_data.get("size", PrintSize.ORDINARY)
    length = form.cleaned_data.get("length", PackLength.WHOLE)
    try:
        return make(chosen, timezone.localdate(), size, form.navigator, address_of(request), length)
    except BusyError:
        response = _page(request, chosen, form=form, status=503, busy=True)
        response["Retry-After"] = str(TRY_AGAIN_AFTER)
        return response
    except UnprintableError as error:
        form.say_unprintable(error.words, str(error))
        return _page(request, chosen, form=form, status=422)


def _gather(codes: list[str]) -> lists.MyList:
    return lists.gather(codes, current_council().sections)


def _page(
    request: HtmxRequest,
    chosen: lists.MyList,
    query: str = "",
    offered: Sequence[tuple[str, Page]] = (),
    form: PackForm | None = None,
    status: int = 200,
    busy: bool = False,
    is_too_long: bool = False,
    since: changes.Since | None = None,
    wrong_day: str = "",
    form_pages: int | None = None,
) -> HttpResponse:
    """The page of the list, or only what was found for the words being typed."""
    added, removed = (lists.read_codes(request.GET.get(name, ""))[:1] for name in ("added", "removed"))
    context: dict[str, Any] = {
        "list": chosen,
        "query": query,
        "choices": offered,
        "added": chosen.title_of(added[0]) if added else "",
        "too_many": bool(added) and chosen.is_full and added[0] not in chosen.codes,
        "removed": where_codes_lead.find(removed[0]) if removed else None,
        "form": form or PackForm(),
        "most": lists.MOST_ITEMS,
        "busy": busy,
        "is_too_long": is_too_long,
        "most_in_pack": MOST_PAGES,
        "since": since,
        "wrong_day": wrong_day,
        "form_pages": form_pages,
        "today": timezone.localdate(),
        "parts": chosen.parts(MOST_PAGES) if len(chosen) > MOST_PAGES else [],
    }
    if chosen:
        context |= _sharing(chosen) | _ways(chosen)
    response = render(request, template_or_partial(request, TEMPLATE, "choices"), context, status=status)
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _ways(chosen: lists.MyList) -> dict[str, Any]:
    known = ways(chosen, timezone.localdate())
    unknown = [way for way in known if not way.pages]
    return {"ways": known, "count_all": count_all_address(chosen) if len(unknown) > 1 else ""}


def _told(
    request: HtmxRequest, chosen: lists.MyList, lost: list[str], day: datetime.date | None, today: datetime.date
) -> dict[str, Any]:
    """What has changed since the day in the address (`d`), or why that day says nothing."""
    wrong = ""
    if day and day > today:
        wrong, day = _("This day is still to come. Choose the day on your list."), None
    elif request.GET.get("d") and not day:
        wrong = _("We can’t read this day. Choose it again.")
    sections = current_council().sections
    return {"since": changes.since(chosen, lost, day, today, sections), "wrong_day": wrong}


def _sharing(chosen: lists.MyList) -> dict[str, str]:
    """The list's own address in the ways to pass it on, with the day: who opens it later sees what has changed."""
    query = urlencode({"i": chosen.address, "d": timezone.localdate().isoformat()})
    address = f"{settings.SITE_URL}{reverse('my-list')}?{query}"
    subject = quote(finished(_("Help for kinship families: a list for you")))
    body = quote(finished(_("Here is a list of help for your family:")) + f"\n\n{address}\n")
    return {
        "share_url": address,
        "mail_link": f"mailto:?subject={subject}&body={body}",
        "share_qr": qr.inline(address, _("QR code: opens this list")),
    }


def _to(codes: list[str], **named: str) -> HttpResponse:
    """The one address of a list."""
    wanted = _gather(lists.read_codes(lists.address(codes))).address
    query = {"i": wanted} | {name: value for name, value in named.items() if value}
    return redirect(f"{reverse('my-list')}?{urlencode(query)}" if wanted else reverse("my-list"))

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from pages import search as searching
from pages.core.htmx import HtmxRequest, template_or_partial
from pages.search.signals import found_nothing


@require_safe
@vary_on_headers("HX-Target")
def search(request: HtmxRequest) -> HttpResponse:
    """The pages that answer `q`, best first; with `as_typed` no letter of it is changed.

    What the offer has nothing on is counted, but not while it is being typed.
    """
    query = searching.clean(request.GET.get("q", ""))
    template = template_or_partial(request, "search/search.html", "results")
    is_partial = "#" in template
    today = timezone.localdate()
    spoken = searching.in_another_language(query, today)
    found = searching.find(query, today, is_typing=is_partial, as_typed=request.GET.get("as_typed") == "1")
    found = searching.page_first(query, found, spoken, today)
    if found.missed and request.method == "GET" and not is_partial:
        found_nothing.send_robust(sender=None, query=found.missed, day=today)
    return render(request, template, {"query": query, "found": found, "spoken": spoken, "is_partial": is_partial})

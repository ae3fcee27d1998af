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
    """The pages that answer `q`, best first. What finds nothing is counted, but not while it is being typed."""
    query = searching.clean(request.GET.get("q", ""))
    template = template_or_partial(request, "search/search.html", "results")
    today = timezone.localdate()
    spoken = searching.in_another_language(query, today)
    results = searching.page_first(searching.search(query, today), spoken)
    context = {"query": query, "results": results, "spoken": spoken, "is_partial": "#" in template}
    if query and not results:
        context["nearest"] = searching.nearest(query, today)
        if request.method == "GET" and not context["is_partial"]:
            found_nothing.send_robust(sender=None, query=query, day=today)
    return render(request, template, context)

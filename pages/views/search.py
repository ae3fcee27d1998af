from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from pages.htmx import template_or_partial
from pages.services import missed_searches
from pages.services import search as searching


@require_safe
@vary_on_headers("HX-Target")
def search(request):
    """The pages that answer `q`, best first. What finds nothing is counted, but not while it is being typed."""
    query = searching.clean(request.GET.get("q", ""))
    template = template_or_partial(request, "pages/search.html", "results")
    today = timezone.localdate()
    results = searching.search(query, today)
    context = {"query": query, "results": results, "is_partial": "#" in template}
    if query and not results:
        context["nearest"] = searching.nearest(query, today)
        if request.method == "GET" and not context["is_partial"]:
            missed_searches.count(query, today)
    return render(request, template, context)

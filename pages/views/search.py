from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from pages.htmx import template_or_partial
from pages.services import search as searching


@require_safe
@vary_on_headers("HX-Target")
def search(request):
    """The pages that answer `q`, best first."""
    query = searching.clean(request.GET.get("q", ""))
    context = {"query": query, "results": searching.search(query)}
    return render(request, template_or_partial(request, "pages/search.html", "results"), context)

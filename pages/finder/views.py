from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from wagtail.models import Page

from pages.core.htmx import HtmxRequest, template_or_partial
from pages.core.open_pages import open_pages
from pages.core.vocabulary import Arrangement, LookedAfter
from pages.finder import eligibility
from pages.finder.forms import FindForm
from pages.finder.supports import supports


@require_safe
@vary_on_headers("HX-Target")
def find(request: HtmxRequest) -> HttpResponse:
    """What fits a carer's answers. They live in the address alone: nothing is kept."""
    form = FindForm(request.GET)
    template = template_or_partial(request, "finder/find.html", "results")
    address = _address(form)
    context = {
        "form": form,
        "address": address,
        "is_partial": "#" in template,
        "read_first": _read_first(form.answers),
        "contradicts": form.answers[1::2] == (Arrangement.KINSHIP_FOSTER_CARE, LookedAfter.NO),
    }
    for group, results in eligibility.find(supports(), form.answers).items():
        context[group.name.lower()] = [(open_pages()[result.support.pk], result) for result in results]
    response = render(request, template, context)
    response["HX-Push-Url"] = address
    return response


def _address(form: FindForm) -> str:
    """The address that gives this answer again, with nothing in it but what was answered."""
    query = form.known().urlencode()
    return f"{reverse('find')}?{query}" if query else reverse("find")


def _read_first(answers: eligibility.Answers) -> list[tuple[Page, str]]:
    """Pages that explain what was answered, other than supports, which have their own place; each with why."""
    ranked = {support.pk for support in supports()}
    by_slug = {page.slug: page for page in open_pages().values() if page.pk not in ranked}
    return [(by_slug[slug], because) for slug, because in eligibility.read_first(answers).items() if slug in by_slug]

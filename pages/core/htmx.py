from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails


class HtmxRequest(HttpRequest):
    """A request as django-htmx leaves it: it knows what htmx asks for."""

    htmx: HtmxDetails


def template_or_partial(request: HtmxRequest, template: str, name: str) -> str:
    """The template, or only its partial `name` when htmx is filling `#name`.

    Boosted links and restored history name no target: they get the whole page.
    """
    return f"{template}#{name}" if request.htmx.target == name else template

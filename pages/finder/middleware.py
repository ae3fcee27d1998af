from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .address import carries_answers

STEPS = frozenset({"find", "find-needs", "find-children"})  # a script writes the answers into their addresses


class Answered:
    """Keeps answers between the reader and us: what an address with answers gives is stored by nobody, told to nobody.

    No cache keeps the page, no site that a link leads to is told where the reader came from, no robot lists it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.resolver_match and request.resolver_match.url_name in STEPS:
            response["Referrer-Policy"] = "no-referrer"
        if carries_answers(request.GET):
            response["Cache-Control"] = "private, no-store"
            response["Referrer-Policy"] = "no-referrer"
            response["X-Robots-Tag"] = "noindex"
        return response

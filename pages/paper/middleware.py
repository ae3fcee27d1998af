from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin import messages

from pages.paper import remake


class SaysWhatDoesNotFit:
    """Tells an officer at once when a change of theirs does not fit the paper, whichever form it came from."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not request.path.startswith(reverse("wagtailadmin_home")):
            return self.get_response(request)
        with remake.noticing() as problems:
            response = self.get_response(request)
        for problem in problems:
            messages.warning(request, problem)
        return response

"""The words in braces of an answer, finished on its way out."""

import json
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from pages.core.inline import finished_html, finished_json, holds_words

FOR_INPUTS = {"field_updates"}


class FinishedWords:
    """Finishes the words in braces in every page, public or of the CMS, and in the CMS's own JSON.

    Whatever an answer is made from, this is where it becomes what somebody reads: no template and no screen has to
    think of it. An answer without a word costs one look.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and (finish := _how(request, response)):
            text = response.text
            if holds_words(text):
                response.content = finish(text)
                if response.has_header("Content-Length"):
                    response["Content-Length"] = str(len(response.content))
        return response


def _how(request: HttpRequest, response: HttpResponse) -> Callable[[str], str] | None:
    """What finishes an answer of its kind; nothing for a file, or what only scripts and other sites read."""
    kind = response.get("Content-Type", "").partition(";")[0]
    if kind == "text/html":
        return finished_html
    if kind == "application/json" and request.path.startswith(reverse("wagtailadmin_home")):
        return _finished_answer
    return None


def _finished_answer(text: str) -> str:
    """JSON of the CMS as its scripts show it, but for what they put back into inputs: values of a form, and tags."""
    answer = json.loads(text)
    if not isinstance(answer, dict):
        return text
    return json.dumps({name: part if name in FOR_INPUTS else finished_json(part) for name, part in answer.items()})

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from pages.core.html.tree import Node, append, parse_document, written
from pages.my_list import my_list as lists


class KeepsTheList:
    """Hands a list that came with an address (`?i=`) on to every link of the page, so that the next page adds to it.

    Without JavaScript a list lives in addresses alone: it would be lost at the first link that does not have it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        codes = lists.address(lists.read_codes(request.GET.get("i", "")))
        if codes and isinstance(response, HttpResponse) and _is_a_page(request, response):
            response.content = _handed_on(response.text, codes)
            if response.has_header("Content-Length"):
                response["Content-Length"] = str(len(response.content))
        return response


def _is_a_page(request: HttpRequest, response: HttpResponse) -> bool:
    kind = response.get("Content-Type", "").partition(";")[0]
    in_cms = request.path.startswith(reverse("wagtailadmin_home"))
    return kind == "text/html" and not in_cms and response.content.lstrip()[:9].lower() == b"<!doctype"


def _handed_on(text: str, codes: str) -> str:
    tree = parse_document(text)
    for link in tree.css('a[href^="/"], a[href^="?"]'):
        href = link.attrs.sget("href") or ""
        if _leads_on(link, href):
            link.attrs["href"] = _with(href, codes)
    for form in tree.css('form[action^="/"]:not([method="post"])'):
        if not form.css('[name="i"]'):
            append(form, f'<input type="hidden" name="i" value="{codes}">')
    return written(tree)


def _leads_on(link: Node, href: str) -> bool:
    """A page of the site, and no change of the list: that says itself what the list is afterwards."""
    parts = urlsplit(href)
    if parts.path == reverse("my-list"):
        return "data-my-list" in link.attributes
    has_a_list = any(pair.startswith("i=") for pair in parts.query.split("&"))
    return not parts.netloc and parts.path[-1:] in {"", "/"} and not has_a_list


def _with(href: str, codes: str) -> str:
    parts = urlsplit(href)
    return parts._replace(query=f"{parts.query}&i={codes}" if parts.query else f"i={codes}").geturl()

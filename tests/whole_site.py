"""Every page of an offer as a visitor gets it, and where its links lead."""

from collections.abc import Mapping
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element

from django.contrib.staticfiles import finders
from django.test import Client
from wagtail.models import Page

from tests.html import addresses, ids, parse


def every_page() -> dict[str, Element]:
    """Every live page by its address, as the parsed answer to a visitor."""
    client, pages = Client(), {}
    for page in Page.objects.live().public().filter(depth__gt=1).order_by("path"):
        response = client.get(page.get_url())
        assert response.status_code == 200, page
        pages[page.get_url()] = parse(response)
    return pages


def broken_links(site: Mapping[str, Element], client: Client) -> list[tuple[str, str]]:
    """The links inside the site that lead nowhere, each with the page that has it."""
    answers = dict.fromkeys(site, 200)
    targets = {url: set(ids(tree)) for url, tree in site.items()}
    broken = []
    for url, tree in site.items():
        for address in addresses(tree):
            target, fragment = urldefrag(urljoin(url, address))
            if target.startswith("/static/"):
                found = finders.find(target.removeprefix("/static/"))
            elif target.startswith("/"):
                if target not in answers:
                    answers[target] = client.get(target, follow=True).status_code
                found = answers[target] == 200 and (not fragment or fragment in targets[target.partition("?")[0]])
            else:
                found = True
            if not found:
                broken.append((url, address))
    return broken

"""Which sources a national text may name: readers are sent to GOV.UK, the law, or the provider's own page only."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from wagtail.models import Page

from pages.content.contact import Contact

from .item import Item, Problems

GOVERNMENT = "gov.uk"  # GOV.UK itself, legislation.gov.uk, and what councils and public bodies have there


def source_problems(page: Page, item: Item, problems: Problems) -> None:
    """Adds the sources of a page that are neither. Who provides something is in the contacts."""
    rows = page.sources.all()
    providers = _hosts(Contact.objects.exclude(website="").values_list("website", flat=True)) if rows else set()
    entry = item.of(dict).get("sources", item)
    for row in rows:
        if not is_fit(row.url, providers):
            message = f"{row.url} is neither GOV.UK, nor legislation, nor the own page of a provider in the contacts"
            problems.add(entry, "sources.url", message)


def is_fit(url: str, providers: set[str]) -> bool:
    """`providers` are host names, without www."""
    host = _host(url)
    return any(_is_part_of(host, other) or _is_part_of(other, host) for other in {GOVERNMENT, *providers})


def _hosts(urls: Iterable[str]) -> set[str]:
    return {_host(url) for url in urls} - {""}


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _is_part_of(host: str, other: str) -> bool:
    return host == other or host.endswith(f".{other}")

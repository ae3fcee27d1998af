"""Whatever an address of the CMS holds, the answer is no error of the server."""

from collections.abc import Iterator

import pytest
from django.urls import NoReverseMatch, URLResolver, get_resolver, reverse

from pages.council.model import CouncilSettings
from tests import factories

PREFIX = "/cms/"
# What Wagtail shows on purpose, and what ends the visit.
LEFT_OUT = {"wagtailadmin_error_test", "wagtailadmin_logout"}
NO_NUMBERS = "&".join(
    f"{name}={value}"
    for name, value in {
        "id": "abc", "p": "-1", "page": "abc", "q": "%00", "childOf": "abc", "collection_id": "abc", "per_page": "0",
        "page_type": "a.b", "chosen": "abc", "days": "abc", "year": "-5", "content_type": "abc", "root_page": "abc",
        "from": "abc", "to": "999999999-1-1", "ordering": "-",
    }.items()
)  # fmt: skip
TOO_LARGE = "&".join(f"{name}={'9' * 20}" for name in ("id", "p", "collection_id", "year", "owner", "user", "chosen"))


def addresses(patterns, namespaces=()) -> Iterator[str]:
    """Every address of the CMS, with a page's id, one that is too large and a word where it asks for something."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            name = [pattern.namespace] if pattern.namespace else []
            yield from addresses(pattern.url_patterns, (*namespaces, *name))
        elif pattern.name and pattern.name not in LEFT_OUT:
            for value in (1, "9" * 20, "abc"):
                try:
                    yield reverse(":".join([*namespaces, pattern.name]), args=[value] * pattern.pattern.regex.groups)
                except NoReverseMatch:
                    continue


@pytest.mark.parametrize("query", [NO_NUMBERS, TOO_LARGE], ids=["no numbers", "too large"])
def test_no_address_of_the_cms_is_an_error_of_the_server(client, section, admin_user, query):
    for make in (factories.make_contact, factories.make_term, factories.make_fact, factories.make_policy):
        make()
    client.force_login(admin_user)
    client.raise_request_exception = False

    visited = [
        address for address in dict.fromkeys(addresses(get_resolver().url_patterns)) if address.startswith(PREFIX)
    ]
    errors = [address for address in visited if client.get(f"{address}?{query}").status_code >= 500]

    assert len(visited) > 200
    assert errors == []


def test_a_form_without_the_rows_that_it_says_it_has_is_a_bad_request(client, home, admin_user):
    council = CouncilSettings.objects.get()
    client.force_login(admin_user)
    client.raise_request_exception = False
    counts = {"opening_hours-TOTAL_FORMS": 5, "opening_hours-INITIAL_FORMS": 5}
    others = ("urgent_help", "closures", "school_terms")
    empty = {f"{name}-{count}_FORMS": 0 for name in others for count in ("TOTAL", "INITIAL")}

    response = client.post(f"/cms/settings/pages/councilsettings/{council.site_id}/", counts | empty)

    assert response.status_code == 400
    assert "Part of this form did not come" in response.text

"""Where the list of a long page's headings stands."""

import pytest

from tests import factories

HEADINGS = "".join(f"<h2>{words}</h2><p>Words.</p>" for words in ("One", "Two", "Three", "Four"))
TEXT = ("text", {"text": HEADINGS})
CALLOUT = ("callout", {"text": '<p>In danger? Ring <a href="tel:999">999</a>.</p>'})


@pytest.fixture
def html_of(client, home):
    def get(*body):
        return client.get(factories.make_information(home, body=list(body)).url).content.decode()

    return get


def test_what_a_page_opens_with_stands_above_its_contents(html_of):
    contact = ("contact", {"contact": factories.make_contact(name="Emergency", phone="999")})
    html = html_of(CALLOUT, contact, TEXT)

    assert html.index("In danger?") < html.index("Emergency") < html.index('class="toc"') < html.index('id="one"')


def test_the_contents_name_no_heading_above_them(html_of):
    contact = ("contact", {"contact": factories.make_contact(name="Emergency", phone="999")})
    html = html_of(CALLOUT, contact, TEXT)

    assert html[html.index('class="toc"') :].partition("</nav>")[0].count("<li>") == 4


def test_contents_come_first_where_a_page_opens_with_text(html_of):
    html = html_of(TEXT, CALLOUT)

    assert html.index('class="toc"') < html.index('id="one"') < html.index("In danger?")


def test_a_short_page_has_no_contents_and_no_mark_of_them(html_of):
    html = html_of(CALLOUT, ("text", {"text": "<h2>One</h2>"}))

    assert 'class="toc"' not in html
    assert "In danger?" in html

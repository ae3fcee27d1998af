"""What stands around every paper."""

import pytest

from pages.council.shown import Council
from pages.paper import frame


@pytest.mark.parametrize(
    ("code", "tag"), [("en-gb", "en-GB"), ("pl", "pl"), ("zh-hans", "zh-Hans"), ("sr-latn", "sr-Latn")]
)
def test_languages_are_named_as_the_standard_writes_them(code, tag):
    assert frame.language_tag(code) == tag


@pytest.mark.parametrize(("language", "tag"), [("en-gb", 'lang="en-GB" dir="ltr"'), ("ar", 'lang="ar" dir="rtl"')])
def test_a_paper_says_in_which_language_it_is_and_which_way_it_is_read(language, tag):
    html = frame.in_frame("paper/frame.html", {}, council=Council(), language=language, sheets=["css/pdf/paper.css"])

    assert tag in html
    assert 'href="/static/css/pdf/paper.css"' in html


def test_a_paper_is_said_to_be_the_councils():
    council = Council(council_name="Rotherham Metropolitan Borough Council", short_name="Rotherham")
    html = frame.in_frame("paper/frame.html", {}, council=council, language="en-gb", sheets=[])

    assert "<title> – Rotherham</title>" in html
    assert 'content="Rotherham Metropolitan Borough Council"' in html

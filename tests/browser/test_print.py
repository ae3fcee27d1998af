"""Pages on paper, and in the colours a reader has chosen."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import expect

from pages.search.index import MOST_RESULTS
from tests.browser.kinds import PAGES, different_looks
from tests.paper.pdfs import crossings

pytestmark = pytest.mark.xdist_group("browser")

NUMBER = "01632 960 123"
LISTED = "/money/allowances/ /money/benefits/ /groups/fortnightly-groups/ /legal/growing-up/".split()
NEARLY_EMPTY = 50  # words
SCREEN_ONLY = ".skip .masthead__links .masthead__key .ring .menu .breadcrumbs .actions .search .toc".split()


@pytest.mark.parametrize("path", ["/", "/money/allowances/", "/start-here/getting-started/"])
def test_paper_leaves_out_what_only_a_screen_can_do(page, path):
    page.goto(path)
    page.emulate_media(media="print")

    for part in SCREEN_ONLY:
        for found in page.locator(part).all():
            expect(found).to_be_hidden()


def test_paper_gives_the_number(page):
    page.goto("/money/allowances/")
    page.emulate_media(media="print")

    head = page.locator(".masthead")
    expect(head.get_by_text(NUMBER).locator("visible=true")).to_be_visible()
    expect(head.get_by_text("Is someone in danger now? 999")).to_be_visible()
    expect(page.locator(".closing")).to_be_hidden()


def test_no_text_is_printed_over_another(page, base_url, tmp_path):
    paths = {*PAGES.values(), *different_looks(page, every_path(page, base_url))}
    assert len(paths) > len(PAGES)

    assert crossed(page, paths, tmp_path) == {}


@pytest.mark.slow  # a hundred pages of the looks that the test above has one of each of
def test_no_text_is_printed_over_another_on_any_page(page, base_url, tmp_path):
    paths = every_path(page, base_url)
    assert len(paths) > 90

    assert crossed(page, paths, tmp_path) == {}


def test_text_over_text_is_seen_by_the_measure(page, tmp_path):
    page.set_content("<p>A heading</p><p>01632 960 123</p>")
    assert crossings(print_to(page, tmp_path)) == []

    page.set_content('<p>A heading</p><p style="margin-top: -1.8em">01632 960 123</p>')
    assert crossings(print_to(page, tmp_path)) == [(1, "A", "01632"), (1, "heading", "01632"), (1, "heading", "960")]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_folded_details_are_open_on_paper(new_context, scripts):
    page = new_context(java_script_enabled=scripts).new_page()
    page.goto("/money/allowances/")
    folded = page.locator("main details").first.locator(".details__text").text_content()

    text = pdf_text(page)

    assert "".join(folded.split())[:60] in "".join(text.split())


def test_a_printed_support_page_holds_what_matters(page):
    page.goto("/money/allowances/")
    text = " ".join(pdf_text(page).split())

    assert "Allowances and money from the council" in text
    assert "Special Guardianship Order" in text
    assert NUMBER in text
    assert "Skip to the main text" not in text


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/", 2),
        ("/tonight/", 3),
        ("/money/", 3),
        ("/money/allowances/", 3),
        ("/contact-us/", 4),
        ("/complaints/", 3),
        ("/groups/fortnightly-groups/", 3),
        ("/home-and-housing/bedroom-rules/", 2),
        ("/young-people/seeing-my-family/", 3),
        ("/search/?q=money", 3),
        ("/how-we-meet-the-law/", 11),
    ],
)
def test_a_printed_page_ends_on_no_nearly_empty_sheet(page, tmp_path, path, most):
    sheets = pypdf.PdfReader(printed(page, path, tmp_path)).pages

    assert len(sheets) <= most
    assert len(sheets[-1].extract_text().split()) > NEARLY_EMPTY


@pytest.mark.slow  # every page, of which the test above has one of each look
def test_no_page_is_printed_with_a_nearly_empty_sheet(page, base_url, tmp_path):
    words = {}
    for path in every_path(page, base_url):
        sheets = pypdf.PdfReader(printed(page, path, tmp_path)).pages
        words[path] = min(len(sheet.extract_text().split()) for sheet in sheets)

    assert len(words) > 90
    assert {path: count for path, count in words.items() if count <= NEARLY_EMPTY} == {}


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        ("/tonight/", ".details, .dials li"),
        ("/money/allowances/", ".here, .details, .checked"),
        ("/complaints/", ".here, .facts, .contact"),
        ("/legal/can-they-take-the-child/", ".facts, .facts tr, .contact"),
        ("/home-and-housing/bedroom-rules/", ".checked, .contact"),
        ("/legal/what-each-arrangement-lets-you-do/", ".words, .contact"),
        ("/how-we-meet-the-law/", ".duty"),
    ],
)
def test_what_belongs_together_is_on_one_sheet(page, path, whole):
    sheets = sheets_of(page, path)
    texts = [squeezed(text) for text in page.locator("main").locator(whole).locator("visible=true").all_inner_texts()]

    assert texts
    assert [text for text in texts if not any(text[:20] in sheet and text[-20:] in sheet for sheet in sheets)] == []


def test_what_leads_to_a_number_is_printed_with_it(page):
    sheets = sheets_of(page, "/young-people/seeing-my-family/")

    assert [("Wouldyourathertext?Shout" in sheet) for sheet in sheets].count(True) == 1


def test_a_sheet_is_a4(page):
    page.goto("/money/allowances/")
    width, height = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].mediabox[2:]

    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)


@pytest.mark.parametrize("path", ["/search/?q=money", "/search/?q=zzzzqq"])
def test_a_printed_search_says_what_was_searched(page, path):
    page.goto(path)
    asked = page.get_by_text(f"You searched for “{path.partition('=')[2]}”")
    expect(asked).to_be_hidden()
    page.emulate_media(media="print")

    expect(asked).to_be_visible()
    if found := page.locator(".results > li").count():
        best = found == MOST_RESULTS
        assert "zz" in path or f"{'the best ' if best else ''}{found} pages" in asked.text_content()


def test_a_printed_list_says_where_its_codes_are_typed(page, base_url):
    page.goto(list_of(page, *LISTED))
    where = page.get_by_text(f"type {base_url.partition('://')[2]}/k/ and then its code")
    expect(where).to_be_hidden()
    page.emulate_media(media="print")

    expect(where).to_be_visible()


def test_what_is_typed_into_a_letter_is_printed_from_its_form_too_and_on_a_sheet_of_its_own(page):
    page.goto(PAGES["LetterPage"])
    page.get_by_label("Who you are to the child", exact=True).fill("Godmother Onyx")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    sheets = [" ".join(sheet.extract_text().split()) for sheet in printed]

    of_the_letter = [sheet for sheet in sheets if "Godmother Onyx" in sheet]
    assert len(of_the_letter) == 1
    assert "Fill in your letter" not in "".join(sheets)
    assert "What happens next" not in of_the_letter[0]


def test_a_finished_letter_is_printed_alone(page):
    page.goto(PAGES["LetterPage"])
    page.get_by_label("Your name", exact=True).fill("Samantha Onyx")
    page.get_by_role("button", name="Show me my letter").click()
    page.emulate_media(media="print")

    expect(page.get_by_text("Samantha Onyx").first).to_be_visible()
    for words in ("Your letter is ready", "Copy it as text", "What happens next", "Kinship Local Offer"):
        expect(page.get_by_text(words, exact=True).locator("visible=true")).to_have_count(0)


def test_paper_does_not_say_that_nobody_answers_now(page):
    page.goto("/money/")
    page.emulate_media(media="print")

    expect(page.get_by_text("Our phone line is closed").locator("visible=true")).to_have_count(0)


def test_the_address_of_a_calendar_is_not_printed(page):
    page.goto("/groups/fortnightly-groups/")
    assert page.locator("main a[href$='.ics']").count() > 0

    assert ".ics" not in pdf_text(page)


def test_the_printed_home_has_nothing_of_the_screens_first_sight(page):
    page.goto("/")
    page.emulate_media(media="print")

    arch = page.locator(".hero").evaluate("(hero) => getComputedStyle(hero, '::before').display")
    start = page.locator(".card--start .card__text").evaluate("(text) => getComputedStyle(text).color")
    assert (arch, start) == ("none", "rgb(0, 0, 0)")
    expect(page.locator(".hero__start")).to_be_hidden()


def test_a_printed_list_asks_nothing(page):
    page.goto(list_of(page, *LISTED))
    page.emulate_media(media="print")

    assert page.locator("main :is(input, button, select, textarea)").locator("visible=true").count() == 0


def test_tonight_on_paper_says_whose_hours_and_not_what_time_it_is(page):
    page.goto("/tonight/")
    page.emulate_media(media="print")

    expect(page.get_by_text("Tap to ring")).to_be_hidden()
    expect(page.locator(".dials .on-paper").first).to_be_visible()
    page.emulate_media(media="screen")
    expect(page.get_by_text("Tap to ring")).to_be_visible()
    expect(page.locator(".dials .on-paper").first).to_be_hidden()


def test_paper_is_black_on_white_even_at_night(page):
    page.goto("/money/allowances/")
    page.emulate_media(media="print", color_scheme="dark")

    assert colours(page) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")


def test_night_is_dark_and_day_is_light(page):
    page.goto("/")
    page.emulate_media(color_scheme="light")
    light = colours(page)
    page.emulate_media(color_scheme="dark")

    assert brightness(light[1]) > 200 > 60 > brightness(colours(page)[1])


def test_a_readers_own_colours_leave_every_control_its_edge(shown):
    shown.emulate_media(forced_colors="active")

    edgeless = shown.evaluate(
        """() => [...document.querySelectorAll("button:not(.term), .button, input[type=search], .lamp, .card, .badge")]
             .filter((element) => element.checkVisibility() && getComputedStyle(element).borderTopStyle === "none")
             .map((element) => element.outerHTML.slice(0, 80))"""
    )
    assert edgeless == []
    assert len(shown.screenshot()) > 5_000


def every_path(page, base_url):
    """Where one of each kind is first, then a list, then every page in the sitemap."""
    a_list = list_of(page, *LISTED)
    in_sitemap = re.findall(rf"<loc>{base_url}(.*?)</loc>", page.request.get("/sitemap.xml").text())
    return list(dict.fromkeys([*PAGES.values(), a_list, *in_sitemap]))


def crossed(page, paths, folder):
    """What is printed over something else, by page."""
    return {path: pairs for path in paths if (pairs := crossings(printed(page, path, folder)))}


def list_of(page, *paths):
    """The address of a list of these pages."""
    codes = [re.search(r"/my-list/\?add=(\w+)", page.request.get(path).text())[1] for path in paths]
    return f"/my-list/?i={'.'.join(codes)}"


def printed(page, path, folder):
    page.goto(path)
    return print_to(page, folder)


def print_to(page, folder):
    page.pdf(path=folder / "page.pdf", format="A4")
    return folder / "page.pdf"


def sheets_of(page, path):
    """The text of each sheet without its spaces; the tab stays as paper has it."""
    page.goto(path)
    sheets = [squeezed(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    page.emulate_media(media="print")
    page.locator(".visually-hidden").evaluate_all("(hidden) => hidden.forEach((part) => part.remove())")
    return sheets


def squeezed(text):
    return "".join(text.split())


def pdf_text(page):
    pages = pypdf.PdfReader(io.BytesIO(page.pdf())).pages
    return "\n".join(part.extract_text() for part in pages)


def colours(page):
    style = page.evaluate("(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))")
    return tuple(style)


def brightness(colour):
    return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) / 3

import datetime
import re
from itertools import pairwise

import pypdf
import pytest

from pages.content.section import SectionPage
from pages.content.short_code import ShortCode
from pages.core.content_version import ContentVersion
from pages.core.inline import finished
from pages.core.ties import AlsoIn, PageContact
from pages.council.council import current_council
from pages.council.model import CouncilSettings
from pages.dated_facts.model import FactRow
from pages.my_list import my_list as lists
from pages.my_list.pack import make_pack
from pages.paper import booklet
from pages.paper.booklet import offer as book
from tests import factories
from tests.paper.pdfs import add_urgent_help, headings_of, read_aloud, text_of, words_of, words_on

DAY = datetime.date(2026, 11, 22)
STEP = [("step", {"lead": "Ring a Navigator.", "text": "<p>Say what you need.</p>"})]
LINKS = '<a href="/money/benefits/">benefits</a> and <a href="https://www.gov.uk/child">the rules</a>'
TEXT = f"<h2>Before you ask</h2><p>Read about {LINKS}. Family Rights Group can help.</p>"


@pytest.fixture
def council(home):
    council = CouncilSettings.objects.get()
    council.demonstration_notice = False
    council.save()
    add_urgent_help(council)
    return council


@pytest.fixture
def pages(council, home, section):
    """A support with all its parts, a guide, and a group in another section."""
    factories.make_term(slug="means-test", term="Means test", meaning="We look at your money.")
    support = factories.make_support(
        section,
        {"informal": ("maybe", "It depends on a means test.")},
        title="Allowances",
        slug="allowances",
        search_description="Money each week.",
        steps=STEP,
        cost="<p>Free to ask.</p>",
        body=[("text", {"text": "<h2>Amounts</h2><p>Ask us how much.</p>"})],
    )
    contact = factories.make_contact(name="Family Rights Group", phone="01632 960 777")
    PageContact.objects.create(page=support, contact=contact)
    guide = factories.make_guide(section, title="Benefits", slug="benefits", body=[("text", {"text": TEXT})])
    groups = factories.make_section(home, title="Groups", slug="groups")
    return [support, guide, factories.make_group(groups, title="Thursday group", slug="thursday-group")]


def codes_of(pages):
    return [ShortCode.objects.get(page=page.pk).code for page in pages]


@pytest.fixture
def pack(pages, tmp_path):
    def write(size=booklet.PrintSize.ORDINARY, name="", number="", pages=pages):
        chosen = lists.gather(codes_of(pages), current_council().sections)
        path = tmp_path / f"pack-{size}.pdf"
        path.write_bytes(make_pack(chosen, DAY, size, booklet.Navigator(name, number), "192.0.2.1"))
        return path

    return write


@pytest.fixture
def usual_pack(pack, once, tmp_path_factory):
    """The pack of all pages as they are, drawn once for all tests that only read it."""

    def path(size=booklet.PrintSize.ORDINARY):
        return once(size, lambda: pack(size).rename(tmp_path_factory.mktemp("pack") / "pack.pdf"))

    return path


@pytest.fixture
def whole(pages, once, tmp_path_factory):
    """The whole offer as it is, drawn once for all tests that only read it."""

    def draw():
        path = tmp_path_factory.mktemp("whole") / "offer.pdf"
        path.write_bytes(book.make_offer(DAY))
        return path

    return once("whole", draw)


@pytest.fixture
def quick_drawing(monkeypatch):
    """What is tried is when a book is printed and kept, not how it looks: no page is laid out."""
    monkeypatch.setattr(book, "make_offer", lambda day, say: f"%PDF-1.7 {ContentVersion.current()}".encode())


def in_order(text, landmarks):
    """True when the landmarks follow one another; says which one does not."""
    at = 0
    for landmark in landmarks:
        found = text.find(landmark, at)
        assert found >= 0, f"{landmark!r} does not follow {text[max(0, at - 60) : at]!r}"
        at = found + len(landmark)
    return True


@pytest.mark.parametrize("size", booklet.PrintSize)
def test_pdf_ua_checks_find_nothing_in_a_pack(size, usual_pack, faults_of):
    path = usual_pack(size)
    made = pypdf.PdfReader(path)

    assert faults_of(path) == []
    assert made.metadata.title.startswith("Your pack: 22 November 2026 – Testham Council")
    assert made.root_object["/Lang"] == "en-GB"
    assert made.root_object["/MarkInfo"]["/Marked"]


def test_a_pack_is_read_in_order_with_all_that_a_family_needs(pages, usual_pack):
    code = codes_of(pages)[0]

    assert in_order(
        read_aloud(usual_pack()),
        [
            "Your pack", "22 November 2026", "Talk to a Navigator", "01632 960 123",
            "If you need help right now", "Ring 999", "What is in this pack",
            "Money and work Allowances", "Money each week.", f"Code {code}",
            "Who can get it", "Maybe Informal", "It depends on a", "How to get it", "Ring a Navigator.",
            "What it costs", "Free to ask.", "Who can help", "Family Rights Group", "01632 960 777",
            "Checked by: Kinship team, on 2 November 2026.", "Find it again:",
            "Benefits", "Before you ask", "Thursday group", "Every second Thursday",
            "Words explained", "We look at your money.", "Find a page again", "Printed 22 November 2026",
        ],
    )  # fmt: skip


def test_a_pack_has_the_whole_text_of_every_page(usual_pack):
    text = text_of(usual_pack())

    assert "Before you ask" in text
    assert "Ask us how much." in text


def test_headings_of_a_pack_are_one_below_their_page_and_never_skip_a_level(pages, pack):
    inner = "<h2>Amounts</h2><p>Ask.</p><h3>For a baby</h3><p>Ask.</p><h4>For twins</h4><p>Ask.</p>"
    pages[0].body = [("text", {"text": inner}), ("details", {"title": "Benefits", "text": "<p>They may change.</p>"})]
    pages[0].save()
    headings = headings_of(pack(pages=pages[:1]))

    inside = {"Amounts": 3, "For a baby": 4, "For twins": 5, "Benefits": 3, "Who can get it": 3}
    assert {words: level for level, words in headings if words in inside} == inside
    assert all(below <= above + 1 for (above, _), (below, _) in pairwise(headings))


def test_words_explained_are_in_the_order_of_their_letters(pages, pack):
    for term in ("zebra crossing", "Appeal"):
        factories.make_term(slug=term[:4].lower(), term=term, meaning=f"What {term} means.")
    body = [("text", {"text": "<p>At a zebra crossing, after a means test, you can make an appeal.</p>"})]
    guide = factories.make_guide(pages[0].get_parent(), body=body)

    text = read_aloud(pack(pages=[guide]))

    places = [text.find(words) for words in ("Appeal. What", "Means test. We", "zebra crossing. What")]
    assert -1 not in places and places == sorted(places)


def test_links_on_paper_say_where_they_lead(usual_pack):
    text = read_aloud(usual_pack())

    assert re.search(r"benefits \(page \d+\)", text)
    assert "the rules (gov.uk/child)" in text


def test_links_to_pages_that_are_not_in_the_pack_say_their_code(pages, pack):
    body = [("text", {"text": '<p><a href="/money/allowances/">Money</a></p>'})]
    guide = factories.make_guide(pages[0].get_parent(), body=body)

    text = read_aloud(pack(pages=[guide]))
    assert f"Money (code {codes_of(pages)[0]})" in text
    assert "type localhost:8000/k/ and then the code" in text


@pytest.mark.parametrize(("size", "smallest"), [("ordinary", 12), ("large", 18)])
def test_nothing_is_set_smaller_than_its_size_promises(size, smallest, usual_pack):
    for page in pypdf.PdfReader(usual_pack(booklet.PrintSize(size))).pages:
        assert min(_sizes(page)) >= smallest - 0.01


def _sizes(page):
    found = []

    def visit(text, matrix, text_matrix, _font, size):
        if text.strip():
            found.append(round(size * abs(text_matrix[3]) * abs(matrix[3]), 2))

    page.extract_text(visitor_text=visit)
    return found


def test_no_word_of_a_large_pack_passes_the_edge_of_the_paper(usual_pack):
    path = usual_pack(booklet.PrintSize.LARGE)

    for number in range(1, len(pypdf.PdfReader(path).pages) + 1):
        for left, top, right, bottom, word in words_on(path, number):
            assert left >= 10 and right <= 200 and top >= 8 and bottom <= 290, word


def test_a_navigator_can_put_their_own_name_on_it(pack):
    text = text_of(pack(name="Sam Example", number="01632 960 555"))

    assert "Your Navigator: Sam Example" in text
    assert "Ring 01632 960 555" in text


def test_a_group_says_where_it_meets_and_when_next_but_for_what_is_called_off(home, section, pack):
    called_off = [(datetime.date(2026, 12, 3), "Snow")]
    group = factories.make_group(section, cancelled=called_off, step_free="There is a ramp.")
    text = read_aloud(pack(pages=[group]))

    assert "Every second Thursday" in text
    assert "Thursday 17 December 2026, 10am to noon" in text or "Thursday 17 December 2026, 10am to 12" in text
    assert "3 December" not in text
    assert "19 November" not in text
    assert in_order(text, ["The community room", "1 Test Street, Testham", "There is a ramp."])


def test_a_number_changed_in_a_contact_is_changed_in_the_next_pack(client, pages, tmp_path):
    url = f"/my-list/pack.pdf?i={codes_of(pages)[0]}"
    path = tmp_path / "pack.pdf"
    path.write_bytes(client.get(url).content)
    assert "01632 960 777" in text_of(path)

    contact = pages[0].contacts.get().contact
    contact.phone = "01632 960 888"
    contact.save()
    path.write_bytes(client.get(url).content)

    assert "01632 960 888" in text_of(path)
    assert "01632 960 777" not in text_of(path)


def test_details_that_are_examples_say_so_on_paper(pages, pack):
    contact = pages[0].contacts.get().contact
    contact.example = True
    contact.save()
    pages[0].cost = "<p>About <mark>£5</mark>.</p>"
    pages[0].save()

    text = read_aloud(pack())
    assert "£5 (example)" in text
    assert text.count("(example)") == 2


@pytest.mark.parametrize("size", booklet.PrintSize)
def test_a_letter_has_sheets_of_its_own_with_nothing_else_on_them(size, council, section, pages, pack):
    council.demonstration_notice = True
    council.save()
    letter = factories.make_letter(section, title="A letter to the school")
    path = pack(size, pages=[pages[1], letter])
    sheets = [words_on(path, number) for number in range(1, len(pypdf.PdfReader(path).pages) + 1)]
    sheets = [[word for *_sides, word in words] for words in sheets]
    begun = next(number for number, words in enumerate(sheets) if "Dear" in words)

    assert "SAMPLE:" in sheets[begun - 1] and "Ring" in sheets[begun - 1]
    assert {"The", "letter"} <= set(sheets[begun - 1])
    after = next(number for number, words in enumerate(sheets) if number > begun and "SAMPLE:" in words)
    of_the_offer = {"SAMPLE:", "Ring", "/", "next", "Run", "Checked"}
    assert not of_the_offer & {word for words in sheets[begun:after] for word in words}


def test_words_that_lead_to_somebody_stay_with_them(section, pack):
    whom = factories.make_contact(name="Whom", text_number="85258", text_words="SHOUT", hours="Day and night")
    guides = [
        factories.make_guide(
            section,
            body=[
                ("text", {"text": "<p>Read this.</p>" * length}),
                ("text", {"text": f"<p>Lead{length}</p>"}),
                ("contact", {"contact": whom}),
            ],
        )
        for length in range(18, 24)
    ]
    path = pack(pages=guides)

    for number in range(1, len(pypdf.PdfReader(path).pages) + 1):
        words = [word for *_sides, word in words_on(path, number)]
        assert sum(word.startswith("Lead") for word in words) == words.count("Whom"), number


@pytest.mark.parametrize("size", booklet.PrintSize)
def test_the_last_of_those_who_can_help_does_not_stand_alone(size, section, pack):
    contacts = [factories.make_contact(name=name) for name in ("Onehelper", "Twohelper", "Threehelper")]
    guides = []
    for length in range(14, 26, 2):
        guides.append(factories.make_guide(section, body=[("text", {"text": "<p>Read this.</p>" * length})]))
        PageContact.objects.bulk_create(PageContact(page=guides[-1], contact=contact) for contact in contacts)
    path = pack(size, pages=guides)

    for number in range(1, len(pypdf.PdfReader(path).pages) + 1):
        words = [word for *_sides, word in words_on(path, number)]
        assert words.count("Threehelper") <= words.count("Twohelper"), number


def test_whom_to_ring_in_danger_comes_first(pages, pack):
    PageContact.objects.create(page=pages[0], contact=factories.make_contact(name="Police", phone="999"), sort_order=2)

    assert in_order(read_aloud(pack(pages=pages[:1])), ["Who can help", "Police", "Family Rights Group"])


def test_an_example_to_ring_is_marked_at_the_foot_of_each_sheet(council, pages, pack):
    council.navigators.example = True
    council.navigators.save()
    path = pack()

    for sheet in pypdf.PdfReader(path).pages:
        assert "Ring 01632 960 123 (example)" in " ".join(sheet.extract_text().split())


def test_large_print_does_not_offer_large_print(council, pack):
    council.other_formats = "Do you want this in large print? Ring us."
    council.save()

    assert council.other_formats in text_of(pack())
    assert council.other_formats not in text_of(pack(booklet.PrintSize.LARGE))


def test_pdf_ua_checks_find_nothing_in_the_whole_offer(whole, faults_of):
    made = pypdf.PdfReader(whole)

    assert faults_of(whole) == []
    assert made.metadata.title == "Kinship Local Offer – Testham Council: 22 November 2026"


def test_every_picture_in_the_whole_offer_has_words(pages, whole):
    made = pypdf.PdfReader(whole)
    objects = [made.get_object(number) for number in range(1, made.trailer["/Size"])]
    pictures = [entry["/Alt"] for entry in objects if isinstance(entry, dict) and entry.get("/S") == "/Figure"]

    assert pictures == [f"QR code: opens localhost:8000/k/{code}" for code in codes_of(pages)]


def test_the_contents_name_the_right_pages(pages, whole):
    texts = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(whole).pages]
    contents = re.search(r"What is in this book(.*)", texts[1])[1]
    listed = re.findall(r"([A-Z][a-z, ]+?)\s*(?:\. )+\s*(\d+)", contents)

    assert [title.strip() for title, _page in listed] == [
        "Money and work", "Allowances", "Benefits", "Groups", "Thursday group", "Words explained",
        "Words, and the pages they are on", "If you need help right now",
    ]  # fmt: skip
    for title, page in listed:
        assert title.strip() in texts[int(page) - 1], title


def test_the_bookmarks_are_the_sections_and_their_pages(whole):
    made = pypdf.PdfReader(whole)
    outline = [[part.title for part in item] if isinstance(item, list) else item.title for item in made.outline]

    assert outline == [
        "What is in this book", "Money and work", ["Allowances", "Benefits"], "Groups", ["Thursday group"],
        "Words explained", "Words, and the pages they are on", "If you need help right now", "Find a page again",
    ]  # fmt: skip


def test_the_whole_offer_has_the_text_of_every_page(pages, whole):
    assert in_order(read_aloud(whole), ["Amounts", "Ask us how much.", "Before you ask", "Every second Thursday"])


def test_the_whole_offer_leaves_out_what_readers_cannot_open(pages, tmp_path):
    pages[1].unpublish()
    path = tmp_path / "offer.pdf"
    path.write_bytes(book.make_offer(DAY))

    assert "Before you ask" not in text_of(path)


def test_a_guest_is_named_in_the_other_section(home, pages, tmp_path):
    AlsoIn.objects.create(page=pages[0], section=SectionPage.objects.get(title="Groups"))
    path = tmp_path / "offer.pdf"
    path.write_bytes(book.make_offer(DAY))

    assert re.search(r"See also: Allowances \(page \d+\)", read_aloud(path))


@pytest.fixture
def rotherham_pack(offer, tmp_path):
    """The pack of pages of the Rotherham offer."""

    def write(*slugs, size=booklet.PrintSize.ORDINARY):
        pages = {page.slug: page for page in offer}
        chosen = lists.gather(codes_of([pages[slug] for slug in slugs]), current_council().sections)
        path = tmp_path / f"pack-{size}.pdf"
        path.write_bytes(make_pack(chosen, DAY, size, booklet.Navigator(), "192.0.2.1"))
        return path

    return write


@pytest.mark.parametrize("size", booklet.PrintSize)
def test_a_family_with_only_paper_reads_what_to_ask_and_what_a_fund_can_pay(
    size, rotherham_loaded, rotherham_pack, faults_of
):
    path = rotherham_pack("allowances", "therapy-fund", size=size)
    text = read_aloud(path)

    assert "Find out who will pay before you agree." in text
    assert "How much the fund can pay" in text
    for limit in FactRow.objects.filter(fact__slug__in=["therapy-fund-child", "therapy-fund-assessment"]):
        assert limit.words.lower() in text.lower()
    assert "Will an allowance change my benefits?" in text
    assert faults_of(path) == []


# The tests that read `whole` stand for it: they draw the book of a small offer.
@pytest.mark.slow
def test_the_rotherham_offer_has_every_page(rotherham_loaded, tmp_path, faults_of):
    path = tmp_path / "offer.pdf"
    path.write_bytes(book.make_offer(DAY))
    text = words_of(path)

    for entry in (entry for part in book.parts(DAY) for entry in part.entries):
        assert " ".join(finished(entry.page.search_description).split()) in text, entry.page.title
    assert faults_of(path) == []
    assert path.stat().st_size <= 2_500_000


@pytest.fixture
def many_supports(council, section):
    """Supports of many lengths, each with three rows of people who can help."""
    contacts = [factories.make_contact(name=f"Helper {number}", phone="01632 960 777") for number in range(5)]
    supports = []
    for length in (2, 4, 6, 8, 10):
        body = [("text", {"text": "<p>What there is, and how to ask for it.</p>" * length})]
        supports.append(factories.make_support(section, body=body, steps=STEP * 3))
        PageContact.objects.bulk_create(PageContact(page=supports[-1], contact=contact) for contact in contacts)
    return supports


@pytest.mark.parametrize("size", booklet.PrintSize)
@pytest.mark.parametrize("length", booklet.PackLength)
def test_only_the_last_page_of_a_pack_may_be_half_empty(many_supports, length, size, tmp_path):
    path = tmp_path / "pack.pdf"
    chosen = lists.gather(codes_of(many_supports), current_council().sections)
    path.write_bytes(make_pack(chosen, DAY, size, booklet.Navigator(), "192.0.2.1", length))

    for number in range(2, len(pypdf.PdfReader(path).pages)):
        assert max(bottom for _left, _top, _right, bottom, _word in words_on(path, number) if bottom < 270) > 150, (
            number
        )


def test_a_number_stands_on_the_page_of_what_it_is_for_and_two_beside_each_other(section, pack):
    lines = [
        ("line", {"words": f"Reason{n}", "contact": factories.make_contact(name=f"Line{n}", phone=f"0{n} 960")})
        for n in range(20, 50)
    ]
    numbers = [("numbers", {"lines": [value for _kind, value in lines]})]
    path = pack(pages=[factories.make_guide(section, body=numbers)])

    for number in range(1, len(pypdf.PdfReader(path).pages) + 1):
        words = {word: (left, top) for left, top, *_sides, word in words_on(path, number)}
        reasons = [word for word in words if word.startswith("Reason")]
        assert all(word.replace("Reason", "Line") in words for word in reasons)
        assert all(
            words[f"Reason{n}"][1] == words[f"Reason{n + 1}"][1] for n in range(20, 50, 2) if f"Reason{n}" in words
        )


@pytest.fixture
def short_pack(pages, tmp_path):
    def write(size=booklet.PrintSize.ORDINARY, **typed):
        chosen = lists.gather(codes_of(pages), current_council().sections)
        path = tmp_path / "short.pdf"
        navigator = booklet.Navigator(**typed)
        path.write_bytes(make_pack(chosen, DAY, size, navigator, "192.0.2.1", booklet.PackLength.SHORT))
        return path

    return write


@pytest.mark.parametrize("size", booklet.PrintSize)
def test_a_short_pack_has_what_it_is_who_can_get_it_how_and_whom_to_ring(size, short_pack, faults_of):
    path = short_pack(size=size)
    text = read_aloud(path)

    assert in_order(
        text,
        [
            "Your short pack", "Allowances", "Money each week.", "Who can get it", "Maybe: Informal", "How to get it",
            "Ring a Navigator.", "Family Rights Group: 01632 960 777", "Benefits", "Thursday group",
        ],
    )  # fmt: skip
    assert "Ask us how much." not in text
    assert faults_of(path) == []


def test_a_page_without_steps_says_in_a_short_pack_how_it_begins_and_whom_to_ring(section, tmp_path):
    line = {
        "words": "I need someone to talk to",
        "contact": factories.make_contact(name="Listeners", phone="01632 960 222"),
    }
    text = "<p>You are not alone.</p><p>Many feel so.</p><h2>Later</h2><p>Not on half a sheet.</p>"
    page = factories.make_guide(section, body=[("numbers", {"lines": [line]}), ("text", {"text": text})])
    path = tmp_path / "short.pdf"
    chosen = lists.gather(codes_of([page]), current_council().sections)
    path.write_bytes(
        make_pack(chosen, DAY, booklet.PrintSize.ORDINARY, booklet.Navigator(), "192.0.2.1", booklet.PackLength.SHORT)
    )

    said = read_aloud(path)
    assert in_order(said, ["I need someone to talk to", "01632 960 222", "You are not alone. Many feel so."])
    assert "Not on half a sheet" not in said


def test_pages_of_the_offer_share_one_of_a_short_pack(pages, short_pack):
    sheets = [one_line(sheet) for sheet in pypdf.PdfReader(short_pack()).pages]

    assert any("Money each week." in sheet and "Benefits" in sheet for sheet in sheets)
    assert len(sheets) == 2


def test_a_short_pack_gives_this_family_its_own_row(short_pack):
    text = read_aloud(short_pack(arrangement="informal"))

    assert in_order(text, ["Maybe", "Informal: the family has agreed it, with no order", "It depends on a"])
    assert "Special Guardianship Order" not in text


def test_a_note_stands_on_the_first_page_as_it_was_typed(short_pack):
    path = short_pack(name="Sam", note="Ring on Tuesday.\n\nBring {council} & <b>papers</b>.")

    first = " ".join(pypdf.PdfReader(path).pages[0].extract_text().split())
    assert in_order(first, ["A note for you", "Ring on Tuesday.", "Bring {council} & <b>papers</b>."])


def test_the_index_names_every_page_that_a_word_is_on_and_no_other(whole):
    texts = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(whole).pages]
    place = next(
        number for number, text in enumerate(texts) if text.startswith("Words, and the pages they are on Of a word")
    )
    rows = dict(re.findall(r"(Allowances|Family Rights Group|Means test|Thursday group): ([\d, ]+)", texts[place]))

    for words in ("Family Rights Group", "Means test"):
        named = [number for number in range(3, place + 1) if words.lower() in texts[number - 1].lower()]
        assert [int(number) for number in rows[words].strip(" ,").split(",")] == named
    for title in ("Allowances", "Thursday group"):
        assert f"{title} " in texts[int(rows[title].split(",")[0]) - 1]


def test_each_number_in_the_index_leads_to_its_page(whole):
    made = pypdf.PdfReader(whole)
    sheets = {
        name: made.get_page_number(place.page.get_object()) + 1 for name, place in made.named_destinations.items()
    }

    index = next(page for page in made.pages if one_line(page).startswith("Words, and the pages they are on Of a word"))
    targets = [link.get_object().get("/Dest", "") for link in index["/Annots"]]
    numbers = {target: int(target.removeprefix("sheet-")) for target in targets if target.startswith("sheet-")}
    assert numbers
    assert {target: sheets[target] for target in numbers} == numbers


def one_line(page):
    return " ".join(page.extract_text().split())


def test_the_book_has_its_wide_margin_at_the_binding_and_its_page_numbers_at_the_outer_edge(whole):
    for number in range(2, len(pypdf.PdfReader(whole).pages) + 1):
        words = words_on(whole, number)
        is_right = number % 2 == 1
        count = next(left for left, top, *_sides, word in words if top > 270 and word == str(number))
        assert (count > 150) == is_right
        text = [left for left, top, *_sides in words if 20 < top < 265]
        assert min(text) >= (23 if is_right else 14)

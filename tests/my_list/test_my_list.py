import datetime
import html
import io
import re
from urllib.parse import quote

import pypdf
import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from django.utils.html import escape
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from pages.content.short_code import ShortCode
from pages.core.lease import Lease, holding
from pages.my_list import my_list as lists
from pages.my_list import pack as packs
from pages.my_list import views
from pages.my_list.pack import make_pack
from pages.paper import booklet, turn
from tests import factories

UNPRINTABLE = "\U0001f98a\U0001faab"  # drawn in colours, which paper has no letters for
PACK = packs.Pack(b"%PDF-", 7)
FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def pages(home, section):
    """Three pages: two about money, one about school, in the order of the tree."""
    school = factories.make_section(home, title="School", slug="school")
    return [
        factories.make_support(section, title="Allowances", slug="allowances"),
        factories.make_guide(section, title="Benefits", slug="benefits"),
        factories.make_group(school, title="Homework club", slug="homework"),
    ]


@pytest.fixture
def codes(pages):
    return [code_of(page) for page in pages]


def code_of(page):
    return ShortCode.objects.get(page=page.pk).code


def list_url(*codes):
    return f"/my-list/?i={'.'.join(codes)}"


def titles(response):
    return re.findall(r'list-item__title"><a href="[^"]*">([^<]*)', response.content.decode())


def test_pages_families_can_use_have_a_link_that_adds_them(client, pages):
    for page in pages:
        assertContains(client.get(page.url), f'href="/my-list/?add={code_of(page)}"')


def test_sections_and_information_pages_are_not_for_listing(client, home, section):
    for page in (home, section, factories.make_information(home)):
        assertNotContains(client.get(page.url), "data-add-to-list")


def test_adding_leads_to_the_address_that_holds_the_list(client, codes):
    response = client.get(f"/my-list/?i={codes[0]}&add={codes[1]}")

    assertRedirects(response, f"{list_url(*codes[:2])}&added={codes[1]}")
    assert titles(client.get(response.url)) == ["Allowances", "Benefits"]


def test_a_list_goes_along_to_a_page_and_back(client, pages, codes):
    first = client.get(list_url(codes[0]))
    assertContains(first, f'href="{pages[0].url}?i={codes[0]}"')

    other = client.get(f"{pages[1].url}?i={codes[0]}")
    assertContains(other, f'href="/my-list/?i={codes[0]}&amp;add={codes[1]}"')
    assertContains(client.get(f"{pages[0].url}?i={codes[0]}"), "In your list")


def test_each_list_has_one_address(client, codes):
    one, two, _three = codes
    doubled, typed, wrong = f"{one}.{two}.{one}", f"{one.upper()} {two}", f"{one}.zzzz.{two}..xxxx"
    for written in (doubled, typed, wrong, f"{one},{two}"):
        assertRedirects(client.get("/my-list/", {"i": written}), list_url(one, two))


def test_pages_of_one_section_stand_together(client, codes):
    assertRedirects(client.get(list_url(codes[0], codes[2], codes[1])), list_url(codes[0], codes[1], codes[2]))


def test_pages_are_moved_and_taken_off_by_plain_links(client, codes):
    one, two, three = codes
    text = client.get(list_url(*codes)).content.decode()

    assert f'href="?i={two}.{one}.{three}#item-{two}"' in text  # the second goes up
    assert f'href="?i={three}.{one}.{two}#group-1"' in text  # the last section goes up
    assert f'href="/my-list/?i={one}.{three}&amp;removed={two}#my-list"' in text


def test_what_was_taken_off_can_be_put_back(client, codes):
    response = client.get(f"{list_url(codes[0])}&removed={codes[1]}")

    assertContains(response, f'href="/my-list/?i={codes[0]}&amp;add={codes[1]}"')


def test_a_list_holds_sixty_pages(client, section):
    codes = [code_of(factories.make_support(section)) for _number in range(62)]

    response = client.get(f"/my-list/?i={'.'.join(codes[:60])}&add={codes[61]}", follow=True)

    assert len(titles(response)) == 60
    assertContains(response, "Your list is full")


def test_a_list_costs_the_same_however_many_pages(client, section, pages, codes, count_queries):
    with_one = count_queries(list_url(codes[0]))
    more = [code_of(factories.make_support(section)) for _number in range(packs.MOST_PAGES - 2)]

    assert count_queries(list_url(codes[0], codes[1], *more)) == with_one <= 4


def test_looking_for_a_page_to_add_keeps_to_the_query_budget(count_queries, pages, codes):
    for who in ("babies", "school"):
        factories.make_guide(pages[0].get_parent(), title=f"Clothes for {who}")

    assert count_queries(f"{list_url(codes[0])}&q=clothes") <= 8


def test_the_whole_title_typed_adds_the_page(client, codes):
    response = client.get("/my-list/", {"q": "allowances"})

    assertRedirects(response, f"/my-list/?i={codes[0]}&added={codes[0]}")


def test_words_that_may_mean_several_pages_give_a_choice(client, section, codes):
    made = [factories.make_support(section, title=f"Clothes for {who}") for who in ("babies", "school")]
    response = client.get("/my-list/", {"i": codes[1], "q": "clothes"})

    for page in made:
        assertContains(response, f'href="/my-list/?i={codes[1]}&amp;add={code_of(page)}"')


def test_titles_that_have_the_words_come_first(section, codes):
    factories.make_support(section, title="Feelings", search_words="camhs, camhs, camhs", search_description="CAMHS.")
    named = factories.make_support(section, title="Help from CAMHS")

    assert lists.choices("camhs", datetime.date(2026, 11, 22))[0] == (code_of(named), named)


def test_only_the_choices_are_sent_while_somebody_types(client, codes):
    response = client.get("/my-list/", {"q": "allow"}, headers={"HX-Request": "true", "HX-Target": "choices"})

    assertContains(response, "Allowances")
    assertNotContains(response, "<html")
    assert "HX-Target" in response["Vary"]


def test_what_replaced_a_page_is_listed_with_a_notice(client, section, pages, codes):
    newer = factories.make_support(section, title="Kinship allowance")
    ShortCode.objects.filter(code=codes[0]).update(replaced_by=newer.short_code)
    pages[0].unpublish()

    response = client.get(list_url(codes[0]))

    assert titles(response) == ["Kinship allowance"]
    assertContains(response, "“Allowances” is no longer here.")


def test_a_list_can_be_sent_and_scanned(client, codes):
    text = client.get(list_url(*codes)).content.decode()

    address = f"http://localhost:8000{list_url(*codes)}&d={timezone.localdate()}"
    assert f'value="{escape(address)}"' in text
    assert quote(address) in re.search(r'href="(mailto:[^"]*)"', text)[1]
    assert "<title>QR code: opens this list</title>" in text


def test_a_list_is_kept_from_search_engines_and_shared_caches(client, codes):
    response = client.get(list_url(*codes))

    assertContains(response, '<meta name="robots" content="noindex">')
    assert "private" in response["Cache-Control"]
    assert "Disallow: /my-list/" in client.get("/robots.txt").content.decode()


def test_listing_and_printing_store_nothing_and_set_no_cookie(client, codes):
    client.get(list_url(codes[0]))
    before = rows()
    data = {"i": ".".join(codes), "name": "Sam", "number": "01632 960 555"}
    asked = [
        client.get("/my-list/"),
        client.get(f"/my-list/?i={codes[0]}&add={codes[1]}"),
        client.get(list_url(*codes)),
        client.get("/my-list/?q=benefits"),
        client.get(f"/my-list/pack.pdf?i={codes[0]}"),
        client.post("/my-list/pack.pdf", data),
        client.get(f"/k/{codes[0]}"),
    ]

    assert [response.status_code for response in asked] == [200, 302, 200, 302, 200, 200, 302]
    assert not client.cookies
    assert rows() == before


def rows():
    """How many rows each table has."""
    with connection.cursor() as cursor:
        counts = {}
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
            counts[table] = cursor.fetchone()[0]
    return counts


@FUZZ
@given(i=st.text(max_size=200), add=st.text(max_size=40), q=st.text(max_size=40), said=st.text(max_size=20))
@example(i="\x00", add='"', q='"', said="%")
@example(i="." * 5000, add="", q="\x00", said="\ud7ff")
def test_no_list_address_breaks(client, codes, i, add, q, said):
    response = client.get("/my-list/", {"i": i, "add": add, "q": q, "added": said, "removed": said})

    assert response.status_code in {200, 302}


@FUZZ
@given(i=st.text(max_size=60), size=st.text(max_size=10), name=st.text(max_size=80), number=st.text(max_size=30))
def test_no_pack_address_breaks(client, codes, monkeypatch, i, size, name, number):
    monkeypatch.setattr(packs, "_make", lambda *parts: PACK)
    data = {"i": f"{codes[0]}.{i}", "size": size, "name": name, "number": number}

    assert client.get("/my-list/pack.pdf", data).status_code == 200
    assert client.post("/my-list/pack.pdf", data).status_code in {200, 422}


def test_an_empty_pack_leads_to_the_list(client, home):
    assertRedirects(client.get("/my-list/pack.pdf?i=xxxx"), "/my-list/")


@pytest.mark.parametrize("number", ["ring me", "07700", "1", "016329601230123456"])
def test_a_wrong_number_is_said_and_nothing_typed_is_lost(client, codes, number):
    response = client.post("/my-list/pack.pdf", {"i": codes[0], "name": "Sam", "number": number, "size": "large"})

    assertContains(response, "Type the whole number, with digits and spaces only", status_code=422)
    assertContains(response, 'value="Sam"', status_code=422)
    assertContains(response, f'value="{number}"', status_code=422)
    assert 'value="large" id="id_size_1" checked' in " ".join(response.content.decode().split())


def test_a_name_is_in_no_log_and_in_no_cache(client, codes, caplog):
    with caplog.at_level(0):
        response = client.post("/my-list/pack.pdf", {"i": codes[0], "name": "Samantha", "number": "01632 960 555"})

    assert "Samantha" not in caplog.text
    assert "no-store" in response["Cache-Control"]
    assert not any(cache.get(f"pack-{place}") for place in range(packs.KEPT_AT_ONCE))


def test_a_pack_is_made_once_until_something_changes(client, codes, pages, monkeypatch):
    made = []
    monkeypatch.setattr(packs, "_make", lambda *parts: made.append(parts) or PACK)
    url = f"/my-list/pack.pdf?i={codes[0]}"

    client.get(url)
    client.get(url)
    assert len(made) == 1
    client.get(f"{url}&size=large")
    assert len(made) == 2
    pages[0].save_revision().publish()
    client.get(url)
    assert len(made) == 3


@pytest.fixture
def inside(client, codes, monkeypatch):
    """What one visitor gets while the pack of another is being made, each from an address of their own or the same."""

    def ask(address):
        answers = []

        def slow(*parts):
            answers.append(client.get(f"/my-list/pack.pdf?i={codes[1]}", REMOTE_ADDR=address))
            return PACK

        monkeypatch.setattr(packs, "_make", slow)
        outside = client.get(f"/my-list/pack.pdf?i={codes[0]}", REMOTE_ADDR="192.0.2.1")
        assert outside.status_code == 200
        return answers[-1]

    return ask


def test_while_a_visitors_pack_is_made_they_are_told_to_try_again(inside):
    response = inside("192.0.2.1")

    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assertContains(response, "Try again in a moment", status_code=503)
    assert titles(response) == ["Benefits"]


def test_the_whole_site_makes_two_packs_at_once(inside):
    with holding(turn.PLACES[0]):
        assert inside("192.0.2.2").status_code == 503


def test_when_both_places_are_taken_nobody_gets_a_pack(client, codes, monkeypatch):
    monkeypatch.setattr(packs, "_make", lambda *parts: PACK)
    with holding(turn.PLACES[0]), holding(turn.PLACES[1]):
        assert client.get(f"/my-list/pack.pdf?i={codes[0]}").status_code == 503
    assert client.get(f"/my-list/pack.pdf?i={codes[0]}").status_code == 200


def test_no_address_is_written_down_for_a_pack(client, codes, monkeypatch):
    names = []
    monkeypatch.setattr(
        packs, "_make", lambda *parts: names.extend(lease.name for lease in Lease.objects.all()) or PACK
    )
    client.get(f"/my-list/pack.pdf?i={codes[0]}", REMOTE_ADDR="192.0.2.1")

    assert len(names) == 2
    assert not any("192.0.2.1" in name for name in names)
    assert not Lease.objects.exists()


def test_more_than_a_pack_holds_is_refused_with_the_packs_it_makes(client, codes, monkeypatch, section):
    monkeypatch.setattr(packs, "MOST_PAGES", 2)
    monkeypatch.setattr("pages.my_list.views.MOST_PAGES", 2)
    monkeypatch.setattr(packs, "_make", lambda *parts: PACK)
    whole = ".".join(codes)
    response = client.get(f"/my-list/pack.pdf?i={whole}")

    assertContains(response, "This is too much for one pack", status_code=422)
    assertContains(response, f'href="/my-list/pack.pdf?i={codes[0]}.{codes[1]}"', status_code=422)
    assertContains(response, f'href="/my-list/pack.pdf?i={codes[2]}"', status_code=422)
    assert titles(response) == ["Allowances", "Benefits", "Homework club"]
    assert client.post("/my-list/pack.pdf", {"i": whole, "name": "Sam"}).status_code == 422
    assert client.get(f"/my-list/pack.pdf?i={codes[0]}.{codes[1]}").status_code == 200


def test_a_failed_pack_frees_its_turn(client, codes, monkeypatch):
    def broken(*parts):
        raise RuntimeError("no ink")

    chosen = lists.gather(codes[:1], [])
    monkeypatch.setattr(packs, "_make", broken)
    for _time in range(3):
        with pytest.raises(RuntimeError):
            make_pack(chosen, None, booklet.PrintSize.LARGE, booklet.Navigator(), "192.0.2.1")


def hrefs(response):
    return re.findall(r'<a[^>]*? href="([^"]*)"', response.content.decode())


def test_without_javascript_a_second_page_adds_to_the_list_whichever_way_one_came_to_it(client, home, pages, codes):
    """Every step is a link of the page before, as somebody follows them who has no script."""
    first = client.get(pages[0].url)
    here = client.get(next(href for href in hrefs(first) if "add=" in href), follow=True)
    start = client.get(next(href for href in hrefs(here) if href.startswith(f"{home.url}?i=")))
    section = client.get(next(href for href in hrefs(start) if href.startswith("/money/?i=")))
    second = client.get(next(href for href in hrefs(section) if href.startswith(pages[1].url)))
    there = client.get(next(html.unescape(href) for href in hrefs(second) if "add=" in href), follow=True)

    assert titles(there) == ["Allowances", "Benefits"]


def test_a_search_hands_the_list_on(client, pages, codes):
    page = client.get(f"/search/?q=money&i={codes[0]}").content.decode()

    assert re.search(rf'<input type="hidden" name="i" value="{codes[0]}">\s*</form>', page)


def test_a_list_can_still_be_emptied_and_left_alone(client, pages, codes):
    text = client.get(list_url(codes[0])).content.decode()

    assert 'href="/my-list/#my-list" data-list-empty' in text
    assert f'href="/my-list/?removed={codes[0]}#my-list"' in text
    assert client.get(pages[0].url).content.decode().count("?i=") == 0


def test_only_codes_get_into_the_links_of_a_page(client, pages):
    assertNotContains(client.get(f'{pages[0].url}?i="><b>no</b>'), "<b>no</b>")


def test_the_pages_of_a_pack_are_counted_by_making_it_once(client, codes, monkeypatch):
    made = []
    monkeypatch.setattr(packs, "_make", lambda *parts: made.append(parts) or PACK)
    url = list_url(*codes)

    assertContains(client.get(url), "How many pages?<span", count=4)
    response = client.get(f"{url}&count=short-large")
    assertContains(response, "7 pages")
    assertContains(response, "How many pages?<span", count=3)
    assertContains(client.get(url), "7 pages")
    assert client.get(f"/my-list/pack.pdf?i={'.'.join(codes)}&size=large&length=short").content == PACK.pdf
    assert len(made) == 1


def test_the_count_of_a_pack_is_that_of_its_pdf_and_goes_when_a_page_changes(client, codes, pages):
    url = list_url(codes[0])
    counted = client.get(f"{url}&count=whole-ordinary")
    made = client.get(f"/my-list/pack.pdf?i={codes[0]}")

    assertContains(counted, f"{len(pypdf.PdfReader(io.BytesIO(made.content)).pages)} pages")
    pages[0].save_revision().publish()
    assertContains(client.get(url), "How many pages?<span", count=4)


def test_one_press_counts_the_pages_of_all_packs_as_far_as_one_can_wait(client, codes, monkeypatch):
    monkeypatch.setattr(packs, "_make", lambda *parts: PACK)
    url = list_url(*codes)
    assertContains(client.get(url), "count=all")
    monkeypatch.setattr(views, "LONGEST_COUNTING", -1)
    assertContains(client.get(f"{url}&count=all"), "7 pages", count=1)

    monkeypatch.setattr(views, "LONGEST_COUNTING", 60)
    response = client.get(f"{url}&count=all")
    assertContains(response, "7 pages", count=4)
    assertNotContains(response, "count=all")


def test_a_navigator_reads_how_many_pages_her_pack_has_with_the_note_on_it(client, codes, monkeypatch):
    made = []
    monkeypatch.setattr(packs, "_make", lambda *parts: made.append(parts) or PACK)
    response = client.post("/my-list/pack.pdf", {"i": codes[0], "note": "Ring me.", "length": "short", "count": "1"})

    assertContains(response, "the pack has 7 pages")
    assertContains(response, "Ring me.")
    assert "no-store" in response["Cache-Control"]
    assert made[0][3].note == "Ring me."


@pytest.mark.parametrize("count", ["", "no", "whole", "short-enormous", "\x00"])
def test_what_is_no_form_of_a_pack_is_not_counted(client, codes, count, monkeypatch):
    monkeypatch.setattr(packs, "_make", None)

    assert client.get("/my-list/", {"i": codes[0], "count": count}).status_code == 200


def test_while_another_pack_is_made_nothing_is_counted(client, codes):
    with holding(turn.PLACES[0]), holding(turn.PLACES[1]):
        response = client.get(f"{list_url(codes[0])}&count=whole-ordinary")

    assertContains(response, "Try again in a moment", status_code=503)


@pytest.mark.parametrize("field", ["name", "note"])
def test_a_word_that_cannot_be_printed_is_named_at_its_field_and_in_no_log(client, codes, caplog, field):
    data = {"i": codes[0], "name": "Sam", "note": "Ring me.", "length": "short"}
    data[field] = f"Hello {UNPRINTABLE}"
    with caplog.at_level(0):
        response = client.post("/my-list/pack.pdf", data)

    assertContains(response, f"no letters for it: {UNPRINTABLE}", status_code=422)
    text = response.content.decode()
    assert f'href="#id_{field}"' in text and f'id="id_{field}_error"' in text
    assert ("Ring me." if field == "name" else 'value="Sam"') in text
    assert f"Hello {UNPRINTABLE}" in text
    assert UNPRINTABLE not in caplog.text


def test_a_pack_of_a_page_that_cannot_be_printed_says_which_word(client, section):
    page = factories.make_support(section, title=f"Clubs {UNPRINTABLE}")
    response = client.get(f"/my-list/pack.pdf?i={code_of(page)}")

    assertContains(response, f"no letters for it: {UNPRINTABLE}", status_code=422)


def test_an_arrangement_that_is_none_is_refused(client, codes):
    response = client.post("/my-list/pack.pdf", {"i": codes[0], "arrangement": "adopted-by-aliens"})

    assert response.status_code == 422

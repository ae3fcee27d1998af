"""A long section is sorted by what families need, and nothing in it is lost."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django.asserts import assertContains, assertNotContains

from pages.core.ties import RelatedPage
from tests.factories import make_guide, make_home, make_section, make_support

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return make_section(make_home(), title="Money")


def need(heading, *pages):
    return ("need", {"heading": heading, "hint": "", "icon": "wallet", "pages": list(pages)})


def test_pages_stand_under_their_need_and_the_rest_comes_last(client, section):
    bed, week, other = (make_guide(section, title=title, slug=title.lower()) for title in ("Beds", "Weekly", "Other"))
    section.needs_met = [need("Each week", week), need("Today", bed), need("Nothing there yet")]
    section.save()

    groups = section.by_need()

    assert [(str(group.heading), group.entries) for group in groups] == [
        ("Each week", [week]),
        ("Today", [bed]),
        ("More help", [other]),
    ]
    assertContains(client.get(section.url), "Each week")


def test_a_page_that_is_taken_down_leaves_its_need_and_the_need_goes_with_its_last_page(client, section):
    bed = make_guide(section, title="Beds", slug="beds")
    make_guide(section, title="Other", slug="other")
    section.needs_met = [need("Today", bed)]
    section.save()

    bed.unpublish()

    assertNotContains(client.get(section.url), "Today")
    assertContains(client.get(section.url), "Other")


def test_a_page_under_two_needs_stands_once(section):
    bed = make_guide(section, title="Beds", slug="beds")
    section.needs_met = [need("Today", bed), need("Soon", bed)]

    assert [str(group.heading) for group in section.by_need()] == ["Today"]


def test_who_pays_stands_beside(client, section):
    make_support(section, title="Child Benefit", provider="government")

    assertContains(client.get(section.url), '<p class="row__who">The government</p>')


def test_two_pages_do_not_share_a_title(section):
    page = make_guide(section, title="Money for beds", slug="beds")
    other = make_guide(section, title="money FOR beds", slug="other-beds", live=False)

    page.clean_for_readers()
    with pytest.raises(ValidationError) as raised:
        other.clean_for_readers()

    assert "Money for beds" in str(raised.value)


def test_what_to_read_next_is_not_what_the_list_has_shown(section):
    bed = make_guide(section, title="Beds", slug="beds")
    elsewhere = make_section(section.get_parent(), title="Home and housing", slug="home")
    for page in (bed, elsewhere):
        RelatedPage.objects.create(page=section, related_page=page)

    assert section.related_pages() == [elsewhere]

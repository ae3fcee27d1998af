"""No page for families is out of the finder's reach: each says what it helps with."""

import pytest
from wagtail.models import Page

from pages.core.vocabulary import Topic

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

# For people who work with families: no family looks for itself there.
FOR_PROFESSIONALS = {"for-doctors-and-health-visitors", "for-employers", "for-schools"}
MOST_OF_A_GUIDE = 4


@pytest.fixture
def pages(rotherham_loaded):
    """Every guide, letter and support of both layers."""
    return [page for page in Page.objects.live().specific() if getattr(page, "can_be_listed", False)]


def topics(page):
    return [need.topic for need in page.needs.order_by("sort_order")]


def test_every_guide_letter_and_support_has_a_need_but_those_for_professionals(pages):
    assert {type(page).__name__ for page in pages} == {"GuidePage", "LetterPage", "SupportPage", "GroupPage"}
    assert {page.slug for page in pages if not topics(page)} == FOR_PROFESSIONALS


def test_the_page_of_a_topic_helps_with_that_topic_before_others(pages):
    about_a_topic = [page for page in pages if page.slug in Topic.values]

    assert {page.slug: topics(page)[0] for page in about_a_topic} == {page.slug: page.slug for page in about_a_topic}


def test_a_page_to_read_names_only_its_nearest_topics(pages):
    too_many = [page.slug for page in pages if not hasattr(page, "level") and len(topics(page)) > MOST_OF_A_GUIDE]

    assert too_many == []

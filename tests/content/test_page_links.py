"""Links to pages in running text lead to what readers can open, and break nothing otherwise."""

import pytest
from wagtail.rich_text import expand_db_html

from tests import factories


def test_a_link_leads_to_its_page(section):
    guide = factories.make_guide(section)

    assert expand_db_html(f'<a linktype="page" id="{guide.pk}">Read</a>') == f'<a href="{guide.url}">Read</a>'


@pytest.mark.parametrize("key", ["", "999999", "seven", "-1", "²", "１２"])
def test_a_link_to_no_page_is_left_as_plain_words(home, key):
    assert expand_db_html(f'<a linktype="page" id="{key}">Read</a>') == "<a>Read</a>"

"""Our own text is what officers are shown as plain: the hints of the editor find nothing to put right in it."""

import pytest
from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.plain_words import look
from pages.plain_words.finding import Code

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("offer")]

# “It is paid” is often the plainest; examples are what the demonstration is made of.
LEFT_TO_JUDGEMENT = {Code.PASSIVE, Code.EXAMPLE}
# Sums that somebody made up, to show how a thing works: they are of no year.
MADE_UP = {
    "/money/means-test/": {"£1,000", "£200", "£800", "£700", "£100", "£50"},
    "/money/crisis-fund/": {"£12"},
    "/money/debts-and-scams/": {"£5"},
}


def test_no_page_has_a_hint(rotherham_loaded):
    hints = []
    for page in Page.objects.live().filter(depth__gt=2).specific():
        if isinstance(page, BasePage):
            made_up = MADE_UP.get(page.get_url(), set())
            hints.extend(
                f"{page.get_url()} {finding.where and finding.where.label}: {finding.message}"
                for finding in look(page).findings
                if finding.code not in LEFT_TO_JUDGEMENT and finding.quote not in made_up
            )

    assert hints == []

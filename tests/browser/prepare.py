"""Prepares the served site: the demonstration, and what its offer has none of yet.

In one process, for each reads all the code anew.
"""

import sys

import django
from django.core.management import call_command


def prepare(port):
    call_command("demonstration", "fixtures/england", "fixtures/rotherham", "--port", port)
    make_report_with_answers()
    print_a_book()


def make_report_with_answers():
    from pages.heard.consultation_report import ReportAnswer
    from pages.heard.have_your_say import HaveYourSayPage
    from tests.factories import make_report

    asked = [("kinship-carers", 14), ("children", 6), ("former-carers", 2)]
    page = make_report(HaveYourSayPage.objects.get(), asked=asked, title="Groups and money", slug="test-report")
    about = page.get_site().root_page.get_children().get(slug="groups")
    ReportAnswer.objects.create(
        page=page, asked_for="A group in the evening.", answer="We are looking for a room.", about=about
    )


def print_a_book():
    """Only pages that lead to the book are looked at, so its own pages may be missing."""
    from django.utils import timezone

    from pages.paper.model import Paper, PaperFormat

    Paper.objects.create(format=PaperFormat.OFFER, pdf=b"%PDF-", made_at=timezone.now())


if __name__ == "__main__":
    django.setup()
    prepare(sys.argv[1])

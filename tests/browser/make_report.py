"""Puts a consultation report with made-up words into the served site: the offer itself has none yet."""

import django


def make():
    from pages.heard.consultation_report import ReportAnswer
    from pages.heard.have_your_say import HaveYourSayPage
    from tests.factories import make_report

    asked = [("kinship-carers", 14), ("children", 6), ("former-carers", 2)]
    page = make_report(HaveYourSayPage.objects.get(), asked=asked, title="Groups and money", slug="test-report")
    about = page.get_site().root_page.get_children().get(slug="groups")
    ReportAnswer.objects.create(
        page=page, asked_for="A group in the evening.", answer="We are looking for a room.", about=about
    )


if __name__ == "__main__":
    django.setup()
    make()

"""From the first answer to the report nobody is named: in no column of the database, nor in what leaves it."""

import io

import pytest
from django.core.cache import cache
from openpyxl import load_workbook

from pages.consultation import moderation, report
from pages.consultation.answer import ConsultationAnswer
from pages.consultation.sheets import answers_xlsx
from tests import factories
from tests.browser.dump import all_that_is_kept
from tests.consultation.making import make_consultation
from tests.consultation.test_answering import URL, answer

TYPED = (
    "My name is Sarah Jones, 12 Acacia Road, S60 1AE, 01709 382121. My grandson Jayden is at Thornhill Primary School."
)
DETAILS = ("sarah", "jones", "acacia", "s60 1ae", "382121", "jayden", "thornhill")


@pytest.mark.parametrize("url", [URL, f"{URL}children/"])
def test_no_detail_that_was_typed_is_kept_anywhere(client, home, time_machine, url):
    cache.clear()
    time_machine.move_to("2026-11-10T12:00:00Z")
    factories.make_have_your_say(home)
    consultation = make_consultation()
    assert answer(client, consultation, TYPED, url).status_code == 302
    moderation.read(ConsultationAnswer.objects.get(), {}, {})
    report.draft(consultation, None)

    cells = load_workbook(io.BytesIO(answers_xlsx(consultation))).active.iter_rows(values_only=True)
    kept = [value.casefold() for value in (*all_that_is_kept(), *(str(value) for row in cells for value in row))]
    assert any("my name is […]" in value for value in kept)
    for detail in DETAILS:
        assert not [value for value in kept if detail in value]

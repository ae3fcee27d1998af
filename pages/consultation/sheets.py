"""The answers of a consultation that an officer has read, as a spreadsheet."""

import io

from django.utils.translation import gettext as _
from openpyxl import Workbook

from pages.consultation.answer import AnswerPart
from pages.consultation.model import Consultation
from pages.consultation.vocabulary import AnswerState
from pages.core.cells import plain_words
from pages.core.inline import finished


def answers_xlsx(consultation: Consultation) -> bytes:
    """One row for each part; what was not read yet, or set aside, is not in it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Answers"))
    sheet.append([_("Number"), _("Day"), _("Who they are"), _("On paper"), _("Question"), _("Answer"), _("Groups")])
    parts = AnswerPart.objects.filter(answer__consultation=consultation, answer__state=AnswerState.READ)
    for part in parts.select_related("answer", "question").prefetch_related("groups"):
        groups = finished(", ".join(group.title for group in part.groups.all()))
        question = finished(part.question.words) if part.question else ""
        on_paper = _("Yes") if part.answer.on_paper else ""
        said = part.words if part.is_own_words else finished(part.words)
        row = [part.answer_id, part.answer.day, part.answer.get_role_display(), on_paper, question, said, groups]
        sheet.append([plain_words(value) if isinstance(value, str) else value for value in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()

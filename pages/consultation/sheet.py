"""The questions on one sheet of A4, to write on and post: no name is asked for."""

from pages.consultation.model import Consultation
from pages.consultation.vocabulary import AskedSet
from pages.council.shown import Council
from pages.paper import pdf
from pages.paper.frame import in_frame

SHEETS = ("css/pdf/paper.css", "css/pdf/consultation.css")
# Heights in mm of a place to write, the most roomy first: the first with which all of it fits on that many sides.
ROOMS = {1: (90.0, 70.0, 55.0, 44.0, 34.0, 26.0, 20.0), 2: (60.0, 44.0, 34.0, 26.0, 20.0, 15.0, 11.0)}


def sheet_pdf(consultation: Consultation, asks: str, council: Council, language: str) -> bytes:
    """The sheet as a tagged PDF: on one side with room to write, else on two if it can be made to fit."""
    for sides, rooms in ROOMS.items():
        for room in rooms:
            layout = pdf.Layout(sheet_html(consultation, asks, council, language, room))
            if layout.page_count <= sides:
                return layout.pdf()
    return layout.pdf()


def sheet_html(consultation: Consultation, asks: str, council: Council, language: str, room: float) -> str:
    questions = [(row, row.options()) for row in consultation.questions.all() if row.asks == asks]
    context = {
        "consultation": consultation,
        "questions": questions,
        "asked_roles": [row.get_role_display() for row in consultation.asked.all()],
        "for_children": asks == AskedSet.CHILDREN,
    }
    return in_frame(
        "consultation/sheet.html", context, council=council, language=language, sheets=SHEETS, lengths={"room": room}
    )

"""The questions on one sheet of A4, to write on and post: no name is asked for."""

from pages.consultation.model import Consultation
from pages.consultation.vocabulary import AskedSet
from pages.council.shown import Council
from pages.paper import pdf
from pages.paper.frame import in_frame

SHEETS = ("css/pdf/paper.css", "css/pdf/consultation.css")
MOST_PAGES = 2
# Heights in mm of a place to write, the most roomy first: the first that leaves two sides is taken.
ROOMS = (34.0, 26.0, 20.0, 15.0, 11.0)


def sheet_pdf(consultation: Consultation, asks: str, council: Council, language: str) -> bytes:
    """The sheet as a tagged PDF, on one side or two if the places to write can be made to fit."""
    layout = None
    for room in ROOMS:
        layout = pdf.Layout(sheet_html(consultation, asks, council, language, room))
        if layout.page_count <= MOST_PAGES:
            break
    if layout is None:
        raise ValueError("There is no height to write in.")
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

"""Makes consultations with fixed, readable values; a test names only the fields it is about."""

import datetime

from pages.consultation.answer import AnswerPart, ConsultationAnswer
from pages.consultation.model import AnswerGroup, AskedRole, Consultation, ConsultationQuestion

OPENS, CLOSES = datetime.date(2026, 11, 1), datetime.date(2026, 11, 30)
QUESTIONS = (
    ("carers", "yes-no", "Did you find help?", ""),
    ("carers", "open", "What helps you most?", ""),
    ("carers", "choices", "When should we open?", "Mornings\nEvenings"),
    ("children", "open", "What would make things better?", ""),
)


def make_consultation(questions=QUESTIONS, **fields):
    values = {
        "title": "Help in the first weeks",
        "slug": "first-weeks",
        "opens": OPENS,
        "closes": CLOSES,
        "about": "We want to change the help of the first weeks.",
        "about_for_children": "We want to know what helps you.",
        "post_to": "Kinship team\n1 Test Street\nTestham",
    }
    consultation = Consultation.objects.create(**values | fields)
    for order, role in enumerate(("children", "kinship-carers")):
        AskedRole.objects.create(consultation=consultation, role=role, sort_order=order)
    for order, (asks, kind, words, choices) in enumerate(questions):
        ConsultationQuestion.objects.create(
            consultation=consultation, asks=asks, kind=kind, words=words, choices=choices, sort_order=order
        )
    return consultation


def make_answer(consultation, words="Longer hours, please.", **fields):
    """One person's answer to the open question for carers."""
    number = ConsultationAnswer.objects.count()
    values = {"asks": "carers", "role": "kinship-carers", "key": f"key-{number}", "day": OPENS}
    answer = ConsultationAnswer.objects.create(consultation=consultation, **values | fields)
    question = consultation.questions.filter(asks=answer.asks, kind="open").first()
    AnswerPart.objects.create(answer=answer, question=question, words=words)
    return answer


def group(consultation, **fields):
    values = {"title": "Longer hours", "you_said": "Open in the evening.", "we_did": "We open until 7 pm."}
    return AnswerGroup.objects.create(consultation=consultation, **values | fields)

"""Questions to begin with, so that nobody has an empty form before them."""

from django.utils.translation import gettext as _

from pages.consultation.model import Consultation, ConsultationQuestion
from pages.consultation.vocabulary import AskedSet, QuestionKind


def new_consultation() -> Consultation:
    """A consultation with questions to keep, change or take away; it is not saved."""
    yes_no, own = QuestionKind.YES_NO, QuestionKind.OPEN
    rows = [
        (AskedSet.CARERS, yes_no, _("Did you find the help you needed?")),
        (AskedSet.CARERS, own, _("What helps you most?")),
        (AskedSet.CARERS, own, _("What is missing, or hard to get?")),
        (AskedSet.CARERS, own, _("What should we change first?")),
        (AskedSet.CHILDREN, yes_no, _("Do you know who to ask when you need help?")),
        (AskedSet.CHILDREN, own, _("What is good about where you live?")),
        (AskedSet.CHILDREN, own, _("What would make things better?")),
    ]
    questions = [
        ConsultationQuestion(asks=asks, kind=kind, words=words, sort_order=order)
        for order, (asks, kind, words) in enumerate(rows)
    ]
    consultation = Consultation()
    consultation.questions.add(*questions)
    return consultation

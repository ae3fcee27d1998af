"""The made-up answers of a consultation that is an example. What people answered is never in files."""

from typing import Any, NamedTuple

from django.db.models import QuerySet

from pages.consultation.answer import MADE_UP, AnswerPart, ConsultationAnswer
from pages.consultation.model import AnswerGroup, Consultation
from pages.consultation.vocabulary import AnswerState

from .fill_fields import fill_fields, report_unknown
from .item import Item, Problems, WrongError
from .records import Outcome, Records, Report
from .references import References

ANSWERS, SAID, QUESTION, WORDS, GROUPS = "answers", "said", "question", "words", "groups"
WRITTEN = ("asks", "role", "on_paper", "day")
FIELDS = [field for field in ConsultationAnswer._meta.concrete_fields if field.name in WRITTEN]
OF_A_PART = [field for field in AnswerPart._meta.concrete_fields if field.name == WORDS]


class _Answered(NamedTuple):
    """One person's answers, not saved yet: each part with the groups it belongs to."""

    answer: ConsultationAnswer
    parts: list[tuple[AnswerPart, list[AnswerGroup]]]

    def form(self) -> dict[str, Any]:
        answer = self.answer
        data: dict[str, Any] = {"asks": str(answer.asks)}
        data |= {"role": str(answer.role)} if answer.role else {}
        data |= {"on_paper": True} if answer.on_paper else {}
        return data | {"day": answer.day, SAID: [_form_of_part(part, groups) for part, groups in self.parts]}


def without_answers(item: Item) -> Item:
    """What a file says of the consultation itself."""
    entries = {name: entry for name, entry in item.of(dict).items() if name != ANSWERS}
    return Item(entries, item.file, item.line, item.prose_line)


def form_of_answers(consultation: Consultation) -> list[dict[str, Any]]:
    """Those that were read, of an example; nothing of any other."""
    if not consultation.example:
        return []
    answers = _made_up(consultation).filter(state=AnswerState.READ).prefetch_related("parts__groups", "parts__question")
    return [
        _Answered(answer, [(part, list(part.groups.all())) for part in answer.parts.all() if part.question]).form()
        for answer in answers
    ]


def load_answers(
    key: str,
    consultation: Consultation,
    entry: Item | None,
    references: References,
    records: Records,
    report: Report,
    problems: Problems,
) -> None:
    """Makes the answers those of the file, unless an officer has changed them since."""
    if entry is None:
        return
    before = len(problems)
    wanted = _read(consultation, entry, references, problems)
    if len(problems) > before:
        return
    key, form = f"{key}/{ANSWERS}", [answered.form() for answered in wanted]
    outcome = records.outcome(key, form_of_answers(consultation) or None, form)
    report.add(key, outcome)
    if outcome is Outcome.LEFT:
        return
    if outcome is not Outcome.UNCHANGED:
        _made_up(consultation).delete()
        for number, answered in enumerate(wanted):
            _save(answered, f"{MADE_UP}{consultation.slug}/{number}")
    records.remember(key, consultation.pk, form)


def _made_up(consultation: Consultation) -> QuerySet[ConsultationAnswer]:
    return consultation.answers.filter(key__startswith=MADE_UP)


def _read(consultation: Consultation, entry: Item, references: References, problems: Problems) -> list[_Answered]:
    answered: list[_Answered] = []
    try:
        if not consultation.example:
            raise WrongError("are people’s own: only an example has them in a file")
        answered = [_read_answer(consultation, item, references, problems) for item in entry.of(list)]
    except WrongError as wrong:
        problems.add_wrong(entry, ANSWERS, wrong)
    return answered


def _read_answer(consultation: Consultation, item: Item, references: References, problems: Problems) -> _Answered:
    entries, answer = item.of(dict), ConsultationAnswer(consultation=consultation, state=AnswerState.READ)
    report_unknown(entries, [*(field.name for field in FIELDS), SAID], problems, f"{ANSWERS}.")
    fill_fields(answer, FIELDS, item, entries, references, problems, f"{ANSWERS}.")
    if SAID not in entries:
        raise WrongError("is missing", item, SAID)
    parts = []
    for said in entries[SAID].of(list):
        names = said.of(dict)
        part, place = AnswerPart(), f"{ANSWERS}.{SAID}."
        report_unknown(names, [QUESTION, WORDS, GROUPS], problems, place)
        fill_fields(part, OF_A_PART, said, names, references, problems, place)
        asked = {row.words: row for row in consultation.questions.all() if row.asks == answer.asks}
        part.question = _one_of(asked, names.get(QUESTION), said, QUESTION)
        groups = names[GROUPS].of(list) if GROUPS in names else []
        called = {row.title: row for row in consultation.groups.all()}
        parts.append((part, [_one_of(called, group, said, GROUPS) for group in groups]))
    return _Answered(answer, parts)


def _one_of[Row](rows: dict[str, Row], entry: Item | None, item: Item, name: str) -> Row:
    if entry is None:
        raise WrongError("is missing", item, f"{SAID}.{name}")
    if (words := entry.of(str)) not in rows:
        raise WrongError(f"“{words}” is not in this consultation", entry, f"{SAID}.{name}")
    return rows[words]


def _save(answered: _Answered, key: str) -> None:
    answer = answered.answer
    answer.key = key
    answer.save()
    for part, groups in answered.parts:
        part.answer = answer
        part.save()
        part.groups.set(groups)


def _form_of_part(part: AnswerPart, groups: list[AnswerGroup]) -> dict[str, Any]:
    data: dict[str, Any] = {QUESTION: part.question.words if part.question else "", WORDS: part.words}
    titles = sorted(group.title for group in groups)
    return data | ({GROUPS: titles} if titles else {})

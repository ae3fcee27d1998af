"""The steps of the set-up, filled from what was typed into a command instead of the screens."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile

from pages.core.vocabulary import Weekday
from pages.set_up.forms import StepForm
from pages.set_up.model import SetUp
from pages.set_up.steps import BY_SLUG, STEPS, Step, mark_done

DAYS = [day.value for day in Weekday]


class TypedError(Exception):
    """Something can't be used. `lines` says what, each with the option it was typed for."""

    def __init__(self, lines: list[str]):
        self.lines = lines
        super().__init__("\n".join(lines))


class Option(NamedTuple):
    """One thing that can be typed: the step and field that it fills, and how its text is read."""

    name: str
    step: str
    field: str
    shape: str = ""  # how several parts of it are written; then it may be there several times

    @property
    def key(self) -> str:
        return self.name.replace("-", "_")


ALL_OPTIONS = (
    Option("name", "your-council", "council_name"),
    Option("short-name", "your-council", "council_short_name"),
    Option("area", "your-council", "area"),
    Option("childrens-services", "your-council", "childrens_services"),
    Option("website", "your-council", "council_website"),
    Option("colour", "your-council", "brand_colour"),
    Option("logo", "your-council", "logo"),
    Option("navigators", "who-answers", "name"),
    Option("navigator-name", "who-answers", "navigator_name"),
    Option("navigator-article", "who-answers", "navigator_article"),
    Option("navigators-name", "who-answers", "navigators_name"),
    Option("meaning", "who-answers", "navigator_meaning"),
    Option("phone", "who-answers", "phone"),
    Option("cost", "who-answers", "cost"),
    Option("email", "who-answers", "email"),
    Option("hours", "who-answers", "hours", "monday-friday 09:00-17:00"),
    Option("ring-back-days", "who-answers", "ring_back_days"),
    Option("line", "at-night", "lines", "samaritans"),
    Option("night-words", "at-night", "own_words"),
    Option("night-name", "at-night", "own_name"),
    Option("night-phone", "at-night", "own_phone"),
    Option("night-hours", "at-night", "own_hours"),
    Option("web-address", "days-and-paper", "web_address"),
    Option("other-formats", "days-and-paper", "other_formats"),
    Option("term", "days-and-paper", "terms", "Autumn 2026, first half: 2026-09-02 to 2026-10-23"),
    Option("closure", "days-and-paper", "closures", "2026-12-24 to 2026-12-31: Christmas"),
    Option("lead-post", "who-works-here", "lead_post"),
    Option("lead-email", "who-works-here", "lead_email"),
    Option("officer", "who-works-here", "officers", "name@barnfield.gov.uk: Kinship lead"),
)

WORDS = {name for step in STEPS[:-1] for name in step.form.council_words}
KNOWN_WORDS = {name for step in STEPS[:-1] for name in step.form.names_of_words()}
# A word for the council can be typed where its settings have a place for it.
OPTIONS = tuple(option for option in ALL_OPTIONS if option.field not in WORDS - KNOWN_WORDS)


def fill_steps(set_up: SetUp, typed: dict[str, Any]) -> None:
    """Saves every step of which something was typed, and what needs no answer. Raises TypedError."""
    wrong: list[str] = []
    for step in STEPS[:-1]:
        options = [option for option in OPTIONS if option.step == step.slug and typed.get(option.key) is not None]
        if not options and step.slug != "at-night":
            continue
        try:
            form = _form(step, set_up, {option: typed[option.key] for option in options})
        except TypedError as error:
            wrong += error.lines
            continue
        if form.is_valid():
            form.save()
            mark_done(set_up, step)
        else:
            wrong += _errors(step, form)
    if wrong:
        raise TypedError(wrong)


def option_of(step: str, field: str) -> str:
    """The option that fills a field: its own name where there is none."""
    names = {option.field: option.name for option in OPTIONS if option.step == step}
    return f"--{names.get('hours' if field in DAYS else field, field.replace('_', '-'))}"


def options_of(step: Step) -> list[Option]:
    return [option for option in OPTIONS if option.step == step.slug]


def _form(step: Step, set_up: SetUp, typed: dict[Option, Any]) -> StepForm:
    """The step's form with what was kept, and over it what was typed."""
    kept = BY_SLUG[step.slug].form(set_up=set_up)
    data = {name: value for name in kept.fields if (value := kept[name].value()) not in (None, False)}
    lists = {name: kept.kept_rows(name) for name in kept.lists}
    files: dict[str, Any] = {}
    for option, value in typed.items():
        if option.field == "hours":
            data |= dict.fromkeys(DAYS, "") | _hours(value)
        elif option.field == "lines":
            data["lines"] = value
        elif option.field == "logo":
            files["logo"] = _file(value)
        elif option.shape:
            lists[option.field] = [_row(option, text) for text in value]
        else:
            data[option.field] = value
    for name, rows in lists.items():
        data |= _as_formset(name, rows)
    return BY_SLUG[step.slug].form(data, files, set_up=set_up)


def _as_formset(prefix: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": str(value) for name, value in row.items()}
    return data


def _hours(texts: list[str]) -> dict[str, str]:
    """“monday-friday 09:00-17:00” for each day that it names; a day that is named twice has a break."""
    hours: dict[str, str] = {}
    for text in texts:
        days, _space, spell = text.strip().partition(" ")
        first, _dash, last = days.lower().partition("-")
        last = last or first
        if first not in DAYS or last not in DAYS or not spell:
            raise TypedError([f"--hours: “{text}” can’t be read. Write it as: monday-friday 09:00-17:00"])
        for day in DAYS[DAYS.index(first) : DAYS.index(last) + 1]:
            hours[day] = ", ".join(filter(None, (hours.get(day, ""), spell)))
    return hours


ROWS = {
    "term": re.compile(r"(?P<name>.+): *(?P<first_day>\S+) +to +(?P<last_day>\S+)"),
    "closure": re.compile(r"(?P<first_day>\S+)(?: +to +(?P<last_day>[^\s:]+))?(?:: *(?P<reason>.*))?"),
    "officer": re.compile(r"(?P<email>\S+): *(?P<role>.+)"),
}


def _row(option: Option, text: str) -> dict[str, str]:
    match = ROWS[option.name].fullmatch(text.strip())
    if match is None:
        raise TypedError([f"--{option.name}: “{text}” can’t be read. Write it as: {option.shape}"])
    row = {name: value or "" for name, value in match.groupdict().items()}
    if option.name == "closure":
        row["first_day"] = row["first_day"].rstrip(":")
        row["last_day"] = row["last_day"] or row["first_day"]
    return row


def _file(path: str) -> SimpleUploadedFile:
    try:
        return SimpleUploadedFile(Path(path).name, Path(path).read_bytes())
    except OSError as error:
        raise TypedError([f"--logo: {path} can’t be read: {error.strerror}."]) from None


def _errors(step: Step, form: StepForm) -> Iterator[str]:
    for where, errors in form.errors_by_name().items():
        for field, words in errors.items():
            name = option_of(step.slug, where.split()[0] if where else field)
            yield f"{name}: {' '.join(map(str, words))}"

"""Loads the shared entries and the council's settings: models that are no pages."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.log_actions import log

from .fill import fill
from .fill_fields import report_fields
from .form import form_of
from .item import Item, Problems, WrongError
from .names import REGISTERS, Entry
from .records import Outcome, Records, Report
from .references import References
from .write import write_yaml

FILES = {model: name for name, model in REGISTERS.items()}


def load_register(
    model: type[Entry], items: list[Item], references: References, records: Records, report: Report
) -> None:
    """Makes or updates each entry, and lets `references` know all that there are."""
    problems = Problems()
    entries = {entry.slug: entry for entry in model.objects.all()}
    by_key: dict[int | None, Entry] = {entry.pk: entry for entry in entries.values()}
    lines: dict[str, int] = {}
    loaded: dict[str, int | None] = {}
    for item in items:
        slug = _slug(item, lines, problems)
        if slug is not None:
            key = f"{FILES[model]}/{slug}"
            entry = entries.get(slug) or by_key.get(records.object_key(key))
            loaded[slug] = load_object(key, entry, model(), item, references, records, report, problems)
    problems.stop_if_any()
    report.not_in_pack += [f"{FILES[model]}/{slug}" for slug in _not_in_files(model, entries, loaded, records)]
    for slug, pk in [*model.objects.values_list("slug", "pk"), *loaded.items()]:
        references.add(model, slug, pk)


def _not_in_files(
    model: type[Entry], entries: dict[str, Entry], loaded: dict[str, int | None], records: Records
) -> list[str]:
    """The slugs of a layer's entries that it holds no more; or of what the council has and its folder has not."""
    beginning = f"{FILES[model]}/"
    if records.layer:
        gone = records.no_longer_there(beginning, {beginning + slug for slug in loaded})
        return [key.removeprefix(beginning) for key in gone]
    return [
        slug
        for slug, entry in entries.items()
        if entry.pk not in loaded.values() and not records.is_of_another_layer(beginning, entry.pk)
    ]


def load_object(
    key: str,
    entry: models.Model | None,
    wanted: models.Model,
    item: Item,
    references: References,
    records: Records,
    report: Report,
    problems: Problems,
) -> int | None:
    """Saves one object as the file has it, unless it is so already or an editor has changed it. Gives its key."""
    before = len(problems)
    wanted.pk = entry.pk if entry else None
    wanted._state.adding = entry is None
    fill(wanted, item, references, problems)
    if len(problems) > before or not check(wanted, item, problems):
        return None
    form = form_of(wanted, references, sparse=True)
    outcome = records.outcome(key, form_of(entry, references, sparse=True) if entry else None, form)
    if outcome in (Outcome.LEFT, Outcome.WAITS):
        outcome = Outcome.WAITS if records.is_new(key, form) else Outcome.LEFT
    report.add(key, outcome)
    if outcome is Outcome.WAITS:
        records.remember_offered(key, wanted.pk, form, write_yaml(form_of(wanted, references)))
    if outcome in (Outcome.LEFT, Outcome.WAITS):
        return wanted.pk
    saved = entry or wanted
    if outcome is not Outcome.UNCHANGED:
        fill(saved, item, references, problems, keep=entry is not None)
        saved.save()
        log(instance=saved, action="wagtail.create" if outcome is Outcome.MADE else "wagtail.edit")
    records.remember(key, saved.pk, form)
    return saved.pk


def check(obj: models.Model, item: Item, problems: Problems) -> bool:
    """The model's own rules about the whole of it; its fields were checked as they were filled."""
    fields = {field.name for field in obj._meta.concrete_fields}
    try:
        obj.full_clean(exclude=fields - {"slug"}, validate_constraints=False)
        obj.validate_unique()
    except ValidationError as error:
        report_fields(error, item, item.of(dict), problems)
        return False
    return True


def _slug(item: Item, lines: dict[str, int], problems: Problems) -> str | None:
    """The slug of an entry, unless an earlier one has it."""
    try:
        entry = item.of(dict).get("slug")
        if entry is None:
            raise WrongError("is missing")
        slug = entry.of(str)
        if slug in lines:
            raise WrongError(f"“{slug}” is there twice: first in line {lines[slug]}", entry)
    except WrongError as wrong:
        problems.add_wrong(item, "slug", wrong)
        return None
    lines[slug] = entry.line
    return slug

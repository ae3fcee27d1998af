"""Loads the shared entries and the council's settings: models that are no pages."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.log_actions import log

from .errors import Problems, WrongError
from .fill import fill
from .fill_fields import report_fields
from .form import form_of
from .item import Item
from .names import REGISTERS
from .records import Outcome, Records
from .references import References
from .report import Report

FILES = {model: name for name, model in REGISTERS.items()}


def load_register(model, items: list[Item], references: References, records: Records, report: Report) -> None:
    """Makes or updates each entry, and lets `references` know all that there are."""
    problems = Problems()
    found = {entry.slug: entry for entry in model.objects.all()}
    by_key = {entry.pk: entry for entry in found.values()}
    lines, loaded = {}, {}
    for item in items:
        slug = _slug(item, lines, problems)
        if slug is not None:
            key = f"{FILES[model]}/{slug}"
            entry = found.get(slug) or by_key.get(records.object_key(key))
            loaded[slug] = load_object(key, entry, model(), item, references, records, report, problems)
    problems.stop_if_any()
    report.not_in_pack += [f"{FILES[model]}/{slug}" for slug, entry in found.items() if entry.pk not in loaded.values()]
    for slug, pk in [*model.objects.values_list("slug", "pk"), *loaded.items()]:
        references.add(model, slug, pk)


def load_object(key, entry, wanted, item, references, records: Records, report: Report, problems: Problems):
    """Saves one object as the pack has it, unless it is so already or an editor has changed it. Gives its key."""
    before = len(problems)
    wanted.pk = entry.pk if entry else None
    wanted._state.adding = entry is None
    fill(wanted, item, references, problems)
    if len(problems) > before or not check(wanted, item, problems):
        return None
    form = form_of(wanted, references, sparse=True)
    outcome = records.outcome(key, form_of(entry, references, sparse=True) if entry else None, form)
    report.add(key, outcome)
    if outcome is Outcome.LEFT:
        return entry.pk
    if outcome is not Outcome.UNCHANGED:
        entry = entry or wanted
        fill(entry, item, references, problems, keep=entry is not wanted)
        entry.save()
        log(instance=entry, action="wagtail.create" if outcome is Outcome.MADE else "wagtail.edit")
    records.remember(key, entry.pk, form)
    return entry.pk


def check(obj: models.Model, item: Item, problems: Problems) -> bool:
    """The model's own rules about the whole of it; its fields were checked as they were filled."""
    fields = {field.name for field in obj._meta.concrete_fields}
    try:
        obj.full_clean(exclude=fields - {"slug"}, validate_constraints=False)
        obj.validate_unique()
    except ValidationError as error:
        report_fields(error, item, item.value, problems)
        return False
    return True


def _slug(item, lines, problems):
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

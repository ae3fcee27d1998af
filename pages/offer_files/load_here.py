"""Loads what a council says holds here, on pages whose other words are a national layer's."""

from django.db import models
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from .editor_rules import rules_of
from .fill import fill
from .fill_fields import MISSING
from .form import form_of
from .item import Item, Problems, WrongError
from .offer import HERE, here_file
from .part import Part
from .put import may_be_put, put
from .records import Outcome, Records, Report
from .references import References
from .shape import relations
from .site_pages import SitePages

NEEDED = ("here_kept_by", "here_last_checked")


def load_here(
    files: dict[str, Item], site: SitePages, references: References, records: Records, report: Report
) -> None:
    """Writes each local part, unless it is so already or an editor has changed it."""
    problems, wanted = Problems(), {}
    for path, item in files.items():
        try:
            page = _page(path, item, site)
        except WrongError as wrong:
            problems.add_wrong(item, "", wrong)
            continue
        wanted[path] = _check(page, item, references, problems)
    problems.stop_if_any()
    changed = []
    with disable_reference_index_auto_update():
        for path, item in files.items():
            if page := _load(path, site.national[path], item, wanted[path], references, records, report):
                changed.append(page)
    for page in changed:
        ReferenceIndex.create_or_update_for_object(page)
    keys = {f"{HERE}{path}" for path in files}
    report.not_in_pack += records.no_longer_there(f"{HERE}/", keys)


def _page(path: str, item: Item, site: SitePages) -> Page:
    page = site.national.get(path)
    if page is None:
        raise WrongError(f"there is no page {path} of a national layer: load the layer first, or look at its path")
    if page.taken_over:
        raise WrongError("the page is taken over: what holds here stands in its own file, in pages/")
    if here_file(path, type(page)) != item.file:
        raise WrongError(f"the file of this part must be {here_file(path, type(page))}")
    return page


def _check(page: Page, item: Item, references: References, problems: Problems) -> dict[str, object]:
    """The form that is wanted, worked out on a page that is not saved."""
    kind: type[models.Model] = type(page)
    draft = type(page)(slug=page.slug, layer=page.layer)
    before, entries = len(problems), item.of(dict)
    fill(draft, item, references, problems, part=Part.HERE)
    unknown = relations(kind, Part.HERE).keys() - rules_of(kind, Part.HERE).rows.keys()
    for name in unknown & entries.keys():
        problems.add(entries[name], name, f"a {page._meta.verbose_name} has none")
    for name in NEEDED:
        if name not in entries:
            problems.add(item, name, MISSING)
    if len(problems) == before:
        _check_answers(page, entries, problems)
    return form_of(draft, references, sparse=True, part=Part.HERE)


def _check_answers(page: Page, entries: dict[str, Item], problems: Problems) -> None:
    """The blocks were read before, so that each is known to be what it must be."""
    keys = [row.key for row in page.questions.all()]
    asked = f"it asks: {', '.join(keys)}" if keys else "it asks none"
    blocks = entries["here"].of(list) if "here" in entries else []
    for answer in [block.of(dict)["answer"] for block in blocks if "answer" in block.of(dict)]:
        key = answer.of(dict)["question"]
        if key.of(str) not in keys:
            problems.add(key, "here.answer.question", f"the page has no question “{key.of(str)}”; {asked}")


def _load(
    path: str,
    page: Page,
    item: Item,
    wanted: dict[str, object],
    references: References,
    records: Records,
    report: Report,
) -> Page | None:
    """The page, if its local part was written."""
    key = f"{HERE}{path}"
    now = form_of(page.get_latest_revision_as_object(), references, sparse=True, part=Part.HERE)
    outcome = records.outcome(key, now or None if records.object_key(key) is None else now, wanted)
    if outcome in (Outcome.MADE, Outcome.UPDATED) and not may_be_put(page):
        outcome = Outcome.LEFT
    report.add(key, outcome)
    written = None
    if outcome in (Outcome.MADE, Outcome.UPDATED):
        written = put(page, lambda obj: fill(obj, item, references, Problems(), keep=True, part=Part.HERE))
    if outcome is not Outcome.LEFT:
        records.remember(key, page.pk, wanted)
    return written

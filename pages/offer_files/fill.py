"""Sets an object, or one part of a page, from what its file says of it, and says what does not fit."""

from django.db import models
from wagtail.models import Page

from . import shape
from .editor_rules import check_editor_rules
from .fill_fields import fill_fields, report_unknown
from .item import Item, Problems
from .names import OF_THE_TREE, name_of
from .part import Part
from .references import References
from .rows import check_rows, keep_rows, read_rows


def fill(
    obj: models.Model,
    item: Item,
    references: References,
    problems: Problems,
    keep: bool = False,
    part: Part = Part.WHOLE,
) -> None:
    """Sets every field and child row of the part. With `keep`, rows and blocks that say the same stay themselves."""
    of_the_tree = OF_THE_TREE if isinstance(obj, Page) and part is not Part.HERE else set()
    entries = {name: entry for name, entry in item.of(dict).items() if name not in of_the_tree}
    fields, relations = shape.fields(type(obj), part), shape.relations(type(obj), part)
    report_unknown(entries, [name_of(name) for name in (*(field.name for field in fields), *relations)], problems)
    broken = fill_fields(obj, fields, item, entries, references, problems, keep=keep)
    for relation, child in relations.items():
        name = name_of(relation)
        before = len(problems)
        rows = read_rows(child, entries.get(name), references, problems, name)
        setattr(obj, relation, keep_rows(getattr(obj, relation).all(), rows, references) if keep else rows)
        if len(problems) == before:
            check_rows(rows, entries.get(name), problems, name)
    check_editor_rules(obj, part, item, entries, problems, broken)

"""Sets a whole object from what a pack says of it, and says what does not fit."""

from django.db import models
from wagtail.models import Page

from . import shape
from .editor_rules import check_editor_rules
from .fill_fields import fill_fields, report_unknown
from .item import Item, Problems
from .names import CHILDREN, KIND, name_of
from .references import References
from .rows import check_rows, keep_rows, read_rows


def fill(obj: models.Model, item: Item, references: References, problems: Problems, keep: bool = False) -> None:
    """Sets every field and child row. With `keep`, rows and blocks that say the same as before stay themselves."""
    of_the_tree = {KIND, CHILDREN} if isinstance(obj, Page) else set()
    entries = {name: entry for name, entry in item.of(dict).items() if name not in of_the_tree}
    relations = shape.relations(type(obj))
    names = [name_of(name) for name in (*(field.name for field in shape.fields(type(obj))), *relations)]
    report_unknown(entries, names, problems)
    broken = fill_fields(obj, item, entries, references, problems, keep=keep)
    for relation, child in relations.items():
        name = name_of(relation)
        before = len(problems)
        rows = read_rows(child, entries.get(name), references, problems, name)
        setattr(obj, relation, keep_rows(getattr(obj, relation).all(), rows, references) if keep else rows)
        if len(problems) == before:
            check_rows(rows, entries.get(name), problems, name)
    check_editor_rules(obj, item, entries, problems, broken)

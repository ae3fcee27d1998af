"""`layer.yaml`: it makes a folder a national layer, and says which, and of what state."""

import datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug

from .item import Item, Problems, WrongError

LAYER = "layer"
LONGEST = {"name": 40, "title": 120, "version": 20}


class LayerFile(NamedTuple):
    """A national layer as its folder names it. Of two versions that are days the later one is newer."""

    name: str
    title: str
    version: str


def read_layer(item: Item, problems: Problems) -> LayerFile | None:
    """What `layer.yaml` says; nothing, and the problems, if that is not all that it must."""
    entries, values = item.of(dict), {}
    for name, entry in entries.items():
        if name not in LONGEST:
            problems.add(entry, name, f"is not known here; known are: {', '.join(LONGEST)}")
    for name, longest in LONGEST.items():
        try:
            values[name] = _text(entries, name, longest)
        except WrongError as wrong:
            problems.add_wrong(entries.get(name, item), name, wrong)
    return LayerFile(**values) if len(values) == len(LONGEST) else None


def version_of(item: Item) -> str:
    """A version as text: it may be written as a date."""
    return item.value.isoformat() if isinstance(item.value, datetime.date) else item.of(str)


def written_version(version: str) -> datetime.date | str:
    """A version as files have it."""
    try:
        return datetime.date.fromisoformat(version)
    except ValueError:
        return version


def _text(entries: dict[str, Item], name: str, longest: int) -> str:
    if name not in entries:
        raise WrongError("is missing")
    text = version_of(entries[name]) if name == "version" else entries[name].of(str)
    if not 0 < len(text) <= longest:
        raise WrongError(f"must have 1 to {longest} letters")
    if name == "name":
        try:
            validate_slug(text)
        except ValidationError:
            raise WrongError("is made of the letters a to z, numbers and hyphens") from None
    return text

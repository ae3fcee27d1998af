"""Finds what is kept about one person, by an email address, a number or a name."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db import models

from pages.core.sessions_of import sessions_of

from .fields import every_field, lines_for, points_to_a_person
from .purpose import OnRequest, Personal
from .table import ACTS
from .wanted import Wanted


class Found(NamedTuple):
    """One row that holds the person, and what of it is about them: nothing else of the row is handed over."""

    row: models.Model
    line: Personal
    told: dict[str, Any]

    @property
    def what(self) -> str:
        name, key = self.row._meta.verbose_name, self.row._meta.pk
        is_secret = key is None or key.name in self.line.secret.split()
        return str(name) if is_secret else f"{name} {self.row.pk}"

    @property
    def whose(self) -> str:
        """By which somebody who is about to delete it sees that it is nobody else's."""
        names = [name for name in self.line.whose.split() if self.told.get(name)] or list(self.told)
        return ", ".join(str(self.told[name]) for name in names if self.told[name])


def find(who: str) -> list[Found]:
    """Every row that holds it: whose it is, what belongs to that, what mentions it, and what an officer did."""
    wanted = Wanted(who)
    lines = [(model, line) for model in apps.get_models() for line in lines_for(model)]
    own = [each for model, line in lines if line.whose for each in _owned(model, line, wanted)]
    rows = [each.row for each in own]
    theirs = [each for model, line in lines if line.of for each in _belonging(model, line, rows)]
    mentioned = [each for model, line in lines if line.mentions for each in _mentioned(model, line, wanted)]
    users = [row for row in rows if isinstance(row, User)]
    return [*_once([*own, *theirs, *mentioned]), *_sessions(users), *_acts(users)]


def _owned(model: type[models.Model], line: Personal, wanted: Wanted) -> Iterator[Found]:
    """The rows that say that they are the person's."""
    for row in model._default_manager.iterator():
        values = [getattr(row, name) for name in line.whose.split()]
        if isinstance(row, User):
            values.append(row.get_full_name())
        if any(wanted.is_whole(value) for value in values):
            yield _whole(row, line)


def _belonging(model: type[models.Model], line: Personal, rows: list[models.Model]) -> Iterator[Found]:
    """The rows that belong to one of these."""
    target = _target_of(model, line.of)
    keys = [row.pk for row in rows if isinstance(row, target)]
    for row in model._default_manager.filter(**{f"{line.of}__in": keys}) if keys else ():
        yield _whole(row, line)


def _target_of(model: type[models.Model], way: str) -> Any:
    """The model that a way leads to; `pk` leads to the row itself."""
    for name in [] if way == "pk" else way.split("__"):
        model = model._meta.get_field(name).related_model  # type: ignore[assignment]  # a table of ours names no other
    return model


def _mentioned(model: type[models.Model], line: Personal, wanted: Wanted) -> Iterator[Found]:
    for row in model._default_manager.iterator():
        said = {name: getattr(row, name) for name in line.mentions.split()}
        if told := {name: wanted.around(value) for name, value in said.items() if wanted.is_in(value)}:
            yield Found(row, line, told)


def _sessions(users: list[User]) -> Iterator[Found]:
    for line in lines_for(Session):
        for row in sessions_of(users) if users else ():
            yield _whole(row, line)


def _acts(users: list[User]) -> Iterator[Found]:
    """What they did as officers: to which row, as what, and when if that is kept."""
    for model, field in every_field():
        lines = lines_for(model)
        if not users or not points_to_a_person(field) or field.name in {line.of for line in lines}:
            continue
        when = [name for line in lines if line.purpose is ACTS for name in line.also.split()]
        for row in model._default_manager.filter(**{f"{field.name}__in": users}):
            told = {"as": str(field.verbose_name)} | {name: getattr(row, name) for name in when}
            yield Found(row, Personal(model._meta.label, ACTS), told)


def _whole(row: models.Model, line: Personal) -> Found:
    """All that the line speaks of, but what is kept secret from the person too."""
    return Found(row, line, {name: _value(row, name) for name in line.fields if name not in line.secret.split()})


def _value(row: models.Model, name: str) -> Any:
    """As it is shown, where what is kept is a short name for it."""
    in_words = getattr(row, f"get_{name}_display", None)
    return in_words() if in_words else getattr(row, name)


def _once(rows: list[Found]) -> Iterable[Found]:
    """Each row once for each line of the table: as it was found first, when the most is told of it."""
    first: dict[tuple[Any, ...], Found] = {}
    for found in rows:
        first.setdefault((found.row._meta.concrete_model, found.row.pk, found.line), found)
    return first.values()


def may_be_deleted(found: Found) -> bool:
    return found.line.purpose.on_request is not OnRequest.STAYS

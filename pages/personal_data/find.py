"""Finds what is kept about one person, by an email address, a number or a name."""

import functools
import operator
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q

from .fields import every_field, lines_for, points_to_a_person
from .purpose import OnRequest, Personal
from .table import ACTS

SHORTEST = 3  # letters: fewer would find half of everybody
FEWEST_DIGITS = 6
NUMBER = re.compile(r"[\d\s()+./-]+")


class TooShortError(ValueError):
    """So little was typed that others would be found too."""


class Found(NamedTuple):
    """One row that holds the person, and what of it is about them: nothing else of the row is handed over."""

    row: models.Model
    line: Personal
    told: dict[str, Any]

    @property
    def what(self) -> str:
        return f"{self.row._meta.verbose_name} {self.row.pk}"


def find(who: str) -> list[Found]:
    """Every row that holds it: whose it is, what mentions it, and what the person did who signs in with it."""
    who = " ".join(who.split())
    if len(who) < SHORTEST:
        raise TooShortError
    rows = [each for model in apps.get_models() for line in lines_for(model) for each in _in(model, line, who)]
    return [*rows, *_acts([each.row for each in rows if each.row._meta.model is get_user_model()])]


def _in(model: type[models.Model], line: Personal, who: str) -> Iterator[Found]:
    whose, mentions = line.whose.split(), line.mentions.split()
    own = set(_owned(model, whose, who)) if whose else set()
    for row in model._default_manager.filter(pk__in=own):
        yield Found(row, line, {name: getattr(row, name) for name in line.fields if name != "password"})
    if mentions:
        named = functools.reduce(operator.or_, (Q(**{f"{name}__icontains": who}) for name in mentions))
        for row in model._default_manager.filter(named).exclude(pk__in=own):
            told = {name: getattr(row, name) for name in mentions}
            yield Found(
                row, line, {name: _around(str(words), who) for name, words in told.items() if _says(words, who)}
            )


def _owned(model: type[models.Model], whose: list[str], who: str) -> Iterator[Any]:
    """The rows that are the person's, however they typed capitals, spaces and the marks in a number."""
    wanted = _plain(who)
    for pk, *values in model._default_manager.values_list("pk", *whose).iterator():
        if wanted in {_plain(value) for value in values if value}:
            yield pk
    if model is get_user_model():
        for user in model._default_manager.all():
            if _plain(user.get_full_name()) == wanted:
                yield user.pk


def _plain(words: str) -> str:
    words = " ".join(str(words).split()).casefold()
    digits = re.sub(r"\D", "", words)
    if NUMBER.fullmatch(words) and len(digits) >= FEWEST_DIGITS:
        return re.sub("^(0044|44)", "0", digits)
    return words


def _says(words: Any, who: str) -> bool:
    return who.casefold() in str(words).casefold()


def _around(words: str, who: str, letters: int = 200) -> str:
    """The place where it stands: a long text is mostly about others."""
    at = words.casefold().find(who.casefold())
    begin, end = max(0, at - letters), at + len(who) + letters
    return f"{'… ' if begin else ''}{words[begin:end]}{' …' if end < len(words) else ''}"


def _acts(users: list[models.Model]) -> Iterator[Found]:
    """What they did as officers: which row, and as what."""
    for model, field in every_field():
        if not users or not points_to_a_person(field):
            continue
        for row in model._default_manager.filter(**{f"{field.name}__in": users}):
            yield Found(row, Personal(model._meta.label, ACTS), {"as": str(field.verbose_name)})


def may_be_deleted(found: Found) -> bool:
    return found.line.purpose.on_request is not OnRequest.STAYS

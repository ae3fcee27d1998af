"""Shared facts of the national layer, such as amounts, that were changed here, or wait where the council chose so."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Site

from pages.core.as_seen import mark_of
from pages.offer_files.fill import fill
from pages.offer_files.form import digest, form_of
from pages.offer_files.item import Problems
from pages.offer_files.model import PackRecord
from pages.offer_files.names import REGISTERS
from pages.offer_files.read import read_text
from pages.offer_files.references import References
from pages.offer_files.shape import relations
from pages.offer_files.site_pages import references_of_site
from pages.offer_files.write import write_yaml

TAKEN, KEPT = "pages.take_national_fact", "pages.keep_own_fact"


class Difference(NamedTuple):
    """A field by its label, with what stands in it here and in the layer; nothing where it is empty."""

    label: str
    here: str
    national: str


class WaitingFact(NamedTuple):
    """An entry, and the record of what the layer says of it now."""

    record: PackRecord
    entry: models.Model

    def differences(self) -> list[Difference]:
        references, model = _references(), type(self.entry)
        theirs = model(pk=self.entry.pk)
        self.fill(theirs, references)
        here, national = form_of(self.entry, references), form_of(theirs, references)
        names = [name for name in national | here if national.get(name) != here.get(name)]
        return [
            difference
            for name in names
            for difference in (
                _of_rows(model, name, here.get(name) or [], national.get(name) or [])
                if name in relations(model)
                else [Difference(_label(model, name), _said(here.get(name)), _said(national.get(name)))]
            )
        ]

    @property
    def mark(self) -> str:
        """Tells what is compared from what may come in its place."""
        return mark_of(self.record.offered, *self.differences())

    def fill(self, entry: models.Model, references: References) -> None:
        """Sets the entry as the layer has it."""
        fill(entry, read_text(self.record.text, self.record.key), references, Problems(), keep=bool(entry.pk))


def waiting_facts() -> Iterator[WaitingFact]:
    """Until the entry says what the layer does, or somebody has said that the council keeps its own."""
    references = _references()
    records = PackRecord.objects.exclude(layer="").exclude(offered="").exclude(offered=models.F("digest"))
    for record in records.exclude(offered=models.F("kept")).exclude(key__startswith="pages/").order_by("key"):
        register = record.key.partition("/")[0]
        entry = REGISTERS[register].objects.filter(pk=record.object_key).first()
        if entry is not None and digest(form_of(entry, references, sparse=True)) != record.offered:
            yield WaitingFact(record, entry)


@transaction.atomic
def take(fact: WaitingFact, user: User) -> None:
    """Puts what the layer says in the entry's place. Raises ValidationError where that can't stand beside the rest."""
    fact.fill(fact.entry, _references())
    fact.entry.full_clean()
    fact.entry.save()
    fact.record.digest = fact.record.offered
    fact.record.save()
    log(instance=fact.entry, action=TAKEN, user=user, content_changed=True)


@transaction.atomic
def keep(fact: WaitingFact, user: User) -> None:
    """Leaves the entry as it is, until the layer says something else again."""
    fact.record.kept = fact.record.offered
    fact.record.save()
    log(instance=fact.entry, action=KEPT, user=user)


def _references() -> References:
    return references_of_site(Site.objects.get(is_default_site=True).root_page)


def _of_rows(
    model: type[models.Model], name: str, here: list[dict[str, Any]], national: list[dict[str, Any]]
) -> list[Difference]:
    """What differs between rows that are in both, field by field; a row that only one of them has is said whole."""
    child = relations(model)[name]
    ours = [row for row in here if row not in national]
    theirs = [row for row in national if row not in here]
    pairs = [(row, next((one for one in theirs if _begins(one) == _begins(row)), {})) for row in ours]
    pairs += [({}, row) for row in theirs if all(_begins(row) != _begins(one) for one in ours)]
    return [
        Difference(_label(child, field), _said(mine.get(field)), _said(yours.get(field)))
        for mine, yours in pairs
        for field in yours | mine
        if mine.get(field) != yours.get(field)
    ]


def _begins(row: dict[str, Any]) -> str:
    """What tells a row from the others of its list: the day it holds from."""
    return str(row.get("valid_from"))


def _label(model: type[models.Model], name: str) -> str:
    fields = {field.name: field for field in model._meta.concrete_fields}
    return capfirst(str(fields[name].verbose_name)) if name in fields else name


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    return "" if value is None else str(value) if not isinstance(value, list | dict) else write_yaml(value).strip()

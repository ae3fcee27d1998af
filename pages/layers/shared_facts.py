"""Shared facts of the national layer, such as amounts, that wait for a person where the council chose so."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import models

from pages.offer_files.form import digest, form_of
from pages.offer_files.model import PackRecord
from pages.offer_files.names import REGISTERS
from pages.offer_files.references import References
from pages.offer_files.write import write_yaml


class WaitingFact(NamedTuple):
    """An entry, and the lines of the layer's file that say something else of it."""

    entry: models.Model
    says: list[str]


def waiting_facts() -> Iterator[WaitingFact]:
    """Until the entry says what the layer does: an officer changes it by hand, or the layer is loaded with all."""
    references = References()
    records = PackRecord.objects.exclude(layer="").exclude(offered="").exclude(offered=models.F("digest"))
    for record in records.exclude(key__startswith="pages/"):
        register = record.key.partition("/")[0]
        entry = REGISTERS[register].objects.filter(pk=record.object_key).first()
        if entry is not None and digest(form_of(entry, references, sparse=True)) != record.offered:
            now = write_yaml(form_of(entry, references)).splitlines()
            yield WaitingFact(entry, [line for line in record.text.splitlines() if line not in now])

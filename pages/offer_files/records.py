"""Remembers what was loaded, decides what to do with what is there, and reports what was done."""

from dataclasses import dataclass, field
from enum import Enum

from pages.offer_files.model import PackRecord

from .form import digest


class Outcome(Enum):
    MADE = "made"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    LEFT = "left alone"


class Records:
    def __init__(self, overwrite: bool):
        self.overwrite = overwrite
        self.by_key = {record.key: record for record in PackRecord.objects.all()}

    def object_key(self, key: str) -> int | None:
        return self.by_key[key].object_key if key in self.by_key else None

    def outcome(self, key: str, now: object, wanted: object) -> Outcome:
        """What is to happen, given the form it has in the database now (nothing: it isn't there) and in the pack."""
        if now is None:
            return Outcome.MADE
        if now == wanted:
            return Outcome.UNCHANGED
        loaded = key in self.by_key and self.by_key[key].digest == digest(now)
        return Outcome.UPDATED if loaded or self.overwrite else Outcome.LEFT

    def remember(self, key: str, object_key: int, form: object) -> None:
        """Writes down that the object now is as the pack has it."""
        record = self.by_key.setdefault(key, PackRecord(key=key))
        state = (object_key, digest(form))
        if (record.object_key, record.digest) != state:
            record.object_key, record.digest = state
            record.save()

    def order(self, key: str) -> list[int]:
        return self.by_key[key].order if key in self.by_key else []

    def remember_order(self, key: str, object_key: int, order: list[int]) -> None:
        record = self.by_key.setdefault(key, PackRecord(key=key, object_key=object_key))
        if record.order != order or record.pk is None:
            record.order = order
            record.save()


@dataclass
class Report:
    """Names of what was made, updated, unchanged and left alone, and of what is on the site but not in the pack."""

    outcomes: dict[Outcome, list[str]] = field(default_factory=lambda: {outcome: [] for outcome in Outcome})
    not_in_pack: list[str] = field(default_factory=list)

    def add(self, name: str, outcome: Outcome) -> None:
        self.outcomes[outcome].append(name)

    def lines(self) -> list[str]:
        lines = [f"Left alone, changed on the site since it was loaded: {name}" for name in self.outcomes[Outcome.LEFT]]
        lines += [f"On the site but not in the offer: {name}" for name in self.not_in_pack]
        counts = ", ".join(f"{len(names)} {outcome.value}" for outcome, names in self.outcomes.items())
        return [*lines, f"Pages, contacts, policies, words and settings: {counts}."]

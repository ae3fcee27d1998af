"""Remembers what was loaded, decides what to do with what is there, and reports what was done."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import Enum

from .form import digest
from .model import COUNCIL, PackRecord


class Outcome(Enum):
    MADE = "made"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    LEFT = "left alone"
    WAITS = "waiting for a person"


class Records:
    """What was loaded from one layer, or from a council's folder, which stands above all layers."""

    def __init__(self, overwrite: bool, layer: str = COUNCIL):
        self.overwrite, self.layer = overwrite, layer
        self.all_wait = False  # True where the council looks at every new national text first
        records = list(PackRecord.objects.all())
        self.by_key = {record.key: record for record in records if record.layer == layer}
        self.of_others = [record for record in records if record.layer != layer]

    def object_key(self, key: str) -> int | None:
        return self.by_key[key].object_key if key in self.by_key else None

    def move(self, key: str, object_key: int, among: str) -> None:
        """What was loaded for this object under another key, of those that begin so, was loaded under this one."""
        for old, record in list(self.by_key.items()):
            if record.object_key == object_key and old.startswith(among) and key not in self.by_key:
                record.key = key
                record.save()
                self.by_key[key] = self.by_key.pop(old)

    def outcome(self, key: str, now: object, wanted: object) -> Outcome:
        """What is to happen, given the form it has in the database now (nothing: it isn't there) and in the files."""
        if now is None:
            return Outcome.MADE
        if now == wanted:
            return Outcome.UNCHANGED
        if self.overwrite or digest(now) in self._loaded(key):
            return Outcome.WAITS if self.all_wait and not self.overwrite else Outcome.UPDATED
        return Outcome.LEFT

    def remember(self, key: str, object_key: int, form: object) -> None:
        """Writes down that the object now is as the files have it."""
        record = self.by_key.setdefault(key, PackRecord(layer=self.layer, key=key))
        state = (object_key, digest(form))
        if (record.object_key, record.digest) != state:
            record.object_key, record.digest = state
            record.save()

    def offered(self, key: str) -> str:
        """The name of the newest form that the layer had, whether it is on the site or waits for a person."""
        return self.by_key[key].offered if key in self.by_key else ""

    def is_new(self, key: str, form: object) -> bool:
        """True when a layer says something of a fact that it did not say before, and that nobody has decided about."""
        record = self.by_key.get(key) if self.layer else None
        return record is not None and digest(form) not in (record.digest, record.kept)

    def remember_offered(self, key: str, object_key: int, form: object, text: str) -> None:
        record = self.by_key.setdefault(key, PackRecord(layer=self.layer, key=key, object_key=object_key))
        if (record.offered, record.text) != (digest(form), text):
            record.offered, record.text = digest(form), text
            record.save()

    def order(self, key: str) -> list[int]:
        return self.by_key[key].order if key in self.by_key else []

    def remember_order(self, key: str, object_key: int, order: list[int]) -> None:
        record = self.by_key.setdefault(key, PackRecord(layer=self.layer, key=key, object_key=object_key))
        if record.order != order or record.pk is None:
            record.order = order
            record.save()

    def no_longer_there(self, beginning: str, keys: Collection[str]) -> list[str]:
        """The keys of what was loaded once and is in the files no more."""
        return [key for key in self.by_key if key.startswith(beginning) and key not in keys]

    def is_of_another_layer(self, beginning: str, object_key: int) -> bool:
        return any(record.object_key == object_key for record in self.of_others if record.key.startswith(beginning))

    def _loaded(self, key: str) -> set[str]:
        """The forms in which a load left it. What a council's folder says comes before what a layer does."""
        own = {self.by_key[key].digest} if key in self.by_key else set()
        return own or {record.digest for record in self.of_others if record.key == key and self.layer == COUNCIL}


@dataclass
class Report:
    """Names of what was made, updated, unchanged, left alone, or waits; and of what is on the site only."""

    layer: str = ""
    outcomes: dict[Outcome, list[str]] = field(default_factory=lambda: {outcome: [] for outcome in Outcome})
    not_in_pack: list[str] = field(default_factory=list)

    def add(self, name: str, outcome: Outcome) -> None:
        self.outcomes[outcome].append(name)

    def lines(self) -> list[str]:
        lines = [f"Left alone, changed on the site since it was loaded: {name}" for name in self.outcomes[Outcome.LEFT]]
        lines += [f"New national text, waiting on the desk: {name}" for name in self.outcomes[Outcome.WAITS]]
        gone = "No longer in the national layer, and kept" if self.layer else "On the site but not in the offer"
        lines += [f"{gone}: {name}" for name in self.not_in_pack]
        counts = ", ".join(f"{len(names)} {outcome.value}" for outcome, names in self.outcomes.items())
        return [*lines, f"Pages, contacts, policies, words and settings: {counts}."]

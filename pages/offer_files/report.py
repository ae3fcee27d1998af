"""What a load did, for the person who ran it."""

from dataclasses import dataclass, field

from .records import Outcome


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

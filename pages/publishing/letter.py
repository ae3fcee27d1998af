from dataclasses import dataclass, field

from pages.core.owners import Owner
from pages.publishing.checking import Due
from pages.publishing.reminder import ReminderStage


@dataclass
class Letter:
    """One message: to an owner about their pages, or to the lead (no `owner`) about everybody's."""

    to: tuple[str, ...]
    owner: Owner | None
    about: list[tuple[ReminderStage, Due]] = field(default_factory=list)

    def pages(self, *stages: ReminderStage) -> list[Due]:
        return [due for stage, due in self.about if stage in stages]

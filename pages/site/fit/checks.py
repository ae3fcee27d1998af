"""The start's questions, as Django's checks. Those that need database, disk or a server are asked with `--deploy`."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.utils import timezone

from kinship_offer.start import TAG

from . import address, clock, database, disk, mail, proxies, schedule, shared_cache, static_files
from .unfit import UnfitError

type Kind = type[Error] | type[Warning]

# Each with the number of its message. An error keeps the site from starting; what it can do without is a warning.
ALWAYS: dict[str, tuple[Kind, Callable[[], None]]] = {
    "pages.E001": (Error, proxies.are_told),
    "pages.E002": (Error, lambda: clock.can_be_right(timezone.now())),
    "pages.E003": (Error, clock.knows_our_time_zone),
}
AT_THE_START: dict[str, tuple[Kind, Callable[[], None]]] = {
    "pages.E011": (Error, database.is_migrated),
    "pages.E012": (Error, database.can_be_written),
    "pages.E013": (Error, disk.can_be_written),
    "pages.E014": (Error, disk.has_room),
    "pages.E015": (Error, static_files.are_collected),
    "pages.W011": (Warning, disk.has_plenty_of_room),
    "pages.W012": (Warning, lambda: database.has_our_time(timezone.now())),
    "pages.W013": (Warning, shared_cache.keeps_what_it_is_given),
    "pages.W014": (Warning, shared_cache.is_shared_by_all_workers),
    "pages.W015": (Warning, mail.answers),
    "pages.W017": (Warning, address.is_told),
    # A demonstration starts its worker at the same moment.
    "pages.W016": (Warning, lambda: None if settings.DEMONSTRATION else schedule.is_kept()),
}


def _as_check(number: str, kind: Kind, ask: Callable[[], None]) -> Callable[..., list[CheckMessage]]:
    def check(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
        try:
            ask()
        except UnfitError as error:
            return [kind(str(error), id=number)]
        return []

    return check


for number, (kind, ask) in ALWAYS.items():
    register(_as_check(number, kind, ask))
for number, (kind, ask) in AT_THE_START.items():
    register(_as_check(number, kind, ask), TAG, deploy=True)

from django.utils import timezone

from pages.core.scheduled import late_work

from .unfit import UnfitError


def is_kept() -> None:
    """All scheduled work was done last time it was due."""
    if late := late_work(timezone.now()):
        raise UnfitError(" ".join(late))

"""What is worked out from the content and remembered until the content changes."""

from collections.abc import Callable
from functools import lru_cache

VERSIONS_KEPT = 2  # a request that began before a change ends with what it began with

# Everything that is remembered: the contract test sees that a change of whatever it reads is announced.
REMEMBERED: list[Callable] = []


def remembered[Value](work_out: Callable[[object], Value]) -> Callable[[object], Value]:
    """A function of a version of the content that works its answer out once for it; `cache_clear()` forgets all.

    What it reads, besides pages, are models that are `SeenByReaders`: a save of theirs begins a new version.
    """
    function = lru_cache(maxsize=VERSIONS_KEPT)(work_out)
    REMEMBERED.append(function)
    return function

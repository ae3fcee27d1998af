"""Finds settings that nobody reads, for their names are not quite right."""

import os
from collections.abc import Collection
from difflib import get_close_matches

from django.core.exceptions import ImproperlyConfigured

ALIKE, BEGINNING = 0.85, 3  # how much of a name is the same, and how many letters at its beginning


def refuse_misspelt(settings: Collection[str]) -> None:
    """Refuses what looks like one of these settings while that one is not set. Beside it, it is another program's."""
    ours = {name for setting in settings for name in (setting, f"{setting}_FILE")}
    is_set = {name for name, value in os.environ.items() if value.strip()}
    missing = [name for name in ours if not {name, f"{name}_FILE", name.removesuffix("_FILE")} & is_set]
    for name in sorted(is_set - ours):
        meant = get_close_matches(name.upper(), missing, n=1, cutoff=ALIKE)
        if meant and meant[0][:BEGINNING] == name.upper()[:BEGINNING]:
            raise ImproperlyConfigured(f"{name} is not a setting. If you mean {meant[0]}, write it so.")

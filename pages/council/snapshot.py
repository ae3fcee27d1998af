"""The council as it was last read, on disk: error pages give the Navigators' number while the database is down."""

import json
import logging
from dataclasses import asdict

from django.conf import settings

from pages.council.shown import Council

logger = logging.getLogger(__name__)

SNAPSHOT = settings.DATA_DIR / "council.json"


def remember(council: Council) -> None:
    """Writes the council down for the day the database does not answer."""
    try:
        SNAPSHOT.parent.mkdir(parents=True, exist_ok=True)
        unfinished = SNAPSHOT.with_suffix(".part")
        unfinished.write_text(json.dumps(asdict(council), default=str), encoding="utf-8")
        unfinished.replace(SNAPSHOT)
    except OSError:
        logger.warning("The council could not be written down in %s.", SNAPSHOT, exc_info=True)


def last_known() -> Council:
    """The council as it was last read by any process, or an empty one."""
    try:
        return Council(**json.loads(SNAPSHOT.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Council()

import datetime

from pages import search
from pages.heard.closing import ToldBy
from pages.search import Hit

from .group import Told


def finds_now(told: Told, day: datetime.date) -> Hit | None:
    """The first page that the search finds by a group's words on `day`, if it was mended meanwhile."""
    if told.told_by != ToldBy.SEARCH:
        return None
    return next(iter(search.search(told.label, day)), None)

"""The numbers as they are at this minute: the council's own is in a text only while somebody answers it."""

from django.urls import reverse
from django.utils import timezone

from pages.core.opening_words import short_words
from pages.council.numbers import Numbers
from pages.council.shown import Council


def numbers_now(council: Council, here: str = "", young: bool = False) -> Numbers:
    """What the words of a text lead to now, never to `here`, the address of its page. The `young` have a form."""
    tonight = council.places.get("tonight", "")
    now = timezone.now()
    status = council.answering_at(now)
    words = council.words
    return Numbers(
        whom=[words["a navigator"], words["navigators"], words["the navigators"], "us"],
        phone=council.navigators.get("phone", ""),
        phone_link=council.navigators.get("phone_link", ""),
        ask=reverse("young-ask-us-to-ring" if young else "ask-us-to-ring"),
        tonight=tonight if tonight != here else "",
        closed=short_words(status, now) if status and not status.is_open else "",
        helplines=council.helplines,
    )

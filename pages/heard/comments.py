"""Comments on the offer: kept with nothing in them of who wrote. No word of one is ever logged."""

import datetime
import logging

from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables

from pages.core.keep_once import keep_once
from pages.heard.comment import Comment
from pages.heard.without_people import without_people

logger = logging.getLogger(__name__)


@sensitive_variables()
def store(text: str, role: str, day: datetime.date) -> None:
    """Keeps a comment without numbers, addresses and names in it. The same words sent twice on a day are kept once."""
    text = without_people(text)[: Comment._meta.get_field("text").max_length]
    key = salted_hmac("comment", f"{day}\0{role}\0{text}", algorithm="sha256").hexdigest()
    keep_once(logger, "A comment", Comment, {"key": key}, {"text": text, "role": role, "day": day})

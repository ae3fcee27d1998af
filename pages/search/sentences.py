"""The sentence of a page that answers a query by itself."""

import json
import re
from collections.abc import Iterator
from html import unescape

from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from pages.core.inline import finished

PARAGRAPH = re.compile(r"<(p|li)\b[^>]*>(.*?)</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
# What is put in when a page is shown, or carries a last right day of its own, is never said apart from its page.
NOT_APART = re.compile(r"<embed|data-until|\{")
END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“])")
FEWEST_WORDS, MOST_WORDS = 5, 30
# A sentence that begins so leans on the one before, leads to another page, or is no whole one.
LEANING = re.compile(
    r"(?:it|its|this|that|these|those|they|their|he|she|his|her|some|others?|one|both|either|neither|then|there|so|but"
    r"|and|or|if so|see|use|start|for|says|asks|fill|on|in|at|what you|\w+ing)\b",
    re.IGNORECASE,
)


def sentences_of(page: Page) -> list[str]:
    """The sentences of its running text, finished, in their order; without those that carry a last right day."""
    texts = [
        text
        for field in page._meta.concrete_fields
        if isinstance(field, RichTextField | StreamField)
        for text in _texts(_raw(field.get_prep_value(field.value_from_object(page))))
    ]
    sentences = [finished(page.search_description)]
    for text in texts:
        for _tag, inside in PARAGRAPH.findall(text):
            plain = finished(" ".join(unescape(TAG.sub("", inside)).split()))
            if not NOT_APART.search(inside.replace("{a ", "").replace("{A ", "")) and "{" not in plain:
                sentences += [sentence for sentence in END.split(plain) if sentence.endswith(".")]
    return [sentence for sentence in sentences if _is_whole(sentence)]


def _is_whole(sentence: str) -> bool:
    return FEWEST_WORDS <= len(sentence.split()) <= MOST_WORDS and not LEANING.match(sentence)


def _raw(value: object) -> object:
    try:
        return json.loads(value) if isinstance(value, str) and value.startswith("[") else value
    except ValueError:
        return value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for child in value:
            yield from _texts(child)
    elif isinstance(value, str) and "<" in value:
        yield value

"""What people type or paste, before anything reads it or keeps it: one way for search, forms, lists and imports.

`as_read` is for whoever compares words: every way to write one sign is the same sign. `as_kept` is for what is stored
and shown again: what was typed, without what nobody sees. `with_digits` is for whoever reads a number.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

SIGNS_KNOWN = 20_000  # more than any offer holds; what visitors type besides is worked out each time
APOSTROPHES = "'’‘‛ʼʹ′`´＇ʻ՚"
ALSO_DASHES = "−⁃֊"
# Letters that hold nothing to take off, and those that are written in several ways in Arabic script.
LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "n",
    "ƒ": "f", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ə": "e", "ĸ": "k", "ی": "ي", "ى": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ة": "ه", "ۃ": "ه", "ـ": "",
}  # fmt: skip
# Single letters with dots or, as capitals, with spaces between them: S.G.O., S G O, P.R.s, and what belongs to one.
MANY = r"(?:'?s)?(?!\w)"
DOTTED = re.compile(
    rf"(?<![\w.])(?:(?P<large>(?:[A-Z]\.){{2,}}){MANY}|(?P<any>(?:[^\W\d_]\.)+[^\W\d_]|(?:[^\W\d_]\.){{2,}})(?:'s)?(?!\w))"
)
SPACED = re.compile(rf"(?<!\w)(?P<large>(?:[A-Z] ){{2,}}[A-Z]){MANY}")
# What steers how a text is drawn, or is not seen at all. Joiners and direction marks belong to some scripts.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
NEW_LINE = re.compile("\r\n?|[\u2028\u2029\x85]")


class _Letters(dict[int, str]):
    """Makes small, bare letters of all, one dash, one apostrophe, plain digits; other scripts stay what they are."""

    def __missing__(self, code: int) -> str:
        letters = _bare(chr(code))
        if len(self) < SIGNS_KNOWN:
            self[code] = letters
        return letters


def _bare(letter: str) -> str:
    if letter in APOSTROPHES:
        return "'"
    parts = unicodedata.normalize("NFKD", letter.casefold()).casefold()
    return "".join(_one_sign(part) for part in parts if not unicodedata.combining(part))


def _one_sign(part: str) -> str:
    if part in APOSTROPHES:
        return "'"
    category = unicodedata.category(part)
    if category == "Pd" or part in ALSO_DASHES:
        return "-"
    if category == "Nd":
        return str(unicodedata.digit(part))
    if category in {"Cf", "Me"} or (category == "Cc" and not part.isspace()):
        return ""
    return LETTERS.get(part, part)


_LETTERS = _Letters()
_ONE_APOSTROPHE = dict.fromkeys(map(ord, APOSTROPHES), "'")  # before some of them fall apart into a space and an accent


def as_read(text: str) -> str:
    """The text as it is compared: small letters without accents, whatever keyboard, font or script they came from.

    Abbreviations are whole, however their letters are set apart; what is invisible is gone.
    """
    return bare(_with_abbreviations_whole(unicodedata.normalize("NFKC", text.translate(_ONE_APOSTROPHE))))


def bare(text: str) -> str:
    """Small letters without accents, sign by sign, for whoever must know which sign each letter came from."""
    return text.translate(_LETTERS)


def _with_abbreviations_whole(text: str) -> str:
    """The text with abbreviations as one word, however their letters are set apart, and without the s of many."""
    for letters in (DOTTED, SPACED):
        text = letters.sub(lambda match: re.sub(r"[.\s]", "", match[match.lastgroup or 0]) + " ", text)
    return text


def as_kept(text: str) -> str:
    """The text as it is stored and shown again: nothing that is seen is lost, nothing that is not seen is kept.

    New lines are one sign each. Joiners stay, for some scripts and drawn signs are wrong without them.
    """
    return UNSEEN.sub("", NEW_LINE.sub("\n", unicodedata.normalize("NFC", text)))


def with_digits(text: str) -> str:
    """The text with digits of any script as 0 to 9, full-width ones too, and without what is not seen."""
    plain = unicodedata.normalize("NFKC", as_kept(text))
    return "".join(str(unicodedata.digit(sign)) if unicodedata.category(sign) == "Nd" else sign for sign in plain)


def kept(data: Mapping[str, Any] | None) -> QueryDict | None:
    """What a form was sent, each text as it is kept; nothing where nothing was sent."""
    if data is None:
        return None
    sent = QueryDict(mutable=True)
    lists = data.lists() if isinstance(data, MultiValueDict) else ((name, [value]) for name, value in data.items())
    for name, values in lists:
        sent.setlist(name, [as_kept(value) if isinstance(value, str) else value for value in values])
    return sent

"""What people type or paste, before anything reads it or keeps it: one way for search, forms, lists and imports.

`as_read` is for whoever compares words: every way to write one sign is the same sign. `as_kept` is for what is stored
and shown again: what was typed, without what nobody sees. `with_digits` is for whoever reads a number.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from wagtail.coreutils import string_to_ascii

SIGNS_KNOWN = 20_000  # more than any offer holds; what visitors type besides is worked out each time
APOSTROPHES = "'’‘‛ʼʹ′`´＇ʻ՚"
ALSO_DASHES = "−⁃֊"
ALSO_DOTS = "·•∙。‧"
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164"  # letters without a shape
# What is written above or below a letter of these scripts may be left out. In others it is a vowel, or another letter.
POINTED = {"GREEK", "ARABIC", "HEBREW"}
# One letter to whoever types it on another keyboard, and the stroke that only makes words longer.
ARABIC = str.maketrans("یىېکڪہھەةۃٱ", "يييككههههها", "ـ")
# Single letters with dots or, as capitals, with spaces between them: S.G.O., S G O, P.R.s, and what belongs to one.
MANY = r"(?:'?s)?(?!\w)"
DOTTED = re.compile(
    rf"(?<![\w.])(?:(?P<large>(?:[A-Z]\.){{2,}}|(?:[A-Z]\.)+[A-Z]){MANY}"
    r"|(?P<any>(?:[^\W\d_]\.){2,}|(?:[^\W\d_]\.)+[^\W\d_])(?:'s)?(?!\w))"
)
SPACED = re.compile(
    rf"(?<![\w'])(?P<any>(?:[A-Z]\.? ){{2,}}[A-Z]\.?|[b-hj-z] (?:[a-z] )+[a-z]|(?:[a-z]\. ){{2,}}[a-z]\.?"
    rf"|(?:[A-Za-z]-){{2,}}[A-Za-z]|(?:[A-Za-z]/){{2,}}[A-Za-z]){MANY}(?!['\-/])"
)
SECTION = re.compile(r"(?<![\w.])([A-Za-z])\.(?=[0-9])")  # s.17 of an Act
# A flag of England, Scotland or Wales is a black flag with unseen letters behind it.
FLAG = "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"
# What steers how a text is drawn, or is not seen at all. Joiners have a shape in other scripts and in drawn signs.
UNSEEN = re.compile(
    rf"(?P<flag>{FLAG})|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad{FILLERS}\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
    rf"|(?:(?<![\u0300-\u1fff\u200c\u200d\u2190-\U0010ffff])|(?<=[{FILLERS}\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]))"
    "[\u200c\u200d]+"
)
LEANING = re.compile("^[\u061c\u200e\u200f]+|[\u061c\u200e\u200f]+$")  # marks of direction that lean on nothing
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
    return "".join(map(_one_sign, unicodedata.normalize("NFKC", letter.casefold()).casefold()))


def _one_sign(part: str) -> str:
    if part in APOSTROPHES:
        return "'"
    category = unicodedata.category(part)
    if category == "Pd" or part in ALSO_DASHES:
        return "-"
    if category == "Nd":
        return str(unicodedata.digit(part))
    if category in {"Cf", "Me"} or (category == "Cc" and not part.isspace()) or part in FILLERS:
        return ""
    script = unicodedata.name(part, "").partition(" ")[0]
    if script == "LATIN":
        return string_to_ascii(part).lower()
    if script in POINTED:
        return "".join(sign for sign in unicodedata.normalize("NFKD", part) if not _is_mark(sign)).translate(ARABIC)
    return "" if script in {"COMBINING", "VARIATION"} else part


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"


class _OfWords(dict[int, str]):
    """Leaves letters, the signs that some scripts write upon them, and digits; apostrophes go, all else parts words."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        stays = sign if unicodedata.category(sign)[0] in "LMN" else "" if sign == "'" else " "
        if len(self) < SIGNS_KNOWN:
            self[code] = stays
        return stays


_LETTERS, _OF_WORDS = _Letters(), _OfWords()
# Before some of them fall apart into a space and an accent.
_ONE_SIGN = dict.fromkeys(map(ord, APOSTROPHES), "'") | dict.fromkeys(map(ord, ALSO_DOTS), ".")


def as_read(text: str) -> str:
    """The text as it is compared: small letters without accents, whatever keyboard, font or script they came from.

    Abbreviations are whole, however their letters are set apart; what is invisible is gone.
    """
    return bare(_with_abbreviations_whole(unicodedata.normalize("NFKC", text.translate(_ONE_SIGN))))


def words_read(text: str) -> list[str]:
    """The words of a text as they are read, of whatever script, without apostrophes."""
    return words_in(as_read(text))


def words_in(text: str) -> list[str]:
    """The words of a text with the letters that it has."""
    return text.translate(_OF_WORDS).split()


def bare(text: str) -> str:
    """Small letters without accents, sign by sign, for whoever must know which sign each letter came from."""
    return text.translate(_LETTERS)


def _with_abbreviations_whole(text: str) -> str:
    """The text with abbreviations as one word, however their letters are set apart, and without the s of many."""
    text = SECTION.sub(r"\1", text)
    for letters in (DOTTED, SPACED):
        text = letters.sub(lambda match: re.sub(r"[.\s/-]", "", match[match.lastgroup or 0]) + " ", text)
    return text


def as_kept(text: str) -> str:
    """The text as it is stored and shown again: nothing that is seen is lost, nothing that is not seen is kept.

    New lines are one sign each. Joiners stay where some scripts and drawn signs are wrong without them, and so do
    marks of direction in the midst of a text.
    """
    text = UNSEEN.sub(lambda match: match["flag"] or "", NEW_LINE.sub("\n", text))
    return unicodedata.normalize("NFC", LEANING.sub("", text))


def with_digits(text: str) -> str:
    """The text with digits of any script as 0 to 9, full-width ones too, and without what is not seen.

    Dashes and apostrophes are one sign each, whichever was typed.
    """
    return "".join(_with_digit(sign) for sign in unicodedata.normalize("NFKC", as_kept(text).translate(_ONE_SIGN)))


def _with_digit(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Pd" or sign in ALSO_DASHES:
        return "-"
    return str(unicodedata.digit(sign)) if category == "Nd" else "" if category == "Cf" else sign


def kept(data: Mapping[str, Any], untouched: Collection[str] = ()) -> QueryDict:
    """What a form was sent, each text as it is kept, but for the fields that nobody may touch."""
    sent = QueryDict(mutable=True)
    several = data.lists() if isinstance(data, MultiValueDict) else data.items()
    lists = ((name, values if isinstance(values, list | tuple) else [values]) for name, values in several)
    for name, values in lists:
        as_sent = name in untouched
        sent.setlist(name, [value if as_sent or not isinstance(value, str) else as_kept(value) for value in values])
    return sent

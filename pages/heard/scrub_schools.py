"""Takes out of prose which school somebody goes to, also where the word school is left out."""

import re
from itertools import takewhile

from pages.core import common_words
from pages.heard.everyday import SMALL_WORDS, is_small
from pages.heard.known_words import KNOWN, OF_THE_FIELD, PEOPLE_WORDS
from pages.heard.place_words import ANY_AIM, ANY_DEED, ANY_SCHOOL, GOES_ON
from pages.heard.scrub import GONE
from pages.heard.spoken_words import WRITTEN

WORD = r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*"
GAP = r"[^\S\n]+"
SCHOOL = re.compile(
    rf"(?<![\w'’-])(?P<words>(?:{WORD}{GAP}){{1,5}})"
    r"(?P<kind>school|academy|college|nursery|primary|comp|comprehensive|infants|juniors|pre-?school|playgroup"
    r"|kindergarten)\b(?!['’])",
    re.IGNORECASE,
)
FAITH = re.compile(
    r"\b(?:our\s+lady(?:\s+of\s+\w+|\s+and\s+st\s+\w+)?|all\s+saints|sacred\s+heart|christ\s+the\s+king"
    r"|the\s+(?:willows|oaks|limes|beeches|elms|poplars|hawthorns|meadows|acorns|rowans|firs|pines|hollies)"
    r"|holy\s+(?:trinity|family|cross|rood|ghost|spirit))['’]?\b(?:\s+(?:catholic|primary|school|academy|college|high))*",
    re.IGNORECASE,
)
SAINT = re.compile(
    r"(?<![0-9\w])st\.?\s+[a-z]{3,}(?:['’]?s)?\b(?:\s+(?:primary|school|academy|college|high|nursery|catholic))*",
    re.IGNORECASE,
)
NAMED_HIGH = re.compile(
    rf"(?:(?P<cue>\b(?:at|to|from|attend(?:s|ed|ing)?|left|near)\s+)|(?:^|(?<=[.!?,;\n])[^\S\n]{0, 3}))"
    rf"(?P<words>{WORD}(?:{GAP}{WORD}){{0,2}}?)\s+(?P<kind>high|grammar|sixth\s+form)\b",
    re.IGNORECASE,
)
# Whoever goes to, or is at, what is not an everyday aim, goes to a school, or to a place nobody needs to know of.
GOES_TO = re.compile(
    rf"\b(?:(?:go|goes|going|went|gone)\s+to|attend(?:s|ed|ing)?|(?:he|she|they|it|who|are|is|was|were|been|started|starts"
    rf"|start|starting|place|(?:he|she|they|who)['’]?(?:s|re)|kids|boys|girls|now)\s+at)\s+(?P<words>{WORD}(?:{GAP}{WORD}){{0,3}})",
    re.IGNORECASE,
)
BY_ITSELF = re.compile(r"\b(?:at|to|from)\s+(?P<words>[A-Z][a-z'’]+(?:\s+[A-Z][a-z'’]+){0,3})\b")
MOST_OF_A_NAME = 2
# Where many go, though a school may be called so with another word: Park View, Church Field.
PERHAPS_PART = frozenset("park church town temple summer high".split())


def without_schools(text: str, known: frozenset[str]) -> str:
    """The text with […] for schools that have a name; `known` holds words that are no names here."""
    text = SAINT.sub(GONE, FAITH.sub(GONE, text))
    text = SCHOOL.sub(_unless_it_is_any_school, text)
    text = NAMED_HIGH.sub(lambda match: _unless_it_is_high(match, known), text)
    text = GOES_TO.sub(lambda match: _without_aim(match, known), text)
    return BY_ITSELF.sub(lambda match: _unless_it_is_known(match, known), text)


def _unless_it_is_any_school(match: re.Match[str]) -> str:
    """What stands before the school is its name, as far back as no small word comes, unless it says which kind."""
    words = match["words"].split()
    start = max((at + 1 for at, word in enumerate(words) if _ends_name(word)), default=0)
    if all(_says_which_kind(word) for word in words[start:]):
        return match[0]
    return " ".join([*words[:start], GONE])


def _ends_name(word: str) -> bool:
    return is_small(word.casefold()) or (not word[0].isupper() and _does(word))


def _does(word: str) -> bool:
    """True for what is done, not for what is called so: “attending”, “refused”. Nor is it a name in small letters."""
    return word.endswith(("ing", "ed", "ly")) and common_words.holds(word)


def _says_which_kind(word: str) -> bool:
    word = word.casefold()
    return word in ANY_SCHOOL or word in PEOPLE_WORDS or word in KNOWN


def _unless_it_is_high(match: re.Match[str], known: frozenset[str]) -> str:
    """“Castle high” is a school; “the rent is high” and “at a high cost” are none."""
    words = [word.casefold() for word in match["words"].split()]
    if any(word in SMALL_WORDS | known | ANY_SCHOOL or _does(word) for word in words):
        return match[0]
    return match[0][: match.start("words") - match.start()] + GONE


def _without_aim(match: re.Match[str], known: frozenset[str]) -> str:
    words = match["words"].split()
    first = words[0].casefold()
    if first in PERHAPS_PART and len(words) > 1 and not _goes_on(words[1], known):
        return _without_words(match, words[2:])
    if (
        first in SMALL_WORDS | known | ANY_AIM | WRITTEN
        or (first in ANY_DEED and match[0].casefold().startswith("going"))
        or first in PEOPLE_WORDS
        or first.endswith(("ing", "ball", "'s", "’s", "ly"))
    ):
        return match[0]
    name = [words[0], *takewhile(lambda word: not _goes_on(word, known), words[1 : MOST_OF_A_NAME + 1])]
    return _without_words(match, words[len(name) :])


def _without_words(match: re.Match[str], kept: list[str]) -> str:
    return " ".join([match[0][: match.start("words") - match.start()] + GONE, *kept])


def _goes_on(word: str, known: frozenset[str]) -> bool:
    word = word.casefold()
    return word in SMALL_WORDS | known | GOES_ON | ANY_AIM or _does(word)


def _unless_it_is_known(match: re.Match[str], known: frozenset[str]) -> str:
    """A capital behind “at” and “to” is a name, though the word is an everyday one: “at Hillside”, “to Kings”."""
    words = [word.casefold().removesuffix("'s").removesuffix("’s") for word in match["words"].split()]
    if all(word in SMALL_WORDS | known | ANY_AIM | ANY_SCHOOL | WRITTEN | OF_THE_FIELD for word in words):
        return match[0]
    return match[0].split()[0] + " " + GONE

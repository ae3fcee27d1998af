"""Takes out of prose where somebody lives: streets, houses with a name or number, the place behind “we live in”."""

import re

from pages.heard.everyday import SMALL_WORDS, is_plain
from pages.heard.known_words import PEOPLE_WORDS
from pages.heard.place_words import ANY_HOUSE, ANY_PLACE, ANY_ROAD, GOES_ON
from pages.heard.scrub import GONE

WORD = r"[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*"
GAP = r"[^\S\n]+"
STREET = (
    r"street|st|road|rd|avenue|ave|lane|ln|close|drive|way|court|crescent|terrace|grove|gardens|place|walk|mews|view"
    r"|row|rise|croft|fold|square|parade|hill|mount|green|yard"
)
HOUSE = re.compile(
    rf"(?:flat\s+[0-9]+[a-z]?,?\s+)?\b[0-9]+[a-z]?,?\s+(?P<words>(?:{WORD}{GAP}){{1,3}})(?:{STREET})\b", re.IGNORECASE
)
NO_STREET = frozenset("mile miles hour hours minute minutes min mins door doors year years week weeks days".split())
KIND_OF_ROAD = (
    r"(?:street|road|avenue|lane|close|drive|crescent|terrace|grove|mews"
    r"|row|rise|croft|fold|square|parade|hill|mount)\b"
)
ROAD = re.compile(rf"(?<![\w'’])(?P<words>[^\W\d_]{{3,40}})\s+{KIND_OF_ROAD}", re.IGNORECASE)
LIVES = r"\b(?:live[sd]?|living|move[sd]?|moving|stay(?:s|ed|ing)?|housed|rehoused|based|home\s+is|address\s+is)"
ON_A_ROAD = re.compile(
    rf"(?:{LIVES}\s+(?:on|in|at|to|down|near)|\b(?:on|off|down|along|near|(?:top|bottom|end|corner|foot)\s+of))"
    rf"\s+(?P<words>[^\W\d_]+)\s+{KIND_OF_ROAD}|\b(?:on|off|along)\s+(?P<also>[^\W\d_]+)\s+(?:walk|way|gardens|court|green)\b",
    re.IGNORECASE,
)
THE_ROAD = re.compile(rf"{LIVES}\s+(?:on|in|at)\s+the\s+(?:crescent|mews|croft|fold|grove|parade)\b", re.IGNORECASE)
WHERE = re.compile(
    rf"{LIVES}\s+(?:(?:back|over|up|down|out|here|now|just|still|nearby)\s+)?"
    rf"(?:on|in|at|near|by|off|round|around|to|behind|opposite)\s+(?P<words>{WORD}(?:{GAP}{WORD}){{0,3}})",
    re.IGNORECASE,
)
KIND_OF_HOUSE = r"(?:cottages?|lodge|manor|vicarage|rectory|villas?|grange|towers|heights|flats|farm|estate)"
NAMED_HOUSE = re.compile(
    rf"(?<![\w'’-])(?P<words>(?:{WORD}{GAP}){{1,3}})(?:{KIND_OF_HOUSE}|(?-i:House|Hall|Court|Gardens|Mill|Barn|Bungalow))\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    rf"\b(?:house|door|flat|apartment|caravan|plot|pitch|unit|room|lodge|chalet|bungalow|block|trailer|mooring)\s+"
    rf"(?:(?:number|num|no\.?|nr\.?|\#)\s*(?:is\s+)?)?[0-9]+[a-z]?\b(?:,?\s+(?:on|at|in)\s+(?P<words>{WORD}(?:{GAP}{WORD}){{0,3}}))?"
    r"|\b(?:at|in|from|to|lives?|living)\s+(?:number|num|no\.?)\s*[0-9]+[a-z]?\b",
    re.IGNORECASE,
)
DISTRICT = re.compile(r"\b(?:in|near|from|to|around)\s+(?P<words>(?:s|dn|sl)[0-9]{1,2})\b", re.IGNORECASE)


def without_places(text: str, known: frozenset[str]) -> str:
    """The text with […] for where somebody lives; `known` holds the names of the council's own place."""
    text = HOUSE.sub(_unless_it_is_a_way, text)
    text = NUMBERED.sub(lambda match: _without_number(match, known), text)
    text = THE_ROAD.sub(lambda match: match[0].rsplit(maxsplit=2)[0] + " " + GONE, text)
    text = ON_A_ROAD.sub(_unless_nobody_lives_there, text)
    text = WHERE.sub(lambda match: _without_where(match, known), text)
    text = ROAD.sub(_unless_it_is_any_road, text)
    text = NAMED_HOUSE.sub(lambda match: _unless_it_is_any_house(match, known), text)
    return DISTRICT.sub(lambda match: match[0][: match.start("words") - match.start()] + GONE, text)


def _unless_it_is_a_way(match: re.Match[str]) -> str:
    """Two miles down the road, or an hour's drive, is nobody's address."""
    between = match["words"].casefold().split()
    is_on_the_way = len(between) > 1 and between[-1] in SMALL_WORDS
    return match[0] if NO_STREET & set(between) or is_on_the_way else GONE


def _unless_it_is_any_road(match: re.Match[str]) -> str:
    """A street has a name when both its words have a capital, or the first is no everyday word."""
    name, kind = match[0].split()[0], match[0].split()[-1]
    has_capitals = name[0].isupper() and kind[0].isupper() and name.casefold() not in SMALL_WORDS
    is_any = name.casefold() in ANY_ROAD or is_plain(name.casefold())
    return GONE if has_capitals or not is_any else match[0]


def _unless_nobody_lives_there(match: re.Match[str]) -> str:
    return match[0] if (match["words"] or match["also"]).casefold() in SMALL_WORDS | ANY_ROAD else GONE


def _without_number(match: re.Match[str], known: frozenset[str]) -> str:
    """A house by its number, and the place that is told with it: “caravan 12 on riverside park”."""
    if not match["words"]:
        return GONE
    kept = _without_first(match["words"], known)
    return (
        GONE + match[0][match.end() - match.start() - len(match["words"]) - 4 :] if kept is None else f"{GONE} {kept}"
    )


def _without_where(match: re.Match[str], known: frozenset[str]) -> str:
    kept = _without_first(match["words"], known)
    return match[0] if kept is None else match[0][: match.start("words") - match.start()] + f"{GONE} {kept}".rstrip()


def _without_first(words: str, known: frozenset[str]) -> str | None:
    """The words without the name of a place at their beginning; None where no name begins them."""
    each = words.split()
    if each[0].casefold() == "the" and len(each) > 1 and each[1][0].isupper():
        each = each[1:]
    stop = SMALL_WORDS | GOES_ON | known
    if each[0].casefold() in stop | ANY_PLACE | ANY_ROAD or each[0].casefold() in PEOPLE_WORDS or _does(each[0]):
        return None
    end = next((at for at, word in enumerate(each) if at and _goes_on(word, stop)), len(each))
    return " ".join(each[end:])


def _does(word: str) -> bool:
    return word.endswith(("ing", "ed", "ly")) and is_plain(word)


def _goes_on(word: str, stop: frozenset[str]) -> bool:
    word = word.casefold()
    return word in stop or word.endswith(("ly", "ing", "ed"))


def _unless_it_is_any_house(match: re.Match[str], known: frozenset[str]) -> str:
    """A cottage is somebody's by what stands before it, as far back as no small word comes between."""
    words = match["words"].split()
    is_written_large = match[0].split()[-1][0].isupper()
    start = max((at + 1 for at, word in enumerate(words) if word.casefold() in SMALL_WORDS - {"old", "new"}), default=0)
    named = [word for word in words[start:] if word.casefold() not in ANY_HOUSE | known]
    has_name = bool(named) or (is_written_large and start < len(words) and words[-1][0].isupper() and "Old" in words)
    if not has_name and [word.casefold() for word in words[-1:]] == ["old"]:
        has_name = match[0].casefold().endswith(("vicarage", "rectory"))
    return " ".join([*words[:start], GONE]) if has_name else match[0]

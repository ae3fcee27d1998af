"""Finds phrases that say when something begins, ends or may change: plain rules of words, and the day.

Years and months alone are found from the day on; what is long past is history, and stays true.
"""

import datetime
import re
from collections.abc import Iterator

MONTHS = "January February March April May June July August September October November December".split()
NUMBER_OF = {month[:3]: number for number, month in enumerate(MONTHS, start=1)}
SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12, "easter": 4, "christmas": 12}
YEAR = r"20[2-9]\d(?![-–/\d]|\s+to\s+20\d\d|\s*(?:hours|hrs)\b)"
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(NUMBER_OF)}|Sept)\b\.?)"
SEASON = rf"(?i:{'|'.join(SEASONS)})"
DAY = r"(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
PART = r"(?:(?:about|around|at\s+least|early|late|mid|the\s+(?:end|start|beginning|middle)\s+of)[\s-]+)?"
MONTH_YEAR = rf"{DAY}(?:{MONTH}|{SEASON}),?\s+(?:of\s+)?{YEAR}"
WHEN = rf"{PART}(?:{MONTH_YEAR}|{YEAR})"
KIND_OF_YEAR = r"(?:(?:school|academic|tax|financial|council)\s+)?year"
A_MONTH = "|".join(MONTHS)
THIS_OR_NEXT = rf"(?:this|next|the\s+new)\s+(?:{KIND_OF_YEAR}|spring|summer|autumn|winter)"

NUMBERS = r"(?:\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d|20\d\d-\d\d-\d\d)\b"
HOLIDAY = (
    r"(?:(?:the\s+)?(?:easter|christmas|new\s+year|half[\s-]+term)"
    r"|the\s+(?:spring|summer|autumn|winter)(?:\s+(?:term|holidays?))?)\b"
)

# What is true every year, or of one child and not of the calendar.
EVERY_YEAR = re.compile(
    r"\s*(?:each|every|a)\s+year|\s+(?:each|every)\b|\s+(?:after|before|following|when|in\s+which)\b|\s+to\s+\w+"
    r"|\s+(?:birthday|of\s+(?:each|every|the\s+year|that\s+year))\b",
    re.IGNORECASE,
)
SIDE = re.compile(
    r"\b(?:if|when|whenever|unless|whether|what|how|which|who|once|while|in\s+case|even|because|whatever)\b",
    re.IGNORECASE,
)
LONGEST_CLAUSE = 300  # letters: how far back it is looked for, so that a long text takes no longer for each phrase
CLAUSE = re.compile(r"[.;:?!–—(]\s|[.;:?!–—(]$")

# Each of these is found whatever the year is.
ENDING = re.compile(
    rf"\b(?:[Uu]ntil|[Tt]ill|[Uu]p\s+to|[Uu]nto)\s+(?:{WHEN}|{PART}(?:{THIS_OR_NEXT})|further\s+notice"
    rf"|the\s+end\s+of\s+the\s+(?:calendar\s+|tax\s+|financial\s+)?year\b)"
)
ENDING_MONTH = re.compile(rf"\b(?:[Uu]ntil|[Tt]ill)\s+{PART}{DAY}(?:{'|'.join(MONTHS)})\b(?!,?\s+(?:of\s+)?\d{{4}})")
BEGINNING = re.compile(rf"\b(?:[Ff]rom|[Ss]ince|[Ss]tarting(?:\s+in)?|[Aa]s\s+of|[Aa]s\s+from)\s+{WHEN}")
BEGINNING_MONTH = re.compile(
    rf"\b(?:[Ff]rom|[Ss]ince|[Ss]tarting\s+in)\s+{PART}{DAY}(?:{'|'.join(MONTHS)})\b(?!,?\s+(?:of\s+)?\d{{4}})"
)
ENDING_NUMBERS = re.compile(rf"\b(?:until|till|up\s+to|by|from|before)\s+{NUMBERS}", re.IGNORECASE)
ENDING_HOLIDAY = re.compile(rf"\b(?:until|till|from)\s+{PART}{HOLIDAY}", re.IGNORECASE)
ACTS_MONTH = re.compile(
    rf"\b(?<!year\s)(?:ends?|closes?|opens?|starts?|begins?|stops?|runs\s+out)\s+(?:on|in|at|after)\s+{PART}{DAY}(?:{A_MONTH})\b"
    r"(?!,?\s+(?:of\s+)?\d{4})"
)
BARE = re.compile(rf"\b(?:(?:[Bb]y|[Ii]n|[Dd]uring|[Bb]efore|[Aa]fter|[Oo]n|[Ff]or)\s+)?{PART}{MONTH_YEAR}")
BARE_YEAR = re.compile(
    rf"\b(?:[Bb]y|[Ii]n|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]hroughout)\s+{PART}{YEAR}"
    rf"|\b[Aa]t\s+the\s+(?:end|start|beginning)\s+of\s+{YEAR}"
)
RELATIVE = re.compile(
    rf"\b(?:(?:this|(?<!the\s)next)\s+{KIND_OF_YEAR}|this\s+(?:spring|summer|autumn|winter)"
    rf"|(?<!the\s)next\s+(?:spring|summer|autumn|winter)|(?:this|(?<!the\s)next)\s+(?:month|(?-i:{A_MONTH}))\b"
    rf"|(?:in|over)\s+the\s+coming\s+(?:weeks|months|year)|the\s+new\s+(?:school|academic|tax|financial)\s+year)\b(?!['’]s)"
    r"(?!\s+and\s+(?:each|every)\b)",
    re.IGNORECASE,
)
UNSETTLED = re.compile(
    r"\b(?:at\s+the\s+moment|at\s+present|presently|as\s+things\s+stand|(?<!you\s)(?<!you\sare\s)currently|(?<!enough\s)(?<!just\s)(?<!no\s)for\s+now|for\s+the\s+time\s+being|for\s+the\s+moment"
    r"|(?:not|nothing)\s+(?:been\s+)?yet\s+(?:been\s+)?(?:decided|confirmed|known|agreed|settled|announced|published|begun|started|in\s+force)"
    r"|(?:not|nothing)(?:\s+been)?(?:\s+is)?\s+(?:decided|confirmed|known|agreed|settled|announced|published|begun|started|in\s+force)\s+yet"
    r"|no\s+(?:\w+\s+)?(?:date|day|amount|rate|decision)\s+(?:has|have)\s+(?:yet\s+)?been\s+(?:set|made|decided|announced|agreed|known)"
    r"|(?:has|have)\s+not\s+(?:yet\s+)?been\s+(?:set|decided|agreed|announced|confirmed|settled)(?:\s+yet)?"
    r"|decisions?\s+(?:has|have)\s+not\s+(?:yet\s+)?been\s+(?:made|taken)"
    r"|we\s+(?:are\s+still\s+deciding|(?:do\s+not|don['’]t)\s+know\s+yet)"
    r"|(?:starts?|begins?|opens?|closes?|ends?)\s+(?:from\s+)?next\s+week"
    r"|(?:is|are)\s+(?:still\s+)?under\s+(?:review|consultation)"
    r"|subject\s+to\s+change|tbc|tba|details\s+(?:to|will)\s+follow"
    r"|(?:coming|opening|closing|starting|ending|opens?|closes?|starts?|begins?|ends?)\s+soon"
    r"|(?:still\s+)?to\s+be\s+(?:decided|confirmed|announced|agreed\s+nationally)"
    r"|(?:is|are)\s+due\s+to\s+(?:change|end|start|begin|open|close|stop|rise|fall|go\s+up|go\s+down|run\s+out)"
    r"|due\s+to\s+change|(?:(?<!nothing\s)will|may\s+soon|is\s+about\s+to|are\s+about\s+to|is\s+going\s+to|are\s+going\s+to)\s+change"
    r"|(?:is|are)\s+(?:now\s+)?changing|(?:is|are)\s+being\s+(?:changed|replaced|reviewed|phased\s+out|consulted\s+on)"
    r"|(?:is|are)\s+planned\s+(?:for|to)|(?:plans?|plan\s+is)\s+to\s+(?:change|end|replace|close|open))\b",
    re.IGNORECASE,
)
ENDS_RANGE = re.compile(r"20\d\d\s+(?:to|until)\s+$")
RECENT_YEARS = 2


def phrases_in(text: str, day: datetime.date) -> list[str]:
    """The phrases of one line that will stop being true, in their order, none inside another."""
    if not text.strip("\0 "):
        return []
    found = sorted(_found(text, day), key=lambda match: (match.start(), -match.end()))
    kept: list[re.Match[str]] = []
    for match in found:
        if not kept or match.start() >= kept[-1].end():
            kept.append(match)
    return [match[0].strip() for match in kept]


def _found(text: str, day: datetime.date) -> Iterator[re.Match[str]]:
    for pattern in (ENDING, ENDING_NUMBERS):
        yield from pattern.finditer(text)
    yield from (match for match in BEGINNING.finditer(text) if _is_news(match, day) and not _is_range(text, match))
    for pattern in (ENDING_MONTH, BEGINNING_MONTH, ENDING_HOLIDAY, ACTS_MONTH):
        yield from (match for match in pattern.finditer(text) if not EVERY_YEAR.match(text, match.end()))
    for pattern in (BARE, BARE_YEAR):
        alone = (match for match in pattern.finditer(text) if not ENDS_RANGE.search(text, 0, match.start()))
        yield from (match for match in alone if _last_day_of(match) >= day)
    yield from (match for match in RELATIVE.finditer(text) if not _in_side_clause(text, match))
    for match in UNSETTLED.finditer(text):
        if not _in_side_clause(text, match) and not SIDE.match(text, match.end() + 1):
            yield match


def _is_news(match: re.Match[str], day: datetime.date) -> bool:
    """What began years ago has become how things are."""
    return _last_day_of(match).year >= day.year - RECENT_YEARS


def _is_range(text: str, match: re.Match[str]) -> bool:
    """From a day to a day: it says both itself, and stays true."""
    return bool(re.compile(rf"\s+(?:to|until)\s+(?:the\s+end\s+of\s+)?{DAY}(?:\w+\s+)?20\d\d").match(text, match.end()))


def _last_day_of(match: re.Match[str]) -> datetime.date:
    """The last day of the month, season or year that is named."""
    year, month = int(re.findall(YEAR, match[0])[-1]), 12
    if season := re.search(SEASON, match[0]):
        month = SEASONS[season[0].lower()]
    named = re.search(MONTH, match[0])
    if named:
        month = NUMBER_OF[named[0][:3]]
    first_after = datetime.date(year + month // 12, month % 12 + 1, 1)
    last = first_after - datetime.timedelta(days=1)
    day = re.search(r"\b(\d{1,2})(?!\d)", match[0])
    return last.replace(day=min(max(int(day[1]), 1), last.day)) if day and named else last


def _in_side_clause(text: str, match: re.Match[str]) -> bool:
    """True when the words before it make a condition or a question of it: “if nobody works at the moment”."""
    before = text[max(match.start() - LONGEST_CLAUSE, 0) : match.start()]
    return bool(SIDE.search(CLAUSE.split(before)[-1]))

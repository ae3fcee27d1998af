"""Takes out of prose what stands for one person on paper and on line: numbers, accounts, days of birth, cars."""

import re

from pages.heard.everyday import SMALL_WORDS
from pages.heard.scrub import GONE

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
ORDINAL = (
    r"(?:(?:twenty|thirty)[ -]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
DIGIT_WORDS = (
    r"zero|nought|oh|o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh"
    r"|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|double|treble|triple"
)
DIGIT = rf"(?:{DIGIT_WORDS}|[0-9]+)"
AT = r"(?:\s*[(\[{<]\s*(?:at|a|ⓐ)\s*[)\]}>]\s*|\s+(?:at|ⓐ)\s+|_at_|@)"
DOT = r"(?:\s*[(\[{<]\s*dot\s*[)\]}>]\s*|\s+dot\s+|\.)"
# A number with letters before it or strokes in it, as papers have it.
NUMBERED = r"[a-z]{0,4}[-/ ]?[0-9][0-9a-z/-]*(?:[ -][0-9][0-9a-z/-]*){0,4}"
PAPER = (
    r"(?:ref|reference|id|case|claim|account|acc|policy|licen[cs]e|passport|upn|pupil|customer|client|record|file|urn"
    r"|crn|uprn|hearing|pin|liquidlogic|mosaic|ehcp|ehc|sgo|dla|pip|nhs|ni|court|order|phone|mobile|tel|telephone|bank)"
)
DATE = (
    rf"(?:(?:[0-9]{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})(?: of)? {MONTH}\b(?:,? [0-9]{{2,4}}\b)?"
    rf"|{MONTH} (?:the )?[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,? [0-9]{{2,4}}\b)?|{MONTH} (?:of )?[0-9]{{4}}\b"
    rf"|[0-9]{{1,2}}[/.-][0-9]{{1,2}}\b|(?<=the )[0-9]{{1,2}}(?:st|nd|rd|th)\b)"
)
ACCOUNT = (
    r"(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|discord|gamer ?tag|xbox|psn|user ?name|facebook|fb|twitter|roblox"
    r"|fortnite|minecraft|steam|twitch|youtube)"
)
OF_ACCOUNT = r"\s+(?:name|handle|account|user|tag|id)"
# An e-mail, spelled or not. What may stand before the @ has an end, or a long text is read again and again.
SPELLED_EMAIL = re.compile(
    rf"\b(?<![\w-])[\w-]{{1,40}}(?:{DOT}[\w-]{{1,40}}){{0,3}}{AT}[\w-]{{1,40}}(?:{DOT}[a-z]{{2,}}\b)+", re.IGNORECASE
)
PATTERNS = [
    re.compile(rf"\b{kind}", re.IGNORECASE)
    for kind in (
        rf"post ?code(?:\s+is|:)?\s+[a-z]{{1,2}}\s?{DIGIT}\w*(?:\s+(?:{DIGIT}|[0-9]\w*|[a-z]{{1,2}})\b){{0,4}}",
        rf"(?:d\.?o\.?b\.?|date of birth)\W+(?:(?:is|was|on|the)\W+)*{DATE}",
        r"[a-z]{2} ?(?:[0-9]{2}[ -]?){3}[a-d]\b",  # National Insurance
        r"(?:[a-z]{2}[0-9]{2}\s?[a-z]{3})\b",  # a car
        rf"{PAPER}\s+(?:(?:ref|reference|id|number|numbers|num|no|code)\b\.?\s*(?:(?:is|was)\b\s*)?[:#-]?|[:#])\s*{NUMBERED}",
        rf"(?:ref|reference|id|pin|code|upn|urn|crn|uprn|passport|liquidlogic)\b\.?\s*(?:(?:is|was)\b\s*)?[:#-]?\s*{NUMBERED}",
        rf"numbers?\s*(?:(?:is|was|ends?(?:\s+(?:in|with))?)\b\s*|[:#]\s*)?(?=[a-z]{{0,4}}[0-9/-]{{3}}){NUMBERED}",
        r"(?:ring|call|text|phone|ext|extension)\s+(?:(?:me|us|him|her)\s+)?(?:on\s+)?[0-9]{4,}\b",
        r"(?:https?://|www\.)\S+|[a-z0-9-]{1,60}\.(?:com|co\.uk|org|net|me)/\S+",
        r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})\b",
        r"(?<!\w)\w{1,40}#[0-9]{3,}",
        rf"{ACCOUNT}(?:{OF_ACCOUNT}(?:\s+is\b)?\s*[:=]?|\s*[:=])\s*\S+",
        rf"{ACCOUNT}\s+(?:(?:\w{{1,30}}[._#-]){{1,5}}\w+|[a-z]+[0-9]\w*)",
        # What only accounts are called.
        r"(?:(?<!\w)(?:[^\W_]+_)+\w+|(?<!\w)(?!covid|year|week|room)[a-z]{3,}[0-9]{2,}\w*)",
    )
]
MY_ACCOUNT = re.compile(
    rf"\b(?:my|his|her|our|their|me\s+on)\s+{ACCOUNT}(?:\s+(?:is|as))?\s+(?P<name>[^\W\d_]\S*)", re.IGNORECASE
)
# What is told of an account, and is not what it is called.
OF_IT = frozenset(
    """
    broke broken hacked stolen account accounts password posts groups group page friends stopped works crashed too
    """.split()
)
BIRTH = re.compile(
    r"\b(?:born|d\.?o\.?b\b|birth|birthdate|birthdays?|bdays?|b-days?"
    r"|(?:be|is|s) [0-9]{1,2} (?:on|in)|turn(?:s|ed)? (?:[0-9]+|[a-z]+teen))",
    re.IGNORECASE,
)
DAY = re.compile(rf"\b(?:(?:d\.?o\.?b\.?|date of birth)\W+(?:(?:is|was|on|the)\W+)*)?\b{DATE}", re.IGNORECASE)
SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\S))+")
SPELLED = re.compile(rf"(?<![\w£]){DIGIT}(?:[\s,./–-]{{1,3}}{DIGIT}(?![\w])){{1,30}}", re.IGNORECASE)
PART = re.compile(DIGIT, re.IGNORECASE)
YEAR = re.compile("(?:19|20)[0-9]{2}")
LEAST_SPELLED = 6
# Five figures are a number of somebody; with a sum, and with what is counted, they are not.
FIVE = re.compile(
    r"(?<![\w£/.,-])[0-9]{5}(?![\w/-]|[.,][0-9]|\s*(?:a|pounds?|quid|families|children|people|carers|words|times|hours)\b)"
)


def without_papers(text: str) -> str:
    """The text with […] for numbers, accounts and days of birth."""
    text = SENTENCE.sub(_without_birth, without_spelled(text))
    for pattern in PATTERNS:
        text = pattern.sub(GONE, text)
    return FIVE.sub(GONE, MY_ACCOUNT.sub(_unless_it_goes_on, text))


def without_spelled(text: str) -> str:
    """The text with […] for numbers and e-mails that are told in words."""
    return SPELLED_EMAIL.sub(GONE, SPELLED.sub(_unless_few, text))


def _unless_it_goes_on(match: re.Match[str]) -> str:
    """What an account is called follows at once: “my insta is sunshine”, not “my facebook was hacked”."""
    return match[0] if match["name"].casefold().strip(".,!?") in SMALL_WORDS | OF_IT else GONE


def _unless_few(match: re.Match[str]) -> str:
    """A number is spelled when so many figures are told in a row: not “in 2019 two of us”, nor “one or two”."""
    parts = PART.findall(match[0])
    if all(part.isdecimal() for part in parts) or (YEAR.fullmatch(parts[0]) and len(parts) < LEAST_SPELLED):
        return match[0]
    figures = sum(len(part) if part.isdecimal() else 2 if part.casefold() == "hundred" else 1 for part in parts)
    return GONE if figures >= LEAST_SPELLED else match[0]


def _without_birth(sentence: re.Match[str]) -> str:
    """Where a sentence tells of a birth, its days are that day: “4 July is his birthday”, “born at home on 4 July”."""
    return DAY.sub(GONE, sentence[0]) if BIRTH.search(sentence[0]) else sentence[0]

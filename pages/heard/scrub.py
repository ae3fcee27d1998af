"""Takes out of a sentence what could say who wrote it: addresses, names on social media, postcodes, long numbers.

People type them in many ways, so patterns are looked for in the text as it reads: full-width and look-alike
characters as plain ones, all dashes as one, invisible signs left out.
"""

import re

from pages.core.typed import bare

GONE = "[…]"
EMAIL = re.compile(r"(?<!\S)\S+@\S+")
HANDLE = re.compile(r"(?<!\w)@\w+")
# The same with spaces around its signs, or with words for them. “Look at gov.uk” is none.
DOT = r"\s{0,3}(?:\.|[(<]\s?(?:dot|\.)\s?[)>]|\bdot\b)\s{0,3}"
BEGINS = r"(?<![\w.+-])[\w.+-]+"
SPACED_EMAIL = re.compile(rf"{BEGINS}\s{{0,3}}@\s{{0,3}}\w[\w-]*(?:\s{{0,2}}\.\s{{0,2}}[a-z]{{2,}})+", re.IGNORECASE)
EMAIL_IN_WORDS = re.compile(
    rf"""{BEGINS} (?:{DOT}[\w+-]+){{0,3}} (?:
    \s{{0,3}} [(<]\s?(?:at|@)\s?[)>] \s{{0,3}} \w[\w-]* (?:{DOT}[a-z]{{2,}})*
    | \s{{1,3}} at \s{{1,3}} (?:
        (?:aol|btinternet|gmail|gmx|googlemail|hotmail|icloud|ntlworld|proton|protonmail|talktalk|virginmedia|yahoo|ymail)\b
        (?:{DOT}[a-z]{{2,}})*
        | (?:live|mail|me|outlook|sky){DOT}(?:co|com|net|org)\b (?:{DOT}[a-z]{{2,}})?
        | \w[\w-]* (?:\s{{1,3}}dot\s{{1,3}}[a-z]{{2,}})+
    ))""",
    re.IGNORECASE | re.VERBOSE,
)
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b", re.IGNORECASE)
# The same typed with O for 0, I or L for 1, a dash or a dot, or with spaces inside.
ODD_POSTCODE = re.compile(
    r"""(?<![^\W_])(?P<area>[A-Z01](?:[.-]?[A-Z01])?) (?P<gap>\s{0,3}[.-]?) (?P<district>[0-9OIL|] \s{0,3} [A-Z0-9]?)
    (?P<between>\s{0,3} (?:[-./_,:;(*'+=~]{1,3} \s{0,3})?)
    (?P<inward>[0-9OIL|] [\s.-]{0,3} [A-Z] [\s.-]{0,3} [A-Z])(?![^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
AREAS = frozenset(
    """
    AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G
    GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW
    OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD
    WF WN WR WS WV YO ZE
    """.split()
)
ORDINAL = re.compile(r"[0-9]\s*(?:st|nd|rd|th)", re.IGNORECASE)
# Words that could be the second half of a postcode that begins with an I, L or O.
WORDS = frozenset("iff ill inn its lab lad lap law lay lbs led lee leg let ltd odd off old one our out owe own".split())
BETWEEN = r"[\s().\-/_*=#]"
ALONE, ENDS = rf"(?<![0-9])(?<![0-9]{BETWEEN})", rf"(?!{BETWEEN}?[0-9])"
DATE = re.compile(
    rf"{ALONE}(?:[0-9]{{1,2}}/[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9]{{2}})|(?:19|20)[0-9]{{2}}/[0-9]{{2}}){ENDS}"
)
YEARS = re.compile(rf"{ALONE}(?:19|20)(?P<first>[0-9]{{2}})-(?P<last>[0-9]{{2}}){ENDS}")
POUNDS = re.compile(rf"£\s?[0-9]{{1,6}}(?:\.[0-9]{{2}})?{ENDS}")
MOST_YEARS = 10
NUMBER = re.compile(rf"\+?\(?[0-9](?:{BETWEEN}*[0-9]){{5,}}")
# The same with letters that look like digits in it.
DIGITS = r"(?=[OoIl|]*[0-9])[0-9OoIl|]+"
ODD_NUMBER = re.compile(rf"(?<!\w)\+?\(?{DIGITS}(?:{BETWEEN}+{DIGITS})*(?!\w)")
# “gran72 yahoo co uk”: what stands before a provider that is said as one dials it.
AT_PROVIDER = re.compile(
    r"(?<!\S)[\w.+-]{1,80}\s{1,3}(?:gmail|googlemail|hotmail|yahoo|ymail|icloud|btinternet|talktalk|virginmedia|aol|protonmail)"
    r"(?:[\s.,]{1,2}(?:com|co|net|uk)\b){1,2}",
    re.IGNORECASE,
)
SOCIAL = re.compile(
    r"(?<![\w.])(?:https?://)?(?:www\.|m\.)?(?:facebook|fb|instagram|twitter|x|t|tiktok|snapchat|linkedin|youtube|wa)"
    r"\.(?:com|me|net|co)/\S+",
    re.IGNORECASE,
)
# One that begins as a phone number does, whatever stands between its digits; and one that is said in words.
PHONE = re.compile(r"(?<![0-9])(?:0|\+?\s?44)(?:\W{0,3}(?:(?:and|then)\s)?[0-9]){9,12}(?![0-9])")
SAID = "zero nought naught oh o nil one two three four five six seven eight nine".split()
TIMES = {"double": 2, "treble": 3, "triple": 3}
IN_WORDS = re.compile(
    rf"\b(?:(?:{'|'.join([*SAID, *TIMES, 'hundred'])})\b|[0-9]+)"
    rf"(?:[\s,.;:/-]{{1,3}}(?:(?:{'|'.join([*SAID, *TIMES, 'hundred'])})\b|[0-9]+))+",
    re.IGNORECASE,
)
LEAST_SAID = 3
LEAST_DIGITS, LEAST_REAL_DIGITS = 6, 4
LOOK_ALIKES = str.maketrans(
    # ⠀ is blank, and no space to any rule.
    "АВЕІЈКМНОРСТУХЅаеіјорсухѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧοι·•∙。‧[]{}⁄\u2800Øø",
    "ABEIJKMHOPCTYXSaeijopcyxsABEZHIKMNOPTYXoi.....()()/ Oo",
)

PATTERNS = (EMAIL, SPACED_EMAIL, EMAIL_IN_WORDS, AT_PROVIDER, HANDLE, SOCIAL, POSTCODE)


def scrub(text: str) -> str:
    """The text without e-mail addresses, phone and other long numbers, in digits or in words, and postcodes."""
    plain, places = _as_it_reads(text)
    spans = [match.span() for pattern in PATTERNS for match in pattern.finditer(plain)]
    spans += [match.span() for match in ODD_POSTCODE.finditer(plain) if _is_postcode(match)]
    spans += [match.span() for match in IN_WORDS.finditer(plain) if _is_said(match[0])]
    numbers = _without_years_and_sums(plain)
    spans += [match.span() for pattern in (NUMBER, PHONE) for match in pattern.finditer(numbers)]
    spans += [match.span() for match in ODD_NUMBER.finditer(numbers) if _is_number(match[0])]
    kept, at = "", 0
    for start, end in _together(spans):
        kept += text[at : places[start]] + GONE
        at = max(places[end], places[end - 1] + 1)
    return kept + text[at:]


def _as_it_reads(text: str) -> tuple[str, list[int]]:
    """The text in plain characters, and for each of them (and the end) its place in what was typed."""
    plain, places = "", []
    for place, char in enumerate(text):
        read = bare(char.translate(LOOK_ALIKES)).translate(LOOK_ALIKES)
        plain += read.upper() if char.isupper() else read
        places += [place] * len(read)
    return plain, [*places, len(text)]


def _is_postcode(match: re.Match) -> bool:
    """Tells a postcode that is typed oddly from words and numbers that stand side by side."""
    area, district, inward = match["area"], match["district"], match["inward"]
    letters = re.sub("[.-]", "", area).upper().replace("0", "O")
    if area.isdecimal() or not AREAS & {letters.replace("1", "I"), letters.replace("1", "L")}:
        return False
    if ORDINAL.fullmatch(inward) and match["between"].strip():
        return False
    begins_with_digit, is_spaced = district[0].isdecimal(), " " in match["gap"] + district.strip() + inward
    if begins_with_digit and inward[0].isdecimal():
        return True
    if is_spaced or not re.search("[0-9]", district + inward):
        return False
    in_capitals = match[0] == match[0].upper()
    if not begins_with_digit and not district[-1].isdecimal():
        return in_capitals and not ORDINAL.fullmatch(inward)
    return in_capitals or inward.lower() not in WORDS


def _is_number(digits: str) -> bool:
    real = sum(char.isdecimal() for char in digits)
    return real >= LEAST_REAL_DIGITS and sum(char.isalnum() or char == "|" for char in digits) >= LEAST_DIGITS


def _is_said(words: str) -> bool:
    """Tells a number that is read out, as “oh seven double seven”, from a few words and a year beside each other."""
    said, digits, times = 0, 0, 1
    for word in re.findall(r"[a-z]+|[0-9]+", words.lower()):
        if word in TIMES:
            times = TIMES[word]
            continue
        is_word = not word.isdecimal()
        said += times if is_word else 0
        digits += times * (1 if is_word else len(word))
        times = 1
    return digits >= LEAST_DIGITS and said >= LEAST_SAID


def _without_years_and_sums(plain: str) -> str:
    """The text with the years, dates and sums of money in it that look like long numbers blotted out."""
    plain = YEARS.sub(lambda match: _blot(match) if 0 < _years(match) <= MOST_YEARS else match[0], plain)
    return POUNDS.sub(_blot, DATE.sub(_blot, plain))


def _years(match: re.Match) -> int:
    return (int(match["last"]) - int(match["first"])) % 100


def _blot(match: re.Match) -> str:
    return "x" * len(match[0])


def _together(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined

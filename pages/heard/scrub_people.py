"""Takes people out of running prose: names, streets, schools, days of birth, numbers of papers and cars.

It stands on top of `scrub`, which takes out numbers, e-mails and postcodes. Where it can't tell a name from a word, it
takes the word: what somebody wrote reads a little worse, and nobody is named.
"""

import re
from collections.abc import Iterable

from pages.heard import common_words
from pages.heard.first_names import FAMILY_NAMES, FIRST_NAMES
from pages.heard.known_words import ALSO_NAMED, ALSO_NAMES, ALSO_WORDS, KNOWN, PEOPLE_WORDS, STARTERS
from pages.heard.scrub import GONE, scrub
from pages.search.text import EMPTY

WORD = re.compile(r"[^\W\d_]+(?:['’‘`´-][^\W\d_]+)*")
POSSESSIVE = re.compile(r"['’‘`´]s?$", re.IGNORECASE)
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
STREET = (
    r"street|st|road|rd|avenue|ave|lane|ln|close|drive|way|court|crescent|terrace|grove|gardens|place|walk|mews|view"
    r"|row|rise|croft|fold|square|parade|hill|mount|green|yard"
)
ORDINAL = (
    r"(?:(?:twenty|thirty)[ -]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
DIGIT = (
    r"(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|double|treble|triple|[0-9]+)"
)
AT = r"(?:\s*[(\[]\s*at\s*[)\]]\s*|\s+at\s+|@)"
DOT = r"(?:\s*[(\[]\s*dot\s*[)\]]\s*|\s+dot\s+|\.)"
PATTERNS = [
    re.compile(rf"\b{kind}", re.IGNORECASE)
    for kind in (
        rf"{DIGIT}(?:[\s,-]+{DIGIT}){{5,}}\b",  # a number that is spelled
        rf"post ?code(?:\s+is|:)?\s+[a-z]{{1,2}}\s?{DIGIT}\w*(?:\s+(?:{DIGIT}|[0-9]\w*|[a-z]{{1,2}})\b){{0,4}}",
        rf"[\w-]+(?:{DOT}[\w-]+){{0,3}}{AT}[\w-]+(?:{DOT}[a-z]{{2,}}\b)+",  # an e-mail, spelled or not
        r"[a-z]{2} ?(?:[0-9]{2}[ -]?){3}[a-d]\b",  # National Insurance
        r"(?:[a-z]{2}[0-9]{2}\s?[a-z]{3})\b",  # a car
        r"(?:flat|apartment)\s+[0-9]+[a-z]?\b",
        rf"(?:born|d\.?o\.?b\.?|date of birth|birthday)\W+(?:(?:is|was|on|the)\W+)*"
        rf"(?:(?:[0-9]{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})(?: of)? {MONTH}(?:,? [0-9]{{2,4}})?"
        rf"|{MONTH} [0-9]{{1,2}}(?:,? [0-9]{{2,4}})?)",
        r"(?:https?://|www\.)\S+|[a-z0-9-]+\.(?:com|co\.uk|org|net|me)/\S+",
        r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})\b",
        r"\w+#[0-9]{3,}",
        r"(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|discord|gamer ?tag|xbox|psn|user ?name|facebook|twitter)"
        r"(?: name| handle| account)?(?: is|:|=) *\S+",
        r"(?:\w*[a-z]_\w+|[a-z]{3,}[0-9]{3,}\w*)",  # what only accounts are called
    )
]
# A house with its street, a street by itself, and a school that is written small.
HOUSE = re.compile(
    rf"(?:flat\s+[0-9]+[a-z]?,?\s+)?\b[0-9]+[a-z]?,?\s+(?P<words>(?:[^\W\d_][\w'’-]*\s+){{1,3}})(?:{STREET})\b",
    re.IGNORECASE,
)
KIND_OF_ROAD = (
    r"(?:street|road|avenue|lane|close|drive|crescent|terrace|grove|mews"
    r"|row|rise|croft|fold|square|parade|hill|mount)\b"
)
ROAD = re.compile(rf"(?<![\w'’])(?P<words>[^\W\d_]{{3,}})\s+{KIND_OF_ROAD}", re.IGNORECASE)
LIVE_ON = re.compile(
    rf"\b(?:live[sd]?|living|move[sd]?|stay(?:s|ed|ing)?)\s+(?:on|in|at|to|down|near)\s+(?P<words>[^\W\d_]+)\s+{KIND_OF_ROAD}",
    re.IGNORECASE,
)
ANY_ROAD = frozenset("main busy long quiet same next other new nice one".split())
KINDS_OF_SCHOOL = (
    "primary secondary high grammar nursery junior infant infants boarding middle upper lower sixth day".split()
)
ANY_SCHOOL = frozenset(
    "local nearest nearby new old good nice big small same next other another different first last whole "
    "catholic church faith special mainstream state village private virtual every each any after".split()
).union(KINDS_OF_SCHOOL)
SMALL_SCHOOL = re.compile(
    r"(?<![\w'’-])(?P<words>[^\W\d_][\w'’-]*)\s+(?:primary|academy|comp|infants|juniors)\b"
    r"|\b(?:at|to|from|attend(?:s|ed|ing)?)\s+(?P<to>[^\W\d_][\w'’-]*)\s+school\b",
    re.IGNORECASE,
)
INITIALS = re.compile(r"\b(?:[A-Z]\.\s?)+[A-Z][a-z]+")
NO_STREET = frozenset("mile miles hour hours minute minutes min mins door doors year years week weeks days".split())
SCHOOL = re.compile(
    r"\b(?:[A-Z][\w'’.-]*\s+(?:(?:of|and|the|on)\s+)?){1,4}"
    r"(?:(?:Primary|Junior|Infants?|Secondary|High|Grammar|Community|Comprehensive|Catholic|CofE|Nursery)\s+)*"
    r"(?:School|Academy|College|Nursery|Primary|Comp)\b"
)
NO_SCHOOL = re.compile(
    r"(?:\b(?:the|a|my|his|her|our|virtual|special|primary|secondary|high|nursery|junior|infant)\s+)+"
    r"(?:school|academy|college|nursery|primary)$",
    re.IGNORECASE,
)
SAINT = re.compile(
    r"(?<![0-9])\bst\.?\s+[a-z]{3,}(?:['’]?s)?\b(?:\s+(?:primary|school|academy|college|high))*", re.IGNORECASE
)
TITLE = re.compile(
    r"\b(?P<title>mr|mrs|mx|cllr|councillor|dr|doctor|ms|miss|sir|dame|aunty|auntie|aunt|uncle|rev)\b\.?\s+",
    re.IGNORECASE,
)
SURE_TITLES = frozenset("mr mrs mx cllr".split())
NAMED = re.compile(
    r"\b(?:names?(?:['’]?s)?(?:\s+(?:is|was|are))?|surname(?:\s+(?:is|was))?|signed(?:\s+by)?"
    r"|yours\s+(?:truly|sincerely|faithfully))[\s,:–-]+(?:is\s+)?",
    re.IGNORECASE,
)
PERHAPS = re.compile(
    r"(?:\b(?:(?P<said>called|named|known\s+as)|i['’]?m|i\s+am|this\s+is|love\s+from|regards|cheers|thanks|it['’]?s)[\s,:–-]+"
    r"|\b(?:my|our|his|her|their)\s+(?:[a-z]+\s+)?(?:" + "|".join(PEOPLE_WORDS) + r")\s*,?\s+)",
    re.IGNORECASE,
)  # fmt: skip
ENDS_SENTENCE = re.compile(r"(?:^|[.!?:;•\n])[\s\"“”'‘’()\-–]*$")
# What stands between two names that are told in one breath, and whom somebody calls theirs.
BETWEEN = r"(?:\s*,\s*|\s*,?\s+(?:and|n)\s+(?:our\s+|my\s+)?|\s*[&+]\s*)"
BEFORE_IT, AFTER_IT = re.compile(rf"{BETWEEN}$", re.IGNORECASE), re.compile(BETWEEN, re.IGNORECASE)
OURS = re.compile(
    r"\b(?:our|nanny|nan|nana|gran|granny|grandad|uncle|auntie|aunty|brother|sister|cousin|mate|friend|called)\s+$",
    re.IGNORECASE,
)
MONTHS = frozenset("april may june august".split())
DOES_AS_PEOPLE = frozenset(
    "says said needs wants lives likes loves helps helped hates hits cries cried asked told sleeps eats plays".split()
)
DOES = DOES_AS_PEOPLE.union("is was has does goes came comes and can can't cant doesn't doesnt won't wont".split())


def scrub_people(text: str, known: Iterable[str] = ()) -> str:
    """The text with […] for whatever could say who wrote it, or who it is about.

    `known` are words that are no names here: the place, and what the offer is made of.
    """
    for pattern in PATTERNS:
        text = pattern.sub(GONE, text)
    text = INITIALS.sub(GONE, HOUSE.sub(_unless_it_is_a_way, text))
    text = ROAD.sub(_unless_it_is_any_road, LIVE_ON.sub(_unless_nobody_lives_there, text))
    text = SAINT.sub(GONE, SCHOOL.sub(_unless_it_is_any_school, text))
    text = scrub(SMALL_SCHOOL.sub(_unless_it_is_some_school, text))
    words = list(WORD.finditer(text))
    names = _names(text, words, KNOWN | {part.casefold() for word in known for part in WORD.findall(word)})
    return _without(text, [words[place].span() for place in sorted(names)])


def _unless_it_is_a_way(match: re.Match[str]) -> str:
    """Two miles down the road, or an hour's drive, is nobody's address."""
    between = match["words"].casefold().split()
    is_on_the_way = len(between) > 1 and between[-1] in EMPTY | STARTERS
    return match[0] if NO_STREET & set(between) or is_on_the_way else GONE


def _unless_it_is_any_road(match: re.Match[str]) -> str:
    """A street has a name when both its words have a capital, or the first is no everyday word."""
    name, kind = match[0].split()[0], match[0].split()[-1]
    has_capitals = name[0].isupper() and kind[0].isupper() and name.casefold() not in EMPTY | STARTERS
    return GONE if has_capitals or not _is_plain(name.casefold()) else match[0]


def _unless_nobody_lives_there(match: re.Match[str]) -> str:
    return match[0] if match["words"].casefold() in EMPTY | STARTERS | ANY_ROAD else GONE


def _may_be_named(word: str) -> bool:
    """True for what may follow “my name is”: not “my name is not on the list”."""
    return word.casefold() in ALSO_NAMED or word.casefold() not in EMPTY | STARTERS


def _goes_on(word: str) -> bool:
    """True for a word with which a sentence goes on behind a name."""
    return word.casefold() in EMPTY | STARTERS | KNOWN


def _unless_it_is_any_school(match: re.Match[str]) -> str:
    """A kind of school, which many are, has no name before it: “The Primary School”, not “Larkspur Primary School”."""
    kind = NO_SCHOOL.search(match[0])
    before = WORD.findall(match[0][: kind.start()].casefold()) if kind else []
    return match[0] if kind and all(word in EMPTY | STARTERS | ANY_SCHOOL for word in before) else GONE


def _unless_it_is_some_school(match: re.Match[str]) -> str:
    """Written small, what stands before the school is its name, unless it says which kind or how it is."""
    name = "words" if match["words"] else "to"
    is_any = match[name].casefold() in EMPTY | STARTERS | ANY_SCHOOL.union(PEOPLE_WORDS)
    return match[0] if is_any else match.string[match.start() : match.start(name)] + GONE


def _names(text: str, words: list[re.Match], known: frozenset[str]) -> set[int]:
    """The places of the words that are somebody's name, or may be."""
    starts = {word.start(): place for place, word in enumerate(words)}
    names = {place for place, word in enumerate(words) if _is_name(text, words, place, known)}
    for cue in TITLE.finditer(text):
        place = starts.get(cue.end())
        if place is not None and _follows_title(cue["title"], words[place][0]):
            names |= {place}
    for cue in NAMED.finditer(text):
        place = starts.get(cue.end())
        if place is not None and _may_be_named(words[place][0]):
            names |= {place}
            if place + 1 < len(words) and _beside(text, words[place], words[place + 1]):
                names |= {place + 1} - ({place + 1} if _goes_on(words[place + 1][0]) else set())
    for cue in PERHAPS.finditer(text):
        place = starts.get(cue.end())
        if place is None:
            continue
        is_said = cue["said"] and words[place][0].casefold() in ALSO_NAMED
        if is_said or _is_odd(words[place][0], known):
            names |= {place}
    names |= {
        place for place, word in enumerate(words) if _may_be_first_name(word[0]) and OURS.search(text, 0, word.start())
    }
    return _whole(text, words, _with_those_beside(text, words, names), known)


def _may_be_first_name(typed: str) -> bool:
    """True for a first name, also one that is an everyday word: poppy, lee, hope. A month is none by itself."""
    word = POSSESSIVE.sub("", typed).casefold()
    return (
        word in FIRST_NAMES or word in ALSO_WORDS or (word in ALSO_NAMED and word not in MONTHS and typed[0].isupper())
    )


def _with_those_beside(text: str, words: list[re.Match], names: set[int]) -> set[int]:
    """The names with the first names that are told in one breath with them: “Jayden, poppy and Will”."""
    found = set(names)
    perhaps = {place for place, word in enumerate(words) if place not in found and _may_be_first_name(word[0])}
    while perhaps:
        starts, ends = {words[place].start() for place in found}, {words[place].end() for place in found}
        new = {place for place in perhaps if _is_beside(text, words[place], starts, ends)}
        if not new:
            break
        found, perhaps = found | new, perhaps - new
    return found


def _is_beside(text: str, word: re.Match, starts: set[int], ends: set[int]) -> bool:
    after, before = AFTER_IT.match(text, word.end()), BEFORE_IT.search(text[: word.start()])
    return bool((after and after.end() in starts) or (before and before.start() in ends))


def _is_name(text: str, words: list[re.Match], place: int, known: frozenset[str]) -> bool:
    typed = words[place][0]
    owned = POSSESSIVE.sub("", typed)
    word = owned.casefold().replace("’", "'")
    if ENDS_SENTENCE.search(text[: words[place].start()]) and _acts_as_somebody(words, place, word):
        return True
    if word in known or (word in STARTERS and typed == typed.lower()) or len(word) < 2:
        return False
    parts = re.split("['-]", word)
    if any(part in FIRST_NAMES and part not in ALSO_WORDS for part in parts) and not _is_plain(word):
        return True
    if not word.isascii() and not common_words.holds(word):
        return True
    if not typed[0].isupper():
        return False
    if _is_shouted(typed) and _neighbours_shouted(words, place):
        return word in FIRST_NAMES or word in FAMILY_NAMES or not _is_english(word)
    if ENDS_SENTENCE.search(text[: words[place].start()]):
        return _begins_as_name(words, place, word, text)
    return not _is_plain(word)


def _acts_as_somebody(words: list[re.Match], place: int, word: str) -> bool:
    """True for an everyday word that begins a sentence and does what people do: “Ivy is asleep”, “Rob comes”."""
    if word not in ALSO_WORDS | MONTHS:
        return False
    following = words[place + 1][0].casefold().replace("’", "'") if place + 1 < len(words) else ""
    is_owned = bool(POSSESSIVE.search(words[place][0])) and word in ALSO_WORDS
    return is_owned or following in DOES_AS_PEOPLE or (word in ALSO_WORDS and following in DOES)


def _begins_as_name(words: list[re.Match], place: int, word: str, text: str) -> bool:
    """Whether the first word of a sentence is a name: it has its capital in any case."""
    if word in EMPTY or word in STARTERS or common_words.holds(word):
        return False
    if word in FIRST_NAMES or word in FAMILY_NAMES or not _is_english(word):
        return True
    following = words[place + 1][0] if place + 1 < len(words) else ""
    return following in DOES or (following[:1].isupper() and not _is_plain(following.casefold()))


def _follows_title(title: str, word: str) -> bool:
    if title.casefold() in SURE_TITLES or (word[0].isupper() and title[0].isupper()):
        return word.casefold() not in STARTERS
    return not _is_plain(word.casefold()) and word.casefold() not in STARTERS


def _is_odd(typed: str, known: frozenset[str]) -> bool:
    """True for what is no everyday word: behind “I am” or “my grandson” that is a name."""
    word = POSSESSIVE.sub("", typed).casefold()
    is_word = word in known or word in EMPTY or word in STARTERS
    return not is_word and (
        word in FIRST_NAMES or not _is_english(word) or (typed[0].isupper() and not _is_plain(word))
    )


def _whole(text: str, words: list[re.Match], names: set[int], known: frozenset[str]) -> set[int]:
    """The names with what stands beside them and belongs to them: the other half of a double name, a family name."""
    whole = set(names)
    for place in sorted(names):
        before = words[place - 1] if place else None
        if (
            before
            and _beside(text, before, words[place])
            and (_may_belong(before[0], known) or before[0] in ALSO_NAMES)
        ):
            whole.add(place - 1)
        following = place + 1
        while following < len(words) and _beside(text, words[following - 1], words[following]):
            typed = words[following][0]
            if not (_may_belong(typed, known) or (typed == typed.lower() and _is_odd(typed, known))):
                break
            whole.add(following)
            following += 1
    return whole


def _beside(text: str, first: re.Match, second: re.Match) -> bool:
    return text[first.end() : second.start()].strip(" .") == "" and not POSSESSIVE.search(first[0])


def _may_belong(typed: str, known: frozenset[str]) -> bool:
    word = POSSESSIVE.sub("", typed).casefold()
    return typed[0].isupper() and not _is_plain(word) and word not in known | STARTERS


def _is_plain(word: str) -> bool:
    """True for an everyday word that is nobody's name."""
    parts = [part for part in re.split("['’-]", word) if len(part) > 1]
    return all(
        part in EMPTY or part in KNOWN or (common_words.holds(part) and part not in FAMILY_NAMES) for part in parts
    )


def _is_english(word: str) -> bool:
    """True for an everyday word, though somebody may have it as a name: rose, baker, will."""
    small, _names_of_people = common_words._list()
    parts = [part for part in re.split("['’-]", word) if len(part) > 1]
    return all(part in EMPTY or part in KNOWN or f"\n{part}\n" in small for part in parts)


def _is_shouted(typed: str) -> bool:
    return typed == typed.upper()


def _neighbours_shouted(words: list[re.Match], place: int) -> bool:
    """True when all is written in capitals, or it is as short as a short form: GP, SGO."""
    beside = [words[at][0] for at in (place - 1, place + 1) if 0 <= at < len(words)]
    return bool(beside) and all(_is_shouted(word) and len(word) > 1 for word in beside)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Names that stand side by side are one […]."""
    kept, at = "", 0
    for start, end in spans:
        between = text[at:start]
        kept = kept if kept.endswith(GONE) and not between.strip(" .") and at else kept + between + GONE
        at = end
    return kept + text[at:]

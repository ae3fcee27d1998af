"""Takes people out of running prose: names, where they live, which school they go to, their days of birth and papers.

It stands on top of `scrub`, which takes out numbers, e-mails and postcodes. Where it can't tell a name from a word, it
takes the word: what somebody wrote reads a little worse, and nobody is named.
"""

import re
from collections.abc import Iterable

from pages.core import common_words
from pages.heard.everyday import SMALL_WORDS, is_english, is_plain, is_word
from pages.heard.first_names import FAMILY_NAMES, FIRST_NAMES
from pages.heard.known_words import (
    ALSO_NAMED,
    ALSO_NAMES,
    ALSO_SPOKEN,
    ALSO_TOLD,
    ALSO_VERBS,
    ALSO_WORDS,
    KNOWN,
    MONTHS,
    OF_THE_FIELD,
    PEOPLE_WORDS,
    SEASONS,
    STARTERS,
)
from pages.heard.scrub import GONE, scrub
from pages.heard.scrub_papers import without_papers
from pages.heard.scrub_places import without_places
from pages.heard.scrub_schools import without_schools
from pages.heard.spoken_words import SHORT_FORMS
from pages.heard.told_together import COMMA, with_those_beside
from pages.heard.typed_word import WORD, Word, is_beside, words_of
from pages.search.text import EMPTY

INITIALS = re.compile(r"\b(?:[A-Z]\.[^\S\n]?){1,4}[A-Z][a-z]+|(?<![\w.])(?:[A-Z]\.[^\S\n]?){2,3}(?!\w)")
HALF = re.compile(r"\b(?P<word>[A-Z][a-z]+),?[^\S\n](?![AI]\b)[A-Z]\b(?!['’&])\.?")
KINDS = frozenset(
    "plan year section vitamin hepatitis type appendix group form part class room option tier key".split()
)
# No word is so long: what is written without any space can't be told apart, and would take long to look through.
UNBROKEN = re.compile(r"\S{200,}")
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
    r"|\b(?:my|our|his|her|their)\s+(?:[a-z]{1,30}\s+)?(?:" + "|".join(PEOPLE_WORDS) + r")\s*,?\s+)",
    re.IGNORECASE,
)  # fmt: skip
WHOSE = frozenset("my our his her their".split())
RELATIVES = frozenset({*PEOPLE_WORDS, *"mam nanny grandpa worker baby niece youngest eldest oldest twin".split()})
OURS = frozenset(
    """
    our nanny nan nana gran granny grandad grandma grandpa uncle auntie aunty brother sister cousin mate friend called
    """.split()
)
DOES_AS_PEOPLE = frozenset(
    "says said needs wants lives likes loves helps helped hates hits cries cried asked told sleeps eats plays".split()
)
DOES = DOES_AS_PEOPLE.union(
    "is was has does goes came comes and are were can can't cant doesn't doesnt won't wont wasn't isn't hasn't".split()
)
# Behind these stands whom it is about: “we see dawn”, “with max”.
TO_WHOM = frozenset(
    "with about see saw seen met rang told asked love loves miss misses visit visits visited hate hates than".split()
)
# Words that follow a name in small letters and are nobody's family name.
AFTER_NAMES = frozenset(
    "still said love loves miss gets went cares back best got took gave left made came felt found knows".split()
)


def scrub_people(text: str, known: Iterable[str] = ()) -> str:
    """The text with […] for whatever could say who wrote it, or who it is about.

    `known` are words that are no names here: the place, and what the offer is made of.
    """
    words_known = frozenset(KNOWN | {part.casefold() for word in known for part in WORD.findall(word)})
    text = INITIALS.sub(_unless_it_is_a_short_form, without_papers(UNBROKEN.sub(GONE, text)))
    text = HALF.sub(_unless_it_is_a_kind, text)
    text = scrub(text)  # before the name of a place could be its postcode's first letter
    text = scrub(without_schools(without_places(text, words_known), words_known))
    words = words_of(text)
    return _without(text, [words[place] for place in sorted(_names(text, words, words_known))])


def _unless_it_is_a_short_form(match: re.Match[str]) -> str:
    letters = re.sub(r"[.\s]", "", match[0]).casefold()
    return match[0] if letters in SHORT_FORMS or letters in KNOWN else GONE


def _unless_it_is_a_kind(match: re.Match[str]) -> str:
    """A name with one letter of another: “Sue H”, “Hall, J.”, not “Plan B”."""
    word = match["word"].casefold()
    return match[0] if word in KINDS or word in EMPTY or (word in STARTERS and word not in ALSO_NAMED) else GONE


def _names(text: str, words: list[Word], known: frozenset[str]) -> set[int]:
    """The places of the words that are somebody's name, or may be."""
    places = {word.start: place for place, word in enumerate(words)}
    names = {place for place in range(len(words)) if _is_name(words, place, known)}
    names |= {
        place
        for cue in TITLE.finditer(text)
        if (place := places.get(cue.end(), -1)) >= 0 and _follows_title(cue["title"], words[place])
    }
    for cue in NAMED.finditer(text):
        place = places.get(cue.end(), -1)
        is_signed = cue[0].casefold().startswith("signed") and not cue[0].strip().endswith(",")
        if place < 0 or (is_signed and not words[place].is_large and is_plain(words[place].word)):
            continue
        if words[place].word in ALSO_NAMED or words[place].word not in SMALL_WORDS:
            names |= {place}
            if place + 1 < len(words) and is_beside(words, place + 1) and not _goes_on(words[place + 1]):
                names |= {place + 1}
    names |= {
        place
        for cue in PERHAPS.finditer(text)
        if (place := places.get(cue.end(), -1)) >= 0
        and ((cue["said"] and words[place].word in ALSO_TOLD | ALSO_SPOKEN) or _is_odd(words[place], known))
    }
    names |= _in_large_letters(words, known)
    return _whole(words, with_those_beside(words, names), known)


def _is_name(words: list[Word], place: int, known: frozenset[str]) -> bool:
    each = words[place]
    if _is_called_so(words, place):
        return True
    if each.word in known or (each.word in STARTERS and not each.is_large) or len(each.word) < 2:
        return False
    if _is_first_name(each.word) or not is_word(each.word):
        return True
    if not each.is_large:
        return False
    if each.is_shouted and _neighbours_are_shouted(words, place):
        return each.word in FAMILY_NAMES or not is_word(each.word)
    if each.begins:
        return _begins_as_name(words, place)
    if _is_of_the_field(words, place):
        return False
    return each.word in ALSO_SPOKEN - SEASONS or not (
        is_plain(each.word) or (is_word(each.word) and not is_english(each.word))
    )


def _is_of_the_field(words: list[Word], place: int) -> bool:
    """True for two words that this field writes with capitals: Foster Carer."""
    beside = {words[at].word for at in (place - 1, place + 1) if 0 <= at < len(words)}
    return words[place].word in OF_THE_FIELD and bool(beside & OF_THE_FIELD)


def _is_first_name(word: str) -> bool:
    """True for what is hardly anything but a first name, or a double one: jayden, poppy, bobbi-jo."""
    parts = re.split("['-]", word)
    return any(part in ALSO_WORDS or (part in FIRST_NAMES and part not in ALSO_SPOKEN) for part in parts) and (
        not is_plain(word) or word in ALSO_WORDS
    )


def _is_called_so(words: list[Word], place: int) -> bool:
    """True for an everyday word that is somebody by what stands around it: “dawn (her mum)”, “our max”, “Rob comes”."""
    each = words[place]
    before = words[place - 1].word if place and each.before.isspace() else ""
    if before in OURS and (each.word in FIRST_NAMES or each.word in ALSO_WORDS):
        return True
    if each.word not in ALSO_SPOKEN | ALSO_TOLD:
        return False
    after = words[place + 1] if place + 1 < len(words) else None
    following = after.word if after and after.before.isspace() else ""
    is_like_somebody = each.word not in ALSO_TOLD
    if _is_explained(words, place) or _is_relative(words, place, before) or (each.is_owner and is_like_somebody):
        return True
    if before == "from" and each.word not in SEASONS and not following:
        return True
    is_rather_somebody = each.word not in ALSO_NAMED | SEASONS
    if before in OURS and (is_rather_somebody or (each.is_large and each.word not in MONTHS)):
        return True
    if _acts_as_somebody(each, before, following, bool(after and after.after[:1].isdecimal())):
        return True
    return is_like_somebody and before in TO_WHOM and not (after and any(char.isdecimal() for char in after.before))


def _acts_as_somebody(each: Word, before: str, following: str, is_so_old: bool) -> bool:
    """True for a word that does or is what people are: “Max says”, “River is 4”, “Dawn from the team”."""
    if each.word in ALSO_TOLD:
        return each.begins and (following in DOES_AS_PEOPLE or (following in DOES and is_so_old))
    if each.begins and each.is_large and following in {"from", "at", "who", "with"}:
        return True
    return (each.begins or before in STARTERS or before == "and") and following in DOES


def _is_explained(words: list[Word], place: int) -> bool:
    """True for a word behind which somebody says who that is: “hope (her mum)”, “dawn, my nan, …”."""
    at = place + 1
    if at < len(words) and words[place].begins and words[at].word in {"is", "was"} and words[at].before.isspace():
        at += 1
    elif at < len(words) and not re.fullmatch(r"\s*[,(–-]+\s*", words[at].before):
        return False
    return at + 1 < len(words) and words[at].word in WHOSE and words[at + 1].word in RELATIVES


def _is_relative(words: list[Word], place: int, before: str) -> bool:
    """True for an everyday word behind what a family calls its people: “grandad bill”, “my grandson Will”."""
    each = words[place]
    if before not in RELATIVES:
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    ends = following is None or not following.before.isspace() or following.word in DOES
    return ends or each.word not in ALSO_VERBS or (each.is_large and not each.is_shouted)


def _begins_as_name(words: list[Word], place: int) -> bool:
    """Whether the first word of a sentence is a name: it has its capital in any case."""
    word = words[place].word
    if word.split("-")[-1].removesuffix("s") in PEOPLE_WORDS:
        return False
    if word in EMPTY or word in STARTERS or common_words.holds(word) or not is_english(word):
        return False
    following = words[place + 1] if place + 1 < len(words) else None
    if word in FAMILY_NAMES or following is None:
        return word in FAMILY_NAMES
    return following.typed in DOES or (following.is_large and not following.is_shouted and not is_plain(following.word))


def _in_large_letters(words: list[Word], known: frozenset[str]) -> set[int]:
    """Two words with a capital in a row are a name of somebody or some place, though both are everyday words.

    Not where all words have a capital, nor for what this field writes so: Early Help.
    """
    small = [word for word in words if word.word in EMPTY]
    if sum(word.is_large and not word.begins for word in small) * 2 > len(small):
        return set()
    large = {place for place, word in enumerate(words) if _may_be_large(word, known)}
    return {
        place
        for place in large
        if (place - 1 in large and is_beside(words, place)) or (place + 1 in large and is_beside(words, place + 1))
    }


def _may_be_large(each: Word, known: frozenset[str]) -> bool:
    is_usual = each.word in known | OF_THE_FIELD | SMALL_WORDS or not is_english(each.word)
    return each.is_large and not each.is_shouted and not is_usual


def _follows_title(title: str, each: Word) -> bool:
    if title.casefold() in SURE_TITLES or (each.is_large and title[0].isupper()):
        return each.word not in STARTERS or each.word in ALSO_NAMED
    return not is_plain(each.word) and each.word not in STARTERS


def _goes_on(each: Word) -> bool:
    """True for a word with which a sentence goes on behind a name."""
    return each.word in SMALL_WORDS | KNOWN


def _is_odd(each: Word, known: frozenset[str]) -> bool:
    """True for what is no everyday word: behind “I am” or “my grandson” that is a name."""
    if each.word in known or each.word in SMALL_WORDS:
        return False
    is_called_so = each.word in FIRST_NAMES or each.word in ALSO_WORDS or each.word in ALSO_SPOKEN - ALSO_TOLD
    return (
        is_called_so or not is_word(each.word) or (each.is_large and is_english(each.word) and not is_plain(each.word))
    )


def _whole(words: list[Word], names: set[int], known: frozenset[str]) -> set[int]:
    """The names with what stands beside them and belongs to them: the other half of a double name, a family name."""
    whole = set(names)
    for place in sorted(names):
        if place and is_beside(words, place) and _comes_before(words, place - 1, known):
            whole.add(place - 1)
        following = place + 1
        # A name that is there already looks behind itself: a long row of names is gone through once.
        while following < len(words) and following not in whole and is_beside(words, following):
            if not _is_family_name(words, following, known):
                break
            whole.add(following)
            following += 1
    return whole


def _comes_before(words: list[Word], place: int, known: frozenset[str]) -> bool:
    each, name = words[place], words[place + 1]
    if each.typed in ALSO_NAMES or (
        each.begins
        and each.word in ALSO_NAMED
        and not (each.word in {"will", "may", "hope"} and name.word in FIRST_NAMES)
    ):
        return True
    if not each.is_large or each.word in known | SMALL_WORDS or each.is_shouted:
        return each.is_large and each.word not in known | STARTERS and not is_plain(each.word)
    return not each.begins or not is_plain(each.word)


def _is_family_name(words: list[Word], place: int, known: frozenset[str]) -> bool:
    each = words[place]
    if each.word in known or each.word in SMALL_WORDS | DOES | AFTER_NAMES or each.word in PEOPLE_WORDS:
        return False
    if (each.is_large and not each.is_shouted) or not is_word(each.word):
        return True
    if is_english(each.word) and not common_words.holds(each.word):
        return True
    return is_english(each.word) and _ends_breath(words, place) and not each.word.endswith(("ly", "ing", "ed", "s"))


def _ends_breath(words: list[Word], place: int) -> bool:
    """True for a word behind which somebody does something, or a comma: “john bird came”."""
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and (following.word in DOES or COMMA.fullmatch(following.before) is not None)


def _neighbours_are_shouted(words: list[Word], place: int) -> bool:
    """True when all is written in capitals, or it is as short as a short form: GP, SGO."""
    beside = [words[at] for at in (place - 1, place + 1) if 0 <= at < len(words)]
    return bool(beside) and all(word.is_shouted and len(word.word) > 1 for word in beside)


def _without(text: str, names: list[Word]) -> str:
    """Names that stand side by side are one […]."""
    kept, at = [], 0
    for name in names:
        between = text[at : name.start]
        follows = at and not between.strip(" .")
        kept += [] if follows else [between, GONE]
        at = name.end
    return "".join([*kept, text[at:]])

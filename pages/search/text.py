"""What readers type and pages say, as words that can be compared."""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import category

import snowballstemmer

from pages.core.typed import as_kept, words_read

LONGEST_QUERY = 200
WORDS_KNOWN = 20_000  # several times the words of an offer; what visitors type besides is forgotten again
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
# Words that say nothing about what is looked for: the small words of sentences and of questions.
EMPTY = frozenset(
    """
    a about all am an and any anyone anything are as at be been being but by can could did do does doing for from
    get gets getting go goes going got had has have having he hello help her here hers hi him his how however i id if
    im in into is it its ive just know let like lot may me might mine much must my need needs now of oh ok okay on or
    our ours out please really she should so some something than thanks that thats the their theirs them then there
    these they thing this those to too us very want wants was we were what whats when where which who will with would
    yes you your yours
    """.split()
)
# Words for who somebody is. Beside other words they only tell the story: “money for my grandson” is about money.
PEOPLE = frozenset(
    """
    after aunt auntie aunties baby bairn boy boys brother bringing brothers care caring carer carers child children
    cousin dad daughter daughters father friend gran grandad grandchild grandchildren granddad granddaughter
    grandfather grandkids grandma grandmother grandparent grandparents grandson grandsons granny kid kids lad lass
    little live lives living look looking mother mum my nan nana nanna nephew nephews niece nieces old parent parents
    person raising sister sisters son sons teenager uncle year years young
    """.split()
)
# Words whose plural is no ending: nobody should have to know which of the two a page says.
PLURALS = {
    "children": "child", "feet": "foot", "halves": "half", "knives": "knife", "lice": "louse", "mice": "mouse",
    "people": "person", "shelves": "shelf", "teeth": "tooth", "thieves": "thief", "wives": "wife",
    **{f"{before}children": f"{before}child" for before in ("god", "grand", "school", "step")},
    **{f"{before}men": f"{before}man" for before in ("", "police", "wo", "work")},
    **{f"{before}wives": f"{before}wife" for before in ("ex", "house", "mid")},
}  # fmt: skip
# Words that the stemmer takes for forms of others, which mean something else: no train goes to a training.
OF_THEIR_OWN = {"planning": "planning", "train": "train=", "trains": "train=", "vet": "vet=", "vets": "vet="}
# A number and what it counts, or the end of it, written as one word: 2yr, 30hrs, 3am, 5th.
COUNTED = re.compile(r"(\d+)(yrs?|yo|hrs?|wks?|mths?|am|pm|st|nd|rd|th)")
VOWEL = re.compile("[aeiouy]")
_stemmer = snowballstemmer.stemmer("english")


class Token(NamedTuple):
    """One word of a text: as it was typed, and its stem."""

    word: str
    stem: str


def clean(query: str) -> str:
    """What was typed, as one line without control characters, cut behind a word at a sensible length."""
    seen = as_kept(CONTROL.sub(" ", query[: LONGEST_QUERY * 4]))
    printable = "".join(sign if sign.isprintable() else "" if category(sign) == "Cf" else " " for sign in seen)
    line = " ".join(printable.split())
    if len(line) <= LONGEST_QUERY:
        return line
    return line[: LONGEST_QUERY + 1].rpartition(" ")[0] or line[:LONGEST_QUERY]


@lru_cache(maxsize=WORDS_KNOWN)
def stem(word: str) -> str:
    """What a word has in common with its other forms. The stemmer leaves the s of SGOs and GPs where it is."""
    if word in OF_THEIR_OWN:
        return OF_THEIR_OWN[word]
    word = PLURALS.get(word) or PLURALS.get(word.removesuffix("s"), word)  # children's loses its apostrophe
    stemmed = _stemmer.stemWord(word)
    if stemmed != word or len(word) < 3 or not word.endswith("s"):
        return stemmed
    if not VOWEL.search(word):
        return word.rstrip("s") or word  # DBS, DBSs
    return stemmed if word.endswith("ss") else stemmed[:-1]


def tokens(text: str) -> list[Token]:
    """The words of a text as they are read, of whatever script, without apostrophes; numbers by themselves."""
    return [Token(part, stem(part)) for word in words_read(text) for part in _parts(word)]


def _parts(word: str) -> tuple[str, ...]:
    counted = COUNTED.fullmatch(word) if word[0].isdigit() else None
    return counted.groups() if counted else (word,)


def stems(text: str) -> tuple[str, ...]:
    return tuple(token.stem for token in tokens(text))


def telling(query: list[Token]) -> list[Token]:
    """The tokens that say what is looked for; all of them if none does."""
    return [token for token in query if token.word not in EMPTY] or query


def phrases(text: str) -> list[tuple[str, ...]]:
    """The phrases between the commas of a text, each as its stems."""
    return [phrase for phrase in map(stems, text.split(",")) if phrase]

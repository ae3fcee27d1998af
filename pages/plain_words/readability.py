"""How hard a text is to read, as the house target counts it: Flesch-Kincaid grades."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

WORDS_KNOWN = 20_000  # several times the words of an offer
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
SENTENCE_END = re.compile(r"[.!?]+[\"”’)]*(?=\s|$)|\n+")
VOWELS = re.compile(r"[aeiouy]+")
SILENT_ENDINGS = re.compile(
    r"(?<![aeioul])e$"  # take, care; not see, and not little
    r"|[aeiou]le$"  # whole, rule
    r"|[aeiouyrw]les$"
    r"|(?<![aeiouydt])ed$"  # asked; not wanted
    r"|(?<![aeioucgsxzhl])es$|ths?es$"  # makes; not houses
    r"|[^aeiou]ement"  # arrangement
)
SPLIT_VOWELS = re.compile(
    r"ia(?!l$|n$|r)|(?<![ctsg])i[ao](?=u?s$|ns?$|ls?$)|io$|ios$"  # via, lion, radio
    r"|eo(?!us|p)|iu|ua(?=l)|[yu]ing$|(?<![ctsg])ie(?=n[ct])|ism$"  # video, usual, lying, science
)

# Common words that the rules below get wrong.
KNOWN = {
    "area": 3, "areas": 3, "being": 2, "business": 2, "carer": 2, "carers": 2, "child": 1, "create": 2,
    "does": 1, "doing": 2, "every": 2, "everyone": 3, "everything": 3, "family": 3, "families": 3, "going": 2,
    "guardian": 3, "guardians": 3, "guardianship": 4, "idea": 3, "ideas": 3, "lives": 1, "maybe": 2,
    "people": 2, "poem": 2, "quiet": 2, "real": 1, "really": 2, "safely": 2, "social": 2, "something": 2,
    "sometimes": 2, "someone": 2, "somewhere": 2, "special": 2, "therefore": 2, "used": 1, "science": 2,
    "diet": 2, "client": 2, "period": 3, "trial": 2, "usually": 4, "actually": 4, "diary": 3, "reading": 2,
    "sometime": 2, "homework": 2, "safeguard": 2, "safeguarding": 3, "placement": 2, "statement": 2, "careful": 2,
    "carefully": 3, "hopeful": 2, "useful": 2, "lonely": 2, "likely": 2, "nicely": 2, "lately": 2, "clothes": 1,
    "wednesday": 2, "situation": 4, "situations": 4, "equal": 2, "society": 4, "variety": 4,
    "evening": 2, "evenings": 2, "different": 2, "interest": 2, "interested": 3, "hour": 1, "hours": 1,
}  # fmt: skip


class Readability(NamedTuple):
    """Counts of one text; `grade` is a United States school grade (grade 5 is age 10 to 11)."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid and others, 1975)."""
        if not self.words:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


@lru_cache(maxsize=WORDS_KNOWN)
def syllables(word: str) -> int:
    """How many syllables an English word has, by rule; right for most words, within one for nearly all."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    if word in KNOWN:
        return KNOWN[word]
    word = word.replace("'", "")
    count = len(VOWELS.findall(word)) + len(SPLIT_VOWELS.findall(word))
    if SILENT_ENDINGS.search(word):
        count -= 1
    return max(count, 1)


def readability(text: str, names: Iterable[str] = ()) -> Readability:
    """Counts `text`, each of `names` (orders, organisations) standing as one short word.

    A line is a sentence even without a full stop, so list items and headings count as their reader meets them.
    """
    for name in sorted({name for name in names if name}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "it", text, flags=re.IGNORECASE)
    words = WORD.findall(text)
    sentences = [part for part in SENTENCE_END.split(text) if WORD.search(part)]
    return Readability(len(words), max(len(sentences), 1), sum(map(syllables, words)))

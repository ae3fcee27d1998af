"""What a query asks for: its words in phrases, the ways to understand each, and which the offer does not hold."""

from itertools import pairwise, repeat
from typing import NamedTuple

from pages.core.common_words import stands

from .light_words import COUNTS, is_light
from .postings import Postings
from .slips import Speller
from .synonyms import Meaning, Synonyms
from .text import EMPTY, PEOPLE, Token, stem, telling, tokens

STORY, AN_ASIDE, A_COUNT = 0.25, 0.4, 0.02
BEGUN_OF_HELD = 0.3
LEAST_BEGINNING = 6  # letters that are taken for the beginning of a word, when they are no word themselves
LEAST_TYPED = 2  # letters of a word that somebody is still typing
SLIP_OF_RARE, MANY = 0.8, 5  # on so many pages a word is surely spelled right
BY_PAGES = 3  # A word in the running text of so many pages is something the offer knows of.


class Way(NamedTuple):
    """One way to understand some words of a query: the stems that each may be, and how surely it is meant so."""

    words: list[dict[str, float]]
    share: float
    phrase: tuple[str, ...] = ()


class Asked(NamedTuple):
    """Some words of a query that belong together: the ways to understand them, and how much they matter in it."""

    ways: list[Way]
    weight: float
    matters: bool


class Query(NamedTuple):
    """A query as it was understood.

    `typed` are its stems, `parts` what it asks for. `changed` are pairs of a word and the one it is taken for;
    `missing` the words that matter and that the offer does not hold, as typed; `mattering` how many matter, and
    `is_phrase` says that several of them stand in a phrase of the offer.
    """

    typed: tuple[str, ...]
    parts: list[Asked]
    changed: list[tuple[str, str]]
    missing: list[str]
    mattering: list[str]
    is_phrase: bool


class Reader:
    """Understands queries by the words of one version of the offer."""

    def __init__(self, synonyms: Synonyms, postings: Postings, speller: Speller, numbers: frozenset[str]):
        self.synonyms, self.postings, self.speller, self.numbers = synonyms, postings, speller, numbers

    def read(self, text: str, *, is_typing: bool, as_typed: bool) -> Query:
        """`is_typing`: the last word may be half of one. `as_typed`: no letter is changed."""
        words = tokens(text)
        meant: dict[Token, dict[str, float]] = {}
        changed: dict[str, str] = {}
        missing: dict[str, None] = {}
        query: list[Token] = []
        mattering = self._mattering(words)
        for place, token in enumerate(words):
            half = is_typing and place == len(words) - 1
            readings, fix = self._understood(token, half=half, as_typed=as_typed)
            if fix and token in mattering:
                changed[token.word] = fix
            if not readings and token in mattering:
                missing[token.word] = None
            for part, stems in readings or [(token, {})]:
                query.append(part)
                meant[part] = stems
        spans = [(span, self.synonyms.of(tuple(token.stem for token in span))) for span in self.synonyms.spans(query)]
        known = {token for span, meanings in spans if len(span) > 1 and meanings for token in span}
        inside = self._in_phrases(query)
        missing = {word: None for word in missing if all(token.word != word for token in known)}
        parts = self._parts(spans, known, meant)
        important = self._mattering(query)
        return Query(
            tuple(token.stem for token in query),
            parts,
            list(changed.items()),
            list(missing),
            list(dict.fromkeys(token.word for token in important)),
            any(token in known or token in inside for token in important),
        )

    def holds(self, stem: str) -> bool:
        """True for what means something here, and for what several pages say."""
        return self.means(stem) or self._is_usual(stem)

    def means(self, stem: str) -> bool:
        """True for what a page of the offer is about, or an everyday word or one of the glossary stands for."""
        return stem in self.synonyms.stems or stem in self.postings.about or stem in self.numbers

    def _is_usual(self, stem: str) -> bool:
        return len(self.postings.stems[stem]) >= BY_PAGES

    def _mattering(self, query: list[Token]) -> list[Token]:
        """The words that say what is looked for: not those of every sentence, and who somebody is only by itself."""
        told = [token for token in query if token.word not in EMPTY]
        without_numbers = [token for token in told if not token.word.isdigit() or token.word in self.numbers]
        heavy = [token for token in without_numbers if not is_light(token.word)]
        return [token for token in heavy if token.word not in PEOPLE] or heavy or told

    def _understood(
        self, token: Token, *, half: bool, as_typed: bool
    ) -> tuple[list[tuple[Token, dict[str, float]]], str]:
        """The words that a typed one stands for, each with its stems; and what it was changed to, if it was."""
        speller = self.speller
        begun = speller.begun(token.word) if half and len(token.word) >= LEAST_TYPED else {}
        # What a page says in passing, and is a word of English, is no slip for another.
        if not begun and not self.holds(token.stem) and token.stem in self.postings.stems and stands(token.word):
            return [(token, {token.stem: 1.0})], ""
        if self.holds(token.stem):
            if not as_typed and (usual := self._more_usual(token)):
                return [(token, {token.stem: 1.0, self.speller.words[usual]: SLIP_OF_RARE})], usual
            rest = {stem: BEGUN_OF_HELD for stem in begun if stem != token.stem}
            return [(token, {token.stem: 1.0} | rest)], ""
        own = {token.stem: 1.0} if token.stem in self.postings.stems else {}
        one = stem(token.word.removesuffix("s"))
        if not own and one != token.stem and self.holds(one):  # the plural of an abbreviation that ends with an s
            return [(Token(token.word, one), {one: 1.0})], ""
        if len(token.word) >= LEAST_BEGINNING and not token.word.isdigit():
            begun = speller.begun(token.word)
        elif token.word.isdigit():
            begun = speller.begun(token.word) if len(token.word) >= LEAST_BEGINNING - 1 else {}
        may_be = {} if as_typed else speller.corrected(token.word)
        is_swapped = any(map(speller.has_same_letters, may_be, repeat(token.word)))
        if begun and (not may_be or (any(map(self.means, begun)) and not is_swapped)):
            return [(token, begun | own)], ""
        if not as_typed and not own and (both := speller.in_two(token.word)):
            return [(Token(word, stem(word)), {stem(word): 1.0}) for word in both], ""
        fixes = {} if token.word in EMPTY or is_light(token.word) else may_be
        if fixes:
            best = min(fixes, key=lambda word: (-fixes[word], word))
            stems = {speller.words[word]: share for word, share in sorted(fixes.items(), key=lambda pair: pair[1])}
            return [(Token(token.word, speller.words[best]), own | stems)], best
        return ([(token, own)], "") if own else ([], "")

    def _more_usual(self, token: Token) -> str:
        """For a word of one page alone, one of many pages that differs by a slip: complaint, for compliant."""
        if token.stem in self.synonyms.stems or len(self.postings.stems[token.stem]) != 1:
            return ""
        may_be = self.speller.corrected(token.word)
        is_english = stands(token.word)  # stalking is not starting, but who types compliant may mean complaint
        fixes = {
            word: share
            for word, share in may_be.items()
            if not is_english or self.speller.has_same_letters(word, token.word)
        }
        usual = [word for word in fixes if len(self.postings.stems[self.speller.words[word]]) >= MANY]
        return min(usual, key=lambda word: (-fixes[word], word), default="")

    def _in_phrases(self, query: list[Token]) -> set[Token]:
        """The words that stand side by side in a title or in search words too, with more than small words there."""
        found: set[Token] = set()
        for one, two in pairwise(query):
            if (one.stem, two.stem) in self.postings.pairs:
                found |= {one, two}
        return found

    def _parts(
        self,
        spans: list[tuple[list[Token], list[Meaning]]],
        known: set[Token],
        meant: dict[Token, dict[str, float]],
    ) -> list[Asked]:
        query = [token for span, _meanings in spans for token in span]
        telling_tokens = known | set(telling(query))
        spans = [(span, meanings) for span, meanings in spans if telling_tokens.intersection(span)]
        spans = list({tuple(token.stem for token in span): (span, meanings) for span, meanings in spans}.values())
        kinds = [self._weight(span, meanings) for span, meanings in spans]
        most = max(kinds, default=1)
        parts = []
        for (span, meanings), weight in zip(spans, kinds, strict=True):
            ways = self._ways(span, meanings, meant)
            if ways:
                parts.append(Asked(ways, weight / most, weight == 1))
        return parts

    def _weight(self, span: list[Token], meanings: list[Meaning]) -> float:
        words = {token.word for token in telling(span)}
        counts = all(word.isdigit() or word in COUNTS for word in words)
        if counts and not meanings and self.numbers.isdisjoint(words):
            return A_COUNT
        if PEOPLE.issuperset(words):
            return STORY
        return AN_ASIDE if all(map(is_light, words)) and not (len(span) > 1 and meanings) else 1

    def _ways(self, span: list[Token], meanings: list[Meaning], meant: dict[Token, dict[str, float]]) -> list[Way]:
        words = [meant[token] for token in telling(span) if meant[token]]
        ways = [Way(words, 1 if len(span) == 1 else 0.7)] if words else []
        surely = 1 if len(span) == 1 else 1.3
        ways += [Way([{word: 1} for word in phrase], share * surely, phrase) for phrase, share in meanings]
        if len(span) == 1 and words:
            for stem_meant, share in words[0].items():
                ways += [
                    Way([{part: 1} for part in meaning.phrase], share * meaning.share, meaning.phrase)
                    for meaning in self.synonyms.of((stem_meant,))
                    if stem_meant != span[0].stem
                ]
        return ways

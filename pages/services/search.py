"""Ranks pages for what a reader typed: the same order on every database.

The offer is a few hundred pages at most, so its words fit in memory, worked out once for each version of the content.
Wagtail's own backend ranks differently on SQLite and on PostgreSQL, and corrects slips on PostgreSQL alone.
"""

import math
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

import snowballstemmer
from rapidfuzz import fuzz, process
from wagtail.models import Page
from wagtail.search import index

from pages.models import ContentVersion
from pages.vocabulary import Topic

LONGEST_QUERY = 200
MOST_RESULTS = 30
PREFIX, SLIP = 0.6, 0.5
WORD = re.compile(r"[a-z0-9]+")
# Words that say nothing about what is looked for.
EMPTY = frozenset(
    """
    a about am an and any are as at be been but by can do does for from get go had has have he her
    him his how i if im in is it its me my of on or our out she so some that the their them they
    this to us was we what when where which who will with would you your
    """.split()
)
_stemmer = snowballstemmer.stemmer("english")


class Token(NamedTuple):
    """One word of a text: as it was typed, and its stem."""

    word: str
    stem: str


def clean(query: str) -> str:
    """What was typed, as one line without control characters, cut at a sensible length."""
    printable = "".join(char if char.isprintable() else " " for char in query[: LONGEST_QUERY * 4])
    return " ".join(printable.split())[:LONGEST_QUERY]


@cache
def _stem(word: str) -> str:
    return _stemmer.stemWord(word)


def tokens(text: str) -> list[Token]:
    """The words of a text in lower case, without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "").replace("'", ""))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return [Token(word, _stem(word)) for word in WORD.findall(plain)]


def telling(found: list[Token]) -> list[Token]:
    """The tokens that say what is looked for; all of them if none does."""
    return [token for token in found if token.word not in EMPTY] or found


class Entry(NamedTuple):
    """One page as the search sees it: the weight of each stem in it, and its phrases."""

    pk: int
    path: str
    weights: dict[str, float]
    phrases: frozenset[str]
    is_topic: bool


class SearchIndex:
    """The words of all pages that readers can open."""

    def __init__(self, pages):
        self.entries = [_entry(page) for page in pages]
        self.words: dict[str, str] = {}
        self.holders = defaultdict(set)
        for page, entry in zip(pages, self.entries, strict=True):
            for token in tokens(" ".join(text for text, _weight in _texts(page))):
                self.words[token.word] = token.stem
                self.holders[token.stem].add(entry.pk)

    def rank(self, query: str) -> list[int]:
        """Primary keys of the pages that fit, best first."""
        wanted = telling(tokens(query))
        if not wanted:
            return []
        matches = [self._stems_for(token) for token in wanted]
        phrase = _phrase(query)
        scored = []
        for entry in self.entries:
            parts = [self._part(entry, stems) for stems in matches]
            hits = sum(part > 0 for part in parts)
            if not hits:
                continue
            score = sum(parts) * (hits / len(parts)) ** 2
            if phrase in entry.phrases:
                score += 60
            if entry.is_topic:
                score *= 1.15
            scored.append((-score, entry.path, entry.pk))
        scored.sort()
        best = -scored[0][0] if scored else 0
        return [pk for score, _path, pk in scored[:MOST_RESULTS] if -score >= best * 0.08]

    def _part(self, entry: Entry, stems: dict[str, float]) -> float:
        return max(
            (share * entry.weights.get(stem, 0) * self._rarity(stem) for stem, share in stems.items()), default=0
        )

    def _rarity(self, stem: str) -> float:
        return math.log(1 + len(self.entries) / (1 + len(self.holders[stem])))

    def _stems_for(self, token: Token) -> dict[str, float]:
        """The stems one typed word may mean, each with how surely: itself, its beginnings, its likely slips."""
        stems = {token.stem: 1.0} if token.stem in self.holders else {}
        if len(token.word) >= 2:
            for word, stem in self.words.items():
                if word.startswith(token.word):
                    stems.setdefault(stem, PREFIX)
        if not stems and len(token.word) >= 4:
            near = process.extract(token.word, self.words.keys(), scorer=fuzz.ratio, score_cutoff=74, limit=4)
            stems = {self.words[word]: SLIP * score / 100 for word, score, _at in near}
        return stems


def search(query: str) -> list[Page]:
    """The pages that answer a query, best first: base pages, which hold title, summary and address."""
    query = clean(query)
    keys = index_at(ContentVersion.current()).rank(query) if query else []
    found = Page.objects.live().public().in_bulk(keys)
    return [found[key] for key in keys if key in found]


@lru_cache(maxsize=2)
def index_at(version) -> SearchIndex:
    """The index of one version of the content."""
    return SearchIndex(list(Page.objects.live().public().filter(depth__gt=1).order_by("path").specific()))


def _phrase(text: str) -> str:
    return " ".join(token.stem for token in tokens(text))


def _entry(page) -> Entry:
    weights = defaultdict(float)
    for text, weight in _texts(page):
        for stem, count in Counter(token.stem for token in tokens(text)).items():
            weights[stem] += weight * (1 + math.log(count))
    names = [page.title, *getattr(page, "search_words", "").split(",")]
    phrases = frozenset(filter(None, map(_phrase, names)))
    return Entry(page.pk, page.path, dict(weights), phrases, page.slug in Topic.values)


def _texts(page):
    """Pairs of text and weight, from the search fields that the page's own class names."""
    for field in type(page).get_searchable_search_fields():
        if type(field) is index.SearchField:
            value = field.get_value(page)
            text = value if isinstance(value, str) else " ".join(map(str, value or []))
            yield re.sub(r"<[^>]+>", " ", text), field.boost or 1.0

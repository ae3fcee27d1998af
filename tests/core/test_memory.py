"""Nothing that visitors type makes the site's memory grow without end."""

import functools
import gc
import itertools
import sys

import pytest

from pages.content.short_code import ShortCode
from pages.search.text import WORDS_KNOWN, stem
from tests import factories

WORDS_A_SEARCH, SEARCHES, ADDRESSES = 20, 60, 300
# What has no limit: how many there can be is up to the code or the machine, never to who asks.
BY_THE_CODE = {
    "pages.core.bank_holidays",
    "pages.core.common_words",
    "pages.offer_files.editor_rules",
    "pages.offer_files.names",
    "pages.offer_files.shape",
    "pages.paper.booklet.offer",
    "pages.plain_words.passages",
    "pages.set_up.every_council",
    "pages.site.fit.database",
    "pages.site.tags",
}
MOST = 150  # that anything may grow by: the words and addresses below are more


@pytest.fixture(autouse=True)
def all_is_looked_at():
    """What was set aside before the first test may grow as well."""
    gc.unfreeze()
    yield
    gc.freeze()


def without_limit():
    """Functions of ours that remember every answer."""
    modules = [module for name, module in sys.modules.items() if name.split(".")[0] in {"pages", "kinship_offer"}]
    functions = {value for module in modules for value in vars(module).values() if hasattr(value, "cache_info")}
    return {function for function in functions if function.cache_parameters()["maxsize"] is None}


def sizes():
    """How much each thing holds that remembers anything, whoever made it."""
    gc.collect()
    held = {}
    for thing in _everything():
        kind = type(thing)  # isinstance would wake what is lazy
        if kind is functools._lru_cache_wrapper:
            if thing.cache_parameters()["maxsize"] is None:
                held[id(thing)] = thing.cache_info().currsize, repr(thing)
        elif issubclass(kind, dict | set) and len(thing) > MOST:
            held[id(thing)] = len(thing), repr(list(itertools.islice(thing, 3)))
    return held


def _everything():
    """Python does not list what holds only words and numbers, but whoever has it does."""
    listed = gc.get_objects()
    yield from listed
    for thing in listed:
        if type(thing) is functools._lru_cache_wrapper:
            continue  # its own limit is looked at
        yield from (each for each in gc.get_referents(thing) if type(each) in {dict, set} and not gc.is_tracked(each))


HELD: dict[int, None] = {}


def grown(before, after):
    return [what for key, (size, what) in after.items() if size > before.get(key, (0, ""))[0] + MOST]


def test_what_remembers_everything_is_asked_only_by_the_code():
    assert {function.__module__ for function in without_limit()} <= BY_THE_CODE


def test_words_are_forgotten_again():
    for number in range(WORDS_KNOWN + 5_000):
        stem(f"word{number}")

    assert stem.cache_info().currsize == WORDS_KNOWN


@pytest.fixture
def visit(client, section):
    """Searches and asks for addresses that nobody ever typed before."""
    guide = factories.make_guide(section, title="Beds and basics")
    page = ShortCode.objects.get(page=guide).code
    number = itertools.count()
    places = [
        "/search/?q={}",
        "/find/?child={}",
        f"/my-list/?i={page}&i={{}}",
        "/k/{}",
        "/brand-{}.css",
        "/nowhere-{}/",
    ]

    def words():
        return "+".join(f"zq{next(number)}x" for _ in range(WORDS_A_SEARCH))

    def run(searches, addresses):
        for _ in range(searches):
            client.get(f"/search/?q={words()}")
        for place in itertools.islice(itertools.cycle(places), addresses):
            headers = {"X-Forwarded-For": f"203.0.113.{next(number)}", "User-Agent": f"Browser {next(number)}"}
            client.get(place.format(next(number)), headers=headers | {"Accept-Language": f"x{next(number)}"})

    return run


def test_twelve_hundred_words_and_three_hundred_addresses_leave_nothing_behind(visit):
    stem.cache_clear()
    visit(3, 12)
    before = sizes()

    visit(SEARCHES, ADDRESSES)

    assert grown(before, sizes()) == []


def test_something_that_grows_would_be_found(visit):
    before = sizes()
    HELD.update(dict.fromkeys(range(MOST * 3)))

    assert len(grown(before, sizes())) == 1
    HELD.clear()

"""The common words of English without those that are names, from the list of Debian's package `wbritish`.

A word that also stands capitalised in the list (Baker, Khan, Mark) may be somebody's name. Where the package is missing
no word is held, so that nothing more is kept than the offer's own words.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

LIST = Path("/usr/share/dict/british-english")


def is_installed() -> bool:
    return LIST.is_file()


def holds(word: str) -> bool:
    """True for a word in lower case that is in the list and is no name."""
    _words, names = _list()
    return stands(word) and not any(_is_in(names, form) for form in (word, word.removesuffix("s")))


def stands(word: str) -> bool:
    """True for a word in lower case that is in the list, though somebody may have it as a name."""
    words, _names = _list()
    return _is_in(words, word)


def _is_in(words: dict[str, str], word: str) -> bool:
    return f"\n{word}\n" in words.get(word[:2], "")


@cache
def _list() -> tuple[dict[str, str], dict[str, str]]:
    """The words in lower case and those with a capital, in texts by their first letters: a tenth of a set's memory."""
    try:
        lines = LIST.read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        return {}, {}
    words = {line.removesuffix("'s") for line in lines}
    return (
        _by_first_letters(word for word in words if word == word.lower()),
        _by_first_letters(word.lower() for word in words if word != word.lower()),
    )


def _by_first_letters(words: Iterable[str]) -> dict[str, str]:
    """One text would be read from its beginning for every word that is looked for."""
    beginning: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        beginning[word[:2]].add(word)
    return {letters: "\n".join(["", *sorted(those), ""]) for letters, those in beginning.items()}

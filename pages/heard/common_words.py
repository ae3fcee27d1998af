"""The common words of English without those that are names, from the list of Debian's package `wbritish`.

A word that also stands capitalised in the list (Baker, Khan, Mark) may be somebody's name. Where the package is missing
no word is held, so that nothing more is kept than the offer's own words.
"""

from functools import cache
from pathlib import Path

LIST = Path("/usr/share/dict/british-english")


def is_installed() -> bool:
    return LIST.is_file()


def holds(word: str) -> bool:
    """True for a word in lower case that is in the list and is no name."""
    words, names = _list()
    return f"\n{word}\n" in words and not any(f"\n{form}\n" in names for form in (word, word.removesuffix("s")))


@cache
def _list() -> tuple[str, str]:
    """The words in lower case and those with a capital, each as one text: a tenth of the memory of a set."""
    try:
        lines = LIST.read_text(encoding="utf-8").split()
    except (OSError, UnicodeDecodeError):
        return "", ""
    words = {line.removesuffix("'s") for line in lines}
    small = sorted(word for word in words if word == word.lower())
    names = sorted({word.lower() for word in words if word != word.lower()})
    return "\n".join(["", *small, ""]), "\n".join(["", *names, ""])

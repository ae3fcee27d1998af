"""What stands in the cells of a table that somebody opens in a spreadsheet program."""

import re

UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain_words(words: str) -> str:
    """Words that it would take for a formula are made words again; what no such file can hold is left out."""
    words = UNSHOWABLE.sub("", words)
    return f"'{words}" if words.startswith(FORMULA) else words

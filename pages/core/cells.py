"""What stands in the cells of a table that somebody opens in a spreadsheet program."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plain_words(words: str) -> str:
    """Words that such a program would take for a formula are made words again."""
    return f"'{words}" if words.startswith(FORMULA) else words

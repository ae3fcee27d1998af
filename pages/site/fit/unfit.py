class UnfitError(Exception):
    """Something the site needs can't be used. Its words are for whoever runs it: what is wrong, and what to do."""


def in_a_line(error: Exception) -> str:
    """What a database, a disk or a mail server said itself; only the first line, for the rest may quote more."""
    return str(error).strip().split("\n")[0] or type(error).__name__

class BackupError(Exception):
    """Why there is no backup, or why one can't be put back, in words for whoever typed the command.

    Some of them may come out of a file that somebody else has made: no sign of theirs commands the terminal.
    """

    def __init__(self, words: str) -> None:
        super().__init__("".join(sign if sign.isprintable() else "�" for sign in words))

from enum import Enum

# What no national text can say for a council, besides what stands under “here”.
OF_THE_COUNCIL = {"here", "you_said", "news", "check_is_example"}


class Part(Enum):
    """Which part of a page is meant: all of it, its national text, or what the council says holds here."""

    WHOLE = "whole"
    NATIONAL = "national"
    HERE = "here"

    def has(self, name: str) -> bool:
        """True when the field or relation of this name belongs to it."""
        is_here = name in OF_THE_COUNCIL or name.startswith("here_")
        return self is Part.WHOLE or is_here == (self is Part.HERE)

"""Knows a person by what somebody typed of them: a name, a number or an address, however it is written."""

import html
import ipaddress
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from typing import Any

from pages.core.typed import bare

SHORTEST = 3  # letters: fewer would find half of everybody
FEWEST_DIGITS = 6
NUMBER = re.compile(r"(tel:)?[\d\s()+./-]+")
ADDRESS = re.compile(r"[^\s<>:]+@[^\s<>]+")
BETWEEN_DIGITS = r"[\s()./-]*"
HOME = rf"(?:(?:\+|00)?44{BETWEEN_DIGITS}0?|0)"  # what a number within the country begins with


class TooShortError(ValueError):
    """So little was typed that others would be found too."""


class Wanted:
    """Whom one looks for. A number or an address is known in the midst of other words, a name as a whole."""

    def __init__(self, typed: str):
        self.typed = " ".join(typed.split())
        self.words = bare(self.typed)
        if address := ADDRESS.search(self.words):
            self.words = address[0]
        if len(self.words) < SHORTEST:
            raise TooShortError

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        if self._is_number:
            digits = re.sub(r"\D", "", self.words)
            at_home = re.sub(r"^(?:(?:00)?440?|0)", "", digits)
            begins = HOME + BETWEEN_DIGITS if at_home != digits else ""
            return re.compile(rf"(?<!\d){begins}{BETWEEN_DIGITS.join(at_home)}(?!\d)")
        words = r"\s+".join(map(re.escape, self.words.split()))
        end = r"(?!\w|[.-]\w)" if self._is_address else r"(?!\w)"
        begin = r"(?<![\w.+-])" if self._is_address else r"(?<!\w)"
        return re.compile(begin + words + end)

    def is_whole(self, value: Any) -> bool:
        """Whether a field that says whose a row is says that it is theirs."""
        words = bare(" ".join(str(value or "").split()))
        if self._is_number or self._is_address:
            return bool(self.pattern.search(words))
        return bool(self.pattern.fullmatch(words))

    def is_in(self, value: Any) -> bool:
        """Whether words, or whatever is kept of them, speak of the person."""
        return any(self.pattern.search(bare(words)) for words in words_in(value))

    def around(self, value: Any, letters: int = 200) -> str:
        """The place where they are spoken of: a long text is mostly about others."""
        for words in words_in(value):
            if found := self.pattern.search(bare(words)):
                # A letter may fold to several, or to none: this says which of them each place came from.
                places = [place for place, letter in enumerate(words) for _part in bare(letter)]
                begin, end = max(0, places[found.start()] - letters), places[found.end() - 1] + 1 + letters
                return f"{'… ' if begin else ''}{words[begin:end]}{' …' if end < len(words) else ''}"
        return ""

    @property
    def _is_address(self) -> bool:
        return bool(ADDRESS.fullmatch(self.words))

    @property
    def _is_number(self) -> bool:
        """A telephone number; one in the shape of a network address is that."""
        with suppress(ValueError):
            ipaddress.ip_address(self.words)
            return False
        return bool(NUMBER.fullmatch(self.words)) and sum(letter.isdigit() for letter in self.words) >= FEWEST_DIGITS


def words_in(value: Any) -> Iterator[str]:
    """Every text in a value: as it was typed, though it is kept in JSON, in JSON within JSON, or in HTML."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from words_in(part)
    elif isinstance(value, str) and value.startswith(("[", "{")):
        with suppress(ValueError):
            yield from words_in(json.loads(value))
            return
        yield html.unescape(value)
    elif value is not None:
        yield html.unescape(str(value))

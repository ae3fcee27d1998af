"""What the council has laid down about words: its names, plainer words, glossary and policies."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from pages.content.explain import Explainer
from pages.content.policy import Policy
from pages.core.content_version import ContentVersion
from pages.core.inline import finished
from pages.core.remembered import remembered
from pages.council.council import current_council
from pages.plain_words.names import known_names
from pages.plain_words.plain_phrase import PlainPhrase


class Plainer(NamedTuple):
    instead: str
    why: str


class NamedPolicy(NamedTuple):
    """An entry of the register: the names that pages may use for it, and where readers find it."""

    pk: int
    names: list[str]
    link: str


class House(NamedTuple):
    """Everything the checks must know of the council's registers."""

    names: re.Pattern | None
    phrases: re.Pattern | None
    plainer: dict[str, Plainer]
    explainer: Explainer
    policies: list[NamedPolicy]

    def without_names(self, text: str) -> str:
        """`text`, each name of an order or organisation standing as one short word; as long as before."""
        return _without(self.names, text)


def house() -> House:
    """The registers as they are now; read once for each version of the content."""
    return _house_at(ContentVersion.current())


@remembered
def _house_at(version: object) -> House:
    plainer = {
        as_key(finished(form)): Plainer(phrase.instead, phrase.why)
        for phrase in PlainPhrase.objects.all()
        for form in phrase.forms
    }
    return House(
        names=any_of(known_names(), ending="(?:s|es)?"),
        phrases=any_of(plainer),
        plainer=plainer,
        explainer=current_council().explainer,
        policies=[_named(policy) for policy in Policy.objects.select_related("document")],
    )


def as_key(words: str) -> str:
    """Words as they are compared: in small letters, with one kind of apostrophe and single spaces."""
    return " ".join(words.lower().replace("’", "'").split())


def any_of(words: Iterable[str], ending: str = "") -> re.Pattern | None:
    """Finds any of the words as whole words, the longest first, with either kind of apostrophe and any spaces."""
    alternatives = sorted({word for word in words if word.strip()}, key=len, reverse=True)
    if not alternatives:
        return None
    pattern = "|".join(_loosely(word) for word in alternatives)
    return re.compile(rf"(?<![\w-])(?:{pattern}){ending}(?![\w-])", re.IGNORECASE)


def _loosely(words: str) -> str:
    return r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words.split())


@lru_cache(maxsize=4000)
def _without(names: re.Pattern | None, text: str) -> str:
    return names.sub(lambda match: "it".ljust(len(match[0]), "\0"), text) if names else text


def _named(policy: Policy) -> NamedPolicy:
    """A policy by all its names, and by the start of its title up to a comma or colon, if that says which."""
    short = re.split(r"[:,]", finished(policy.title))[0].strip()
    names = [*map(finished, policy.spellings), *([short] if len(short.split()) >= 3 else [])]
    return NamedPolicy(policy.pk, names, policy.link)

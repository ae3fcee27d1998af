"""Policies as the live pages name them: those that the register does not know, and those that nobody tied to a page."""

import re
from collections import defaultdict
from typing import NamedTuple

from wagtail.models import Page

from pages.content.policy import Policy
from pages.core.base_page import BasePage
from pages.core.content_version import ContentVersion
from pages.core.inline import finished
from pages.core.remembered import remembered
from pages.core.ties import HerePolicy, PagePolicy
from pages.plain_words.names import known_names
from pages.plain_words.passages import passages

# What the last word of a policy's name is. Court orders and a child's own plan are none.
KINDS = frozenset(
    "Act Agreement Charter Code Framework Guidance Guidelines Pledge Policy Procedure Protocol Regulations Rules "
    "Scheme Standards Strategy".split()
)
INSIDE = frozenset("of for and on to with".split())
# Words that begin a sentence, not a name.
BEFORE = frozenset(
    "A An Ask Check Find Follow Her His In Its Look My Our Read See The Their This Under Use Your".split()
)
PART = re.compile(r"[\w’'-]+|[^\w\s]|\n")
YEAR = re.compile(r"(?:19|20)\d\d")


class Named(NamedTuple):
    """A page that names a policy; `policy` is the entry of the register, if there is one."""

    words: str
    page: Page
    policy: Policy | None


def named_without_entry() -> list[Named]:
    """Names in live pages that look like policies, and that no entry of the register is called by."""
    return _named_at(ContentVersion.current())[0]


def named_without_tie() -> list[Named]:
    """Policies of the register that a live page names, without having them among its policies."""
    return _named_at(ContentVersion.current())[1]


@remembered
def _named_at(version: object) -> tuple[list[Named], list[Named]]:
    register = list(Policy.objects.select_related("document"))
    ties = defaultdict(set)
    for tie in (PagePolicy, HerePolicy):
        for page, policy in tie.objects.values_list("page", "policy"):
            ties[page].add(policy)
    others = {name.casefold() for name in known_names()} - {finished(policy.title).casefold() for policy in register}
    unknown, untied = [], []
    for page in Page.objects.live().public().filter(depth__gt=1).order_by("path").specific():
        if not isinstance(page, BasePage):
            continue
        text = "\n".join(line.text for passage in passages(page) for line in passage.lines)
        links = {link.href for passage in passages(page) for link in passage.links}
        unknown += [Named(words, page, None) for words in _looks_like_policies(text, register, others)]
        for policy in register:
            words = next((name for name in map(finished, policy.spellings) if _stands_in(name, text)), "")
            if words and policy.pk not in ties[page.pk] and policy.link not in links:
                untied.append(Named(words, page, policy))
    return unknown, untied


def _looks_like_policies(text: str, register: list[Policy], others: set[str]) -> list[str]:
    spellings = [spelling.casefold() for policy in register for spelling in map(finished, policy.spellings)]
    return [words for words in names_in(text) if not _is_known(words.casefold(), spellings, others)]


def names_in(text: str) -> list[str]:
    """What is written like the name of a policy: words with capitals that end in Policy, Act or the like."""
    parts = PART.findall(text)
    names = []
    for at, part in enumerate(parts):
        if part in KINDS:
            name = _name_before(parts[:at])
            year = [parts[at + 1]] if at + 1 < len(parts) and YEAR.fullmatch(parts[at + 1]) else []
            if name:
                names.append(" ".join([*name, part, *year]))
    return list(dict.fromkeys(names))


def _name_before(parts: list[str]) -> list[str]:
    """The words with capitals at the end of `parts`, with the small words between them."""
    name: list[str] = []
    for part in reversed(parts):
        if part in KINDS or not (part[0].isupper() or (name and part in INSIDE)):
            break
        name.insert(0, part)
    while name and (name[0] in INSIDE or name[0] in BEFORE):
        name.pop(0)
    return name


def _is_known(words: str, spellings: list[str], others: set[str]) -> bool:
    """True when an entry is called so, at more or less length, or it is the name of something else."""
    return any(words in spelling or spelling in words for spelling in spellings) or words in others


def _stands_in(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None

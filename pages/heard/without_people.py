"""What readers wrote, with nothing in it of who wrote or whom it is about: the one way for all that is kept of them."""

import re

from pages.content.glossary_term import GlossaryTerm
from pages.core.cells import UNSHOWABLE
from pages.council.council import current_council
from pages.heard.scrub import GONE
from pages.heard.scrub_people import scrub_people

SEVERAL = re.compile(rf"{re.escape(GONE)}(?:[^\S\n]*{re.escape(GONE)})+")  # as of one number in parts


def without_people(text: str) -> str:
    """The text, line by line, without empty lines and without whoever is named in it."""
    text = scrub_people(UNSHOWABLE.sub("", text), _known_words())
    lines = (" ".join(line.split()) for line in SEVERAL.sub(GONE, text).splitlines())
    return "\n".join(line for line in lines if line)


def _known_words() -> list[str]:
    """What has a capital here and is nobody's name: the council, its place, and the terms of the glossary."""
    council = current_council()
    names = [council.council_name, council.short_name, council.area]
    return [*names, *GlossaryTerm.objects.values_list("term", flat=True)]

"""A dated sentence in our small Markdown: `[The words.](until:2028-03-31 "GOV.UK https://www.gov.uk/…")`.

The source may have no address. Words that are an example too say so with the day: `until:2028-03-31,example`.
"""

import re

from django.core.exceptions import ValidationError

from pages.dated_facts.sentences import RightUntil, right_until
from pages.offer_files.item import WrongError

UNTIL, EXAMPLE = "until:", ",example"
SHAPE = '[The sentence.](until:2028-03-31 "GOV.UK https://www.gov.uk/…")'
BEGUN = re.compile(r"(?<!\\)(?:\\\\)*\]\(\s*<?until:")
SOURCE = re.compile(r"(?P<source>.*?)(?:(?:^|\s+)(?P<url>[a-z][a-z0-9+.-]*:\S+))?", re.IGNORECASE | re.DOTALL)


def read_right_until(target: str, title: str, line: int) -> tuple[RightUntil, bool]:
    """How long the sentence is right, and whether it is an example, from where a link has its address and its title."""
    typed = SOURCE.fullmatch(title.strip())
    source, url = (typed["source"], typed["url"] or "") if typed else ("", "")
    day = target.removeprefix(UNTIL)
    try:
        return right_until(day.removesuffix(EXAMPLE), source, url), day.endswith(EXAMPLE)
    except ValidationError as error:
        raise WrongError(f"{' '.join(error.messages)} A dated sentence is written {SHAPE}", below=line) from None


def refuse_broken(text: str, read: int, line: int) -> None:
    """Refuses what begins as the date of a sentence and was not understood; `read` is how many were."""
    begun = list(BEGUN.finditer(text))
    if len(begun) > read:
        line += text.count("\n", 0, begun[0].start())
        raise WrongError(f"a dated sentence is written {SHAPE}, without a link in it", below=line)


def write_right_until(right: RightUntil, example: bool) -> str:
    """What follows the words."""
    source = re.sub(r'[\\"\[\]]|&(?=#|[A-Za-z0-9]+;)', r"\\\g<0>", f"{right.source} {right.url}".strip())
    return f'({UNTIL}{right.until.isoformat()}{EXAMPLE if example else ""} "{source}")'

"""The passive: a sentence that hides who does it.

Only what is surely passive, an act, and the main thing the sentence says is found. “Ring us if the claim is refused”
needs no change, and neither do headings and questions.
"""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .finding import Code, Finding
from .page_text import PageText
from .sentences import sentences

IRREGULAR = """
    begun bought caught chosen dealt drawn driven fed forgotten found given held hidden kept laid led lent made met
    overseen paid rung seen sent shown sold spent spoken taken taught thrown told understood undertaken withdrawn won
    written
""".split()
# Words that look like acts and say how somebody or something is.
STATES = """
    adopted advanced aged allowed ashamed based bereaved bored bullied called closed committed complicated concerned
    confused connected crowded dedicated delighted detailed disabled divorced employed engaged excited expected
    experienced finished fixed fostered frightened inclined interested involved limited located looked loved married
    mixed named needed overcrowded pleased prepared qualified related relaxed retired scared separated settled shared
    shocked skilled specialised stressed supposed surprised talented tired touched trained troubled unemployed
    unexpected unused used worried
""".split()
BE = r"(?:(?<!to )be|is|are|was|were|been|being|isn[’']t|aren[’']t|wasn[’']t|weren[’']t)"
BETWEEN = r"(?:\s+(?:not|never|always|often|usually|normally|also|only|then|now|still|just|all|both|[a-z]+ly))*"
DONE = rf"(?:(?!(?:{'|'.join(STATES)})\b)(?:[a-z]{{2,}}ed|{'|'.join(IRREGULAR)}))"
PASSIVE = re.compile(rf"\b{BE}{BETWEEN}\s+{DONE}\b", re.IGNORECASE)
CLAUSE = re.compile(r"[,;:–—(]")
SIDE = re.compile(
    r"\b(?:if|when|whenever|how|however|what|which|who|whose|whether|that|because|since|unless|until|till|before|after|once"
    r"|while|where|as|so|even)\b",
    re.IGNORECASE,
)


def check(page: PageText) -> Iterator[Finding]:
    for passage, line in page.lines():
        plain = "" if line.is_heading else page.house.without_names(line.text)
        for start, end in sentences(plain):
            if match := _main_passive(plain, start, end):
                quote = line.text[match.start() : match.end()]
                yield Finding(
                    Code.PASSIVE,
                    _("“%(words)s” hides who does it.") % {"words": quote},
                    _("Say who does what: “we decide”, not “a decision is made”."),
                    passage.where,
                    line.text[start:end].strip(),
                )


def _main_passive(text: str, start: int, end: int) -> re.Match | None:
    """The first passive in the sentence that is no side remark. Questions have none."""
    if "?" in text[start:end]:
        return None
    matches = PASSIVE.finditer(text, start, end)
    return next((match for match in matches if not _in_side_clause(text[start : match.start()])), None)


def _in_side_clause(before: str) -> bool:
    """True when the words before the passive open a clause that only says when, why or which."""
    return bool(SIDE.search(CLAUSE.split(before)[-1]))

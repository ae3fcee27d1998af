"""Words that offices write, each with the plainer ones that officers laid down for it."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .finding import Code, Finding
from .house import as_key
from .page_text import PageText


def check(page: PageText) -> Iterator[Finding]:
    if page.house.phrases is None:
        return
    for passage, line in page.lines():
        plain = page.house.without_names(line.text)
        for match in page.house.phrases.finditer(plain):
            plainer = page.house.plainer.get(as_key(match[0]))
            if plainer is None or _is_name(plain, match):
                continue
            advice = _("Plainer: %(words)s.") % {"words": plainer.instead.rstrip(".")}
            yield Finding(
                Code.PHRASE,
                _("“%(words)s” is office language.") % {"words": match[0]},
                f"{advice} {plainer.why}".strip(),
                passage.where,
                match[0],
            )


def _is_name(text: str, match: re.Match) -> bool:
    """Discretionary Housing Payment is what it is called; a sentence may begin with a capital too."""
    begins_sentence = not text[: match.start()].strip(" “‘\"'(") or text[: match.start()].rstrip()[-1:] in ".!?:"
    before_a_capital = text[match.end() :].lstrip()[:1].isupper()
    return match[0][:1].isupper() and (before_a_capital or not begins_sentence)

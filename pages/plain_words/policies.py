"""Policies of the register that a page names without a way to read them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .finding import Code, Finding
from .house import any_of
from .page_text import PageText


def check(page: PageText) -> Iterator[Finding]:
    linked = {link.href for passage in page.passages for link in passage.links}
    for policy in page.house.policies:
        if policy.pk in page.tied_policies or policy.link in linked:
            continue
        names = any_of(policy.names)
        for passage, line in page.lines():
            if names and (match := names.search(line.text)):
                yield Finding(
                    Code.POLICY,
                    _("“%(policy)s” is named, but readers cannot open it.") % {"policy": match[0]},
                    _("Add it under “Policies it names”, or link it here."),
                    passage.where,
                    match[0],
                )
                break

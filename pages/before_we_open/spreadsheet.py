"""The list as a table for the delivery group: a row for each thing."""

import csv
import datetime
import io

from django.conf import settings
from django.utils.translation import gettext as _

from pages.core.cells import plain_words
from pages.core.inline import finished

from .loose_end import LooseEnd


def spreadsheet(ends: list[LooseEnd], day: datetime.date) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(
        [_("Blocks opening"), _("Section"), _("Page or entry"), _("What"), _("Question"), _("Field"), _("It says now"),
         _("Owner"), _("Since"), _("Link")]
    )  # fmt: skip
    for end in ends:
        owner = end.owner.name if end.owner else _("Nobody")
        cells = [_("Yes") if end.blocks else _("No"), end.group, end.entry, str(end.kind.label), end.asks, end.where]
        cells += [end.context, owner, (end.since or day).isoformat(), settings.SITE_URL + end.url]
        writer.writerow(plain_words(finished(cell)) for cell in cells)
    return out.getvalue()

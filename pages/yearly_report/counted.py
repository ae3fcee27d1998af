import datetime

from django.utils.translation import gettext as _

from .part import Part, Table
from .year import CouncilYear


def part(year: CouncilYear, day: datetime.date) -> Part:
    """Where each number of the report was counted, and what it can't see."""
    rows = [
        [
            _("Pages read"),
            _("By this site, when it answers"),
            _(
                "What a cache in front of the site or a reader’s own browser shows again is not counted. Nor are"
                " officers who are signed in, and programs that give their name."
            ),
        ],
        [
            _("Leaflets and packs"),
            _("By this site, when a file is fetched"),
            _("How many copies were printed of it, or taken at a library or a surgery."),
        ],
        [
            _("Requests to be rung"),
            _("By this site, when the form is sent and when an officer closes it"),
            _("Everybody who rang without asking first, and families who were met in person."),
        ],
        [
            _("Groups held"),
            _("By each group’s timetable, and what was called off"),
            _("How many came. It is not written down here."),
        ],
        [
            _("What readers looked for"),
            _("By this site, when a search finds nothing"),
            _("Searches that found something, though not the right thing."),
        ],
        [
            _("What readers told us"),
            _("By this site’s forms"),
            _("What was said on the phone or at a group, unless an officer typed it in."),
        ],
    ]
    return Part(
        "counted",
        _("How this was counted"),
        _("Nothing is counted about a person: there are no cookies, addresses or names behind these numbers."),
        tables=[Table(_("Where, and what is not seen"), [_("What"), _("Where it is counted"), _("Not seen")], rows)],
    )

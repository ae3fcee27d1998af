import datetime

from django.utils.translation import gettext as _

from pages.ring_back import totals as callback_totals
from pages.ring_back.totals import Totals

from .part import Chart, Figure, Part, Series, by_month
from .year import CouncilYear, month_of


def part(year: CouncilYear, day: datetime.date) -> Part:
    """How many asked to be rung, and how soon they were."""
    title = _("Requests to be rung")
    asked: dict[datetime.date, int] = {}
    answered: dict[datetime.date, int] = {}
    whole = Totals()
    for when, totals in callback_totals.by_day(*year.days).items():
        month = month_of(when)
        asked[month] = asked.get(month, 0) + totals.asked
        answered[month] = answered.get(month, 0) + totals.answered
        whole.add(totals)
    if not whole.asked:
        return Part("callbacks", title, nothing=_("Nobody asked to be rung in this year."))
    hours = (
        [Figure(round(whole.hours, 1), _("hours from asking to an answer, on average"))]
        if whole.hours is not None
        else []
    )
    kinds = {
        _("wanted a text, an e-mail, Relay UK or BSL"): whole.in_other_ways,
        _("wanted an interpreter"): whole.with_interpreter,
        _("were children or young people"): whole.by_young_people,
    }
    speed = Chart(
        _("How soon they were answered"),
        _("Within"),
        [_("1 working day"), _("2 or 3 working days"), _("Longer"), _("No answer")],
        [
            Series(
                _("Requests"),
                [whole.within_one_day, whole.within_three_days, whole.later, whole.asked - whole.answered],
            )
        ],
    )
    return Part(
        "callbacks",
        title,
        _("Requests are deleted on the day we promised. Only these numbers stay."),
        [
            Figure(whole.asked, _("asked to be rung")),
            Figure(whole.answered, _("were answered")),
            *hours,
            *(Figure(n, words) for words, n in kinds.items() if n),
        ],
        [speed, by_month(_("Requests by month"), year, day, {_("Asked"): asked, _("Answered"): answered})],
    )

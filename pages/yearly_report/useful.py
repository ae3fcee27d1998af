import datetime
from collections import Counter

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.heard.closing import Closing
from pages.heard.comment import Comment
from pages.heard.useful import Feedback, Useful

from .part import Figure, Part, Table, by_month
from .year import CouncilYear, month_of

SHOWN = 10


def part(year: CouncilYear, day: datetime.date) -> Part:
    """What readers said of the pages, and how much of it was answered."""
    title = _("What readers told us")
    answers = Feedback.objects.filter(day__range=year.days)
    months: dict[str, Counter[datetime.date]] = {answer: Counter() for answer in Useful.values}
    for answer, when in answers.values_list("answer", "day"):
        months[answer][month_of(when)] += 1
    yes, no = (months[answer].total() for answer in (Useful.YES, Useful.NO))
    comments = Comment.objects.filter(day__range=year.days).count()
    closings = Closing.objects.filter(at__range=year.moments).count()
    if not (yes or no or comments):
        return Part("feedback", title, nothing=_("Nobody answered “Was this page useful?” or sent a comment."))
    of_page = Count("feedback", filter=Q(feedback__answer=Useful.NO, feedback__day__range=year.days))
    of_yes = Count("feedback", filter=Q(feedback__answer=Useful.YES, feedback__day__range=year.days))
    worst = Page.objects.annotate(no=of_page, yes=of_yes).filter(no__gt=0).order_by("-no", "title")[:SHOWN]
    lines = [[page.title, page.no, page.yes] for page in worst]
    rows = {_("Yes"): months[Useful.YES], _("No"): months[Useful.NO]}
    return Part(
        "feedback",
        title,
        "",
        [
            Figure(yes, _("said yes, this page was useful")),
            Figure(no, _("said no")),
            Figure(comments, _("comments on the offer")),
            Figure(closings, _("closed by us with an action or a reason")),
        ],
        [by_month(_("“Was this page useful?”, by month"), year, day, rows)] if yes or no else [],
        [Table(_("Pages with the most “no”"), [_("Page"), _("No"), _("Yes")], lines)] if lines else [],
    )

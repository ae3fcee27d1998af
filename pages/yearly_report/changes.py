import datetime

from django.utils.translation import gettext as _

from pages.core.law_change import LawChange
from pages.core.offer_version import OfferVersion
from pages.heard.consultation_report import ConsultationReportPage
from pages.heard.have_your_say import YouSaid

from .part import Figure, Part, Table
from .year import CouncilYear


def part(year: CouncilYear, day: datetime.date) -> Part:
    """The versions of the offer that came in the year, who was asked, and what was done because somebody said so."""
    title = _("What changed")
    versions = OfferVersion.objects.filter(day__range=year.days).order_by("day", "number").prefetch_related("changes")
    of_the_law = LawChange.objects.filter(day__range=year.days).order_by("day", "pk")
    answers = YouSaid.objects.filter(page__live=True, date__range=year.days).order_by("date", "pk")
    reports = ConsultationReportPage.real().filter(asked_until__range=year.days).defer_streamfields()
    reports = reports.order_by("asked_until", "path").prefetch_related("asked")
    if not (versions or answers or reports or of_the_law):
        return Part(
            "changes",
            title,
            nothing=_("No new version of the offer, no consultation and no “You said, we did” came in this year."),
        )
    tables = []
    if versions:
        lines = [
            [str(version), change.title, change.sentence] for version in versions for change in version.changes.all()
        ]
        tables.append(Table(_("New versions"), [_("Version"), _("Page"), _("What changed")], lines))
    if of_the_law:
        changed = [(change.title, change.sentence, change.day) for change in of_the_law]
        tables.append(Table(_("What the law changed"), [_("Page"), _("What changed"), _("Day")], changed))
    if reports:
        lines = [[report.title, report.how_many(), report.asked_until] for report in reports]
        tables.append(Table(_("Consultations"), [_("Report"), _("People asked"), _("Asked until")], lines))
    if answers:
        lines = [[row.said, row.who, row.did, row.date] for row in answers]
        tables.append(Table(_("You said, we did"), [_("You said"), _("Who"), _("We did"), _("Day")], lines))
    figures = [
        Figure(len(versions), _("new versions of the offer")),
        Figure(sum(report.how_many() for report in reports), _("people asked in consultations")),
        Figure(len(answers), _("answers under “You said, we did”")),
    ]
    return Part("changes", title, "", figures, [], tables)

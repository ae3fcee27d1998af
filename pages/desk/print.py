from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.officers_request import OfficersRequest
from pages.paper import booklet
from pages.paper.model import Paper, PaperFormat

from .part import DeskPart, Line


class ToPrint(DeskPart):
    """What can be printed for families who are not online: the paper forms, and a pack of chosen pages."""

    slug = "print"
    title = gettext_lazy("Print for a family")
    icon = "download"
    to_do = False

    def may_see(self, user: User) -> bool:
        return True

    def lines(self, request: OfficersRequest) -> list[Line]:
        papers = [Line(str(paper), paper.url, _detail(paper)) for paper in Paper.objects.printed()]
        state = Line(_("How new the paper is, and print now"), reverse("papers"))
        pack = Line(_("A pack of chosen pages"), reverse("my-list"), _("Choose pages, then print them as one booklet."))
        return [*papers, state, pack]


def _detail(paper: Paper) -> str:
    """When it was made, and whether it is older than the site or being made again."""
    made = _("Made on %(day)s.") % {"day": date_format(localtime(paper.made_at), "j F Y, H:i")}
    if paper.format == PaperFormat.OFFER and booklet.is_stale() and booklet.is_printing():
        return f"{made} {_('It is being printed again.')}"
    waits = paper.waits or (paper.format == PaperFormat.OFFER and booklet.is_stale())
    return f"{made} {_('It waits to be printed again.')}" if waits else made

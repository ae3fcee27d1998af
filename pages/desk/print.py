from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.officers_request import OfficersRequest
from pages.paper.model import Paper

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
        made = _("Made on %(day)s.")
        papers = [
            Line(str(paper), paper.url, made % {"day": date_format(localtime(paper.made_at), "j F Y, H:i")})
            for paper in Paper.objects.printed()
        ]
        pack = Line(_("A pack of chosen pages"), reverse("my-list"), _("Choose pages, then print them as one booklet."))
        return [*papers, pack]

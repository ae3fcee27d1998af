from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages import outside_links as links
from pages.core.officers_request import OfficersRequest
from pages.outside_links.model import OutsideLink

from .part import DeskPart, Line


class DeadLinks(DeskPart):
    """Links to other websites that do not work any more, the longest dead first."""

    slug = "dead-links"
    title = gettext_lazy("Dead links")
    icon = "link-external"

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.view_outsidelink")

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("dead-links")

    def lines(self, request: OfficersRequest) -> list[Line]:
        dead = list(OutsideLink.objects.exclude(dead_since=None).order_by("dead_since", "url"))
        where = links.places() if dead else {}
        return [self._line(link, where.get(link.url, [])) for link in dead]

    def _line(self, link: OutsideLink, places: list[links.Place]) -> Line:
        detail = _("%(answer)s Dead since %(day)s. It stands in: %(places)s") % {
            "answer": link.answer,
            "day": date_format(link.dead_since, "j F Y") if link.dead_since else "",
            "places": ", ".join(place.words for place in places) or _("nothing any more"),
        }
        return Line(link.url.partition("://")[2], reverse("dead-links"), detail, serious=True)

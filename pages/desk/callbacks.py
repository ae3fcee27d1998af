from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.officers_request import OfficersRequest
from pages.ring_back.model import Callback, CallbackStatus
from pages.ring_back.vocabulary import Asker

from .part import DeskPart, Line


class PeopleToRing(DeskPart):
    """Who asked to be rung and has not been, longest waiting first. No names: the desk may be seen over a shoulder."""

    slug = "people-to-ring"
    title = gettext_lazy("People to ring")
    icon = "mobile-alt"
    nothing = gettext_lazy("Nobody is waiting to be rung.")

    def may_see(self, user: User) -> bool:
        return user.has_perm("pages.change_callback")

    def lines(self, request: OfficersRequest) -> list[Line]:
        waiting = Callback.objects.filter(status=CallbackStatus.WAITING).order_by("asked_at")
        return [self._line(callback) for callback in waiting]

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("callback:index")

    def _line(self, callback: Callback) -> Line:
        about = callback.get_topic_display()
        if callback.asked_by == Asker.YOUNG_PERSON:
            about = _("A young person. %(about)s") % {"about": about}
        waited = timezone.now() - callback.asked_at
        return Line(
            _("%(number)s: %(about)s") % {"number": callback, "about": about},
            reverse("callback:edit", args=[callback.pk]),
            _("%(way)s. %(best)s. Asked %(time)s ago.")
            % {
                "way": callback.get_way_display(),
                "best": callback.get_best_time_display(),
                "time": timesince(callback.asked_at),
            },
            serious=waited.days >= 3,
        )

import datetime

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages import work
from pages.core.officers_request import OfficersRequest

from .part import DeskPart, Line

LATELY = datetime.timedelta(days=7)


class WorkThatFails(DeskPart):
    """What goes wrong behind the site, for administrators: nobody else can mend it."""

    slug = "work"
    title = gettext_lazy("Work behind the site that needs you")
    icon = "cogs"

    def may_see(self, user: User) -> bool:
        return work.may_see(user)

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("work")

    def lines(self, request: OfficersRequest) -> list[Line]:
        now, url = timezone.now(), reverse("work")
        failures = [Line(name, url, _("It failed."), serious=True) for name in work.failures(now - LATELY)]
        if work.is_anybody_at_work(now):
            return failures
        detail = _("No message goes out and no paper is made until “manage.py work” is started.")
        return [Line(_("Nobody is at work"), url, detail, serious=True), *failures]

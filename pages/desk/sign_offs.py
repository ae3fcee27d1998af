import datetime
from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from pages import sign_off as sign_offs
from pages.core.officers_request import OfficersRequest
from pages.sign_off.model import SignOff, SignOffPage, SignOffState, Verdict

from .part import DeskPart, Line

SHOWN = datetime.timedelta(days=14)  # so long an answer, or a link that ran out, stays on the desk
SOON = datetime.timedelta(days=3)


class SignOffs(DeskPart):
    """What signers without an account said, what they did not approve first, and links that run out unanswered."""

    slug = "sign-offs"
    title = gettext_lazy("Sign-offs")
    icon = "mail"

    def may_see(self, user: User) -> bool:
        return user.has_perm(sign_offs.MAY_SEE)

    def see_all(self, request: OfficersRequest) -> str:
        return reverse("signoff:index")

    def lines(self, request: OfficersRequest) -> list[Line]:
        now = timezone.now()
        refused = SignOffPage.objects.filter(verdict=Verdict.REFUSED, sign_off__withdrawn_at=None)
        return [*self._refused(refused), *self._sets(now)]

    def _refused(self, entries: QuerySet[SignOffPage]) -> Iterator[Line]:
        """Pages to put right: until their draft says something else, or they were sent to the same role again."""
        sent = SignOffPage.objects.filter(page__in=entries.values("page")).order_by("sign_off__made_at")
        last = {(page, role): pk for page, role, pk in sent.values_list("page_id", "sign_off__role", "pk")}
        entries = sign_offs.with_pages(entries)
        newest = [entry for entry in entries if last[entry.page_id, entry.sign_off.role] == entry.pk]
        for standing in sign_offs.standing(newest):
            entry = standing.entry
            if not standing.changed:
                words = _("%(role)s did not approve “%(title)s”") % {"role": entry.sign_off.role, "title": entry.title}
                url = reverse("wagtailadmin_pages:edit", args=[entry.page_id])
                yield Line(words, url, entry.comment, serious=True)

    def _sets(self, now: datetime.datetime) -> Iterator[Line]:
        since = now - SHOWN
        sets = SignOff.objects.filter(withdrawn_at=None, expires_at__gt=since).order_by("expires_at")
        for sign_off in sets.prefetch_related(Prefetch("pages", SignOffPage.objects.defer("content"))):
            if detail := self._detail(sign_off, sign_off.state(now), now):
                yield Line(str(sign_off), reverse("signoff:inspect", args=[sign_off.pk]), detail)

    def _detail(self, sign_off: SignOff, state: SignOffState, now: datetime.datetime) -> str:
        entries = list(sign_off.pages.all())
        total, waiting = len(entries), sum(entry.verdict == Verdict.WAITING for entry in entries)
        approved = sum(entry.verdict == Verdict.APPROVED for entry in entries)
        numbers = {"total": total, "answered": total - waiting, "approved": approved}
        if state == SignOffState.FINISHED:
            words = ngettext(
                "Finished. Approved: %(approved)d of %(total)d page.",
                "Finished. Approved: %(approved)d of %(total)d pages.",
                total,
            )
            return words % numbers if sign_off.finished_at and sign_off.finished_at > now - SHOWN else ""
        answered = _("Answered: %(answered)d of %(total)d.") % numbers
        if state == SignOffState.ENDED:
            return f"{answered} {_('The link has run out.')}"
        day = date_format(timezone.localtime(sign_off.expires_at), "j F")
        if sign_off.expires_at < now + SOON:
            return f"{answered} {_('The link runs out on %(day)s.') % {'day': day}}"
        return answered if waiting < total else ""

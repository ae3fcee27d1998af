"""The list of sign-offs, and one of them with what was said of each draft."""

from collections import Counter
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from pages import sign_off as sign_offs
from pages.core.lazy_text import LazyText
from pages.sign_off.model import SignOff, SignOffPage, SignOffState, Verdict


class BySendingOnly(ModelPermissionPolicy):
    """A sign-off is made by sending drafts and answered by the signer: not even an administrator types one in."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)


register_permission_policy(SignOff, BySendingOnly(SignOff))


def state_of(sign_off: SignOff) -> LazyText:
    return SignOffState(sign_off.state(timezone.now())).label


def until(sign_off: SignOff) -> str:
    """The day in full: Wagtail's own column tells how long ago a day was, and these are still to come."""
    return date_format(timezone.localtime(sign_off.expires_at), "j F Y, H:i")


def sent_by(sign_off: SignOff) -> str:
    return (sign_off.made_by.get_full_name() or str(sign_off.made_by)) if sign_off.made_by else ""


def drafts_in(sign_off: SignOff) -> str:
    titles = [entry.title for entry in sign_off.pages.all()]
    more = len(titles) - 1
    words = ngettext("%(title)s and %(more)d more", "%(title)s and %(more)d more", more)
    return words % {"title": titles[0], "more": more} if more > 0 else "".join(titles)


def answers_to(sign_off: SignOff) -> str:
    entries = list(sign_off.pages.all())
    counts = Counter(entry.verdict for entry in entries)
    words = [f"{Verdict(verdict).label}: {counts[verdict]}" for verdict in Verdict if counts[verdict]]
    answered = [entry for entry in entries if entry.verdict != Verdict.WAITING]
    if changed := sum(standing.changed for standing in sign_offs.standing(answered)):
        words.append(
            ngettext(
                "%(number)d draft has changed since it was signed",
                "%(number)d drafts have changed since they were signed",
                changed,
            )
            % {"number": changed}
        )
    return ". ".join(words)


class SignOffIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[SignOff]:
        pages = Prefetch("pages", sign_offs.with_pages(SignOffPage.objects.all()))
        return super().get_base_queryset().select_related("made_by").prefetch_related(pages)


class SignOffInspectView(InspectView):
    page_title = gettext_lazy("Sign-off")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sign_off, now = self.object, timezone.now()
        may_change = self.request.user.has_perm(sign_offs.MAY_CHANGE)
        return super().get_context_data(**kwargs) | {
            "sign_off": sign_off,
            "state": state_of(sign_off),
            "standing": sign_offs.standing(sign_offs.with_pages(sign_off.pages.all())),
            "may_renew": may_change and sign_off.state(now) in {SignOffState.OPEN, SignOffState.ENDED},
            "may_withdraw": may_change and sign_off.link_works(now),
        }


class SignOffViewSet(ModelViewSet):
    model = SignOff
    icon = "mail"
    menu_label = gettext_lazy("Sign-offs")
    menu_order = 130
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = SignOffIndexView
    inspect_view_class = SignOffInspectView
    inspect_template_name = "sign_off/cms/inspect.html"
    list_display = [
        TitleColumn("role", label=gettext_lazy("Signer"), url_name="signoff:inspect", sort_key="role"),
        Column("drafts", label=gettext_lazy("Drafts"), accessor=drafts_in),
        Column("state", label=gettext_lazy("State"), accessor=state_of),
        Column("answers", label=gettext_lazy("Answers"), accessor=answers_to),
        Column("expires_at", label=gettext_lazy("Link works until"), accessor=until, sort_key="expires_at"),
        Column("made_by", label=gettext_lazy("Sent by"), accessor=sent_by),
    ]
    ordering = ["-made_at", "-pk"]
    form_fields = ["role"]  # Wagtail wants a form; nobody may change what was sent

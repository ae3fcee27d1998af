"""Invitations in the CMS: naming an address and a role, the list of links, and what an administrator does with one."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from pages.core.any_user import AnyUser
from pages.core.officers_request import OfficersRequest
from pages.sign_in import invitations, log
from pages.sign_in.entry import What
from pages.sign_in.invitation import Invitation
from pages.sign_in.invitations import MAY_INVITE
from pages.sign_in.mail import can_be_mailed, invitation_link, mail_invitation


class ByInviting(ModelPermissionPolicy):
    """Whoever may make log-ins makes invitations and sees them; nobody types another's in, changes or deletes one."""

    def user_has_permission(self, user: AnyUser, action: str) -> bool:
        return action in {"add", "view"} and user.is_active and user.has_perm(MAY_INVITE)  # type: ignore[union-attr,attr-defined]


register_permission_policy(Invitation, ByInviting(Invitation))


class InviteForm(forms.ModelForm):
    class Meta:
        model = Invitation
        fields = ["email", "role"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        role = self.fields["role"]
        role.queryset, role.required = invitations.roles(), True  # type: ignore[attr-defined]

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exists():
            raise ValidationError(
                _(
                    "There is a log-in with this address. If they can’t get in, open it under Settings, Users, "
                    "and make a link for a new password."
                )
            )
        return email


def state_of(invitation: Invitation) -> str:
    return str(invitation.state(timezone.now()).label)


def until(invitation: Invitation) -> str:
    return date_format(timezone.localtime(invitation.ends_at), "j F Y, H:i")


def what_for(invitation: Invitation) -> str:
    if invitation.user:
        return _("New password for %(username)s") % {"username": invitation.user.get_username()}
    return str(invitation.role)


def handed_over(invitation: Invitation) -> str:
    """What is known of the message; never that somebody has it, for no mail server tells."""
    if invitation.mailed_at:
        day = date_format(timezone.localtime(invitation.mailed_at), "j F Y, H:i")
        return _("Given to the mail server on %(day)s") % {"day": day}
    if invitation.mail_failed:
        return _("Could not be mailed: hand the link over yourself")
    return _("Waiting to be mailed") if can_be_mailed() else _("By you: this site sends no e-mail")


def send(invitation: Invitation) -> None:
    """Has it mailed after the answer, if anything can be."""
    if can_be_mailed():
        mail_invitation.enqueue(invitation.pk, invitation.number)


class InvitationIndexView(IndexView):
    page_title = gettext_lazy("Invitations")

    def get_base_queryset(self) -> QuerySet[Invitation]:
        return super().get_base_queryset().select_related("role", "user", "made_by")


class InviteView(CreateView):
    page_title = gettext_lazy("Invite somebody")

    def save_instance(self) -> Invitation:
        invitation = invitations.invite(self.form.instance, self.request.user, timezone.now())
        log.write(self.request, What.INVITED, self.request.user, about=str(invitation))
        send(invitation)
        return invitation

    def get_success_url(self) -> str:
        return reverse("invitation:inspect", args=[self.object.pk])

    def get_success_message(self, instance: Invitation) -> str:
        return _("The invitation is made.")

    def get_success_buttons(self) -> list:
        return []


class InvitationInspectView(InspectView):
    page_title = gettext_lazy("Invitation")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        invitation = self.object
        is_open = invitation.is_open(timezone.now())
        shown = is_open and _is_handed_over(invitation)
        return super().get_context_data(**kwargs) | {
            "invitation": invitation,
            "state": state_of(invitation),
            "what_for": what_for(invitation),
            "handed_over": handed_over(invitation) if is_open else "",
            "is_open": is_open,
            "may_renew": not invitation.used_at and not invitation.withdrawn_at,
            "link": invitation_link(invitation) if shown and _may_hold(self.request.user, invitation) else "",
        }


class InvitationViewSet(ModelViewSet):
    model = Invitation
    icon = "mail"
    menu_label = gettext_lazy("Invitations")
    menu_order = 610
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = InvitationIndexView
    add_view_class = InviteView
    inspect_view_class = InvitationInspectView
    inspect_template_name = "sign_in/cms/invitation.html"
    list_display = [
        TitleColumn("email", label=gettext_lazy("For"), url_name="invitation:inspect", sort_key="email"),
        Column("what_for", label=gettext_lazy("Role"), accessor=what_for),
        Column("state", label=gettext_lazy("State"), accessor=state_of),
        Column("ends_at", label=gettext_lazy("Works until"), accessor=until, sort_key="ends_at"),
        Column("made_by", label=gettext_lazy("Made by")),
    ]
    ordering = ["-made_at", "-pk"]

    def get_form_class(self, for_update: bool = False) -> type[InviteForm]:
        return InviteForm


@permission_required(MAY_INVITE, raise_exception=True)
@require_POST
def renew(request: OfficersRequest, pk: int) -> HttpResponse:
    """A new link; the old one ends."""
    invitation = _invitation(request, pk)
    try:
        invitations.renew(invitation, request.user)
    except invitations.NotOpenError:
        messages.error(request, _("This link is used or withdrawn. Make a new invitation."))
    else:
        log.write(request, What.INVITED, request.user, about=str(invitation))
        send(invitation)
        messages.success(request, _("There is a new link. The old one opens nothing any more."))
    return redirect("invitation:inspect", pk)


@permission_required(MAY_INVITE, raise_exception=True)
@require_POST
def withdraw(request: OfficersRequest, pk: int) -> HttpResponse:
    """The link opens nothing any more."""
    invitation = _invitation(request, pk)
    try:
        invitations.withdraw(invitation, timezone.now())
    except invitations.NotOpenError:
        messages.error(request, _("This link is used, withdrawn or has run out already."))
    else:
        messages.success(request, _("The link is withdrawn. It opens nothing any more."))
    return redirect("invitation:inspect", pk)


def _invitation(request: OfficersRequest, pk: int) -> Invitation:
    invitation = get_object_or_404(Invitation.objects.select_related("user"), pk=pk)
    if not _may_hold(request.user, invitation):
        raise PermissionDenied
    return invitation


def links_to_hand_over(user: User) -> list[tuple[Invitation, str]]:
    """The open invitations that nobody mails, with their links, for an administrator to hand over."""
    if not user.has_perm(MAY_INVITE):
        return []
    now = timezone.now()
    rows = Invitation.objects.select_related("role", "user").order_by("email")
    mine = [row for row in rows if row.is_open(now) and _is_handed_over(row) and _may_hold(user, row)]
    return [(row, invitation_link(row)) for row in mine]


def _is_handed_over(invitation: Invitation) -> bool:
    return invitation.mail_failed or not can_be_mailed()


def _may_hold(user: User, invitation: Invitation) -> bool:
    """A superuser's link is for superusers only: whoever holds it becomes them."""
    return invitation.user is None or invitations.may_touch(user, invitation.user)


URLS = [
    path("invitations/<int:pk>/new-link/", renew, name="invitation-new-link"),
    path("invitations/<int:pk>/withdraw/", withdraw, name="invitation-withdraw"),
]

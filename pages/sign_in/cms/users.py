"""Log-ins in the CMS: made by invitation, and superusers changed and taken away by superusers only."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView, View
from django.views.generic.edit import FormMixin
from wagtail.admin.widgets.button import Button
from wagtail.users.forms import UserEditForm
from wagtail.users.views import users
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, SetActiveStateBulkAction

from pages.core.officers_request import OfficersRequest
from pages.sign_in.cms.unique_email import UniqueEmail
from pages.sign_in.invitations import may_touch
from pages.sign_in.who import may_sign_in

BOX = "is_superuser"


class BoxForSuperusers(FormMixin, View):
    """Shows the box that makes a superuser only to superusers, and refuses it from anybody else."""

    request: OfficersRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if BOX in request.POST and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class: type[BaseForm] | None = None) -> BaseForm:
        form = super().get_form(form_class)
        if not self.request.user.is_superuser:
            form.fields.pop(BOX, None)
        return form


class UserForm(UniqueEmail, UserEditForm):
    pass


class InsteadOfAdding(RedirectView):
    """Nobody types a password for somebody else: they are invited."""

    pattern_name = "invitation:add"


class EditView(BoxForSuperusers, users.EditView):
    def get_object(self, queryset: QuerySet[User] | None = None) -> User:
        user = super().get_object(queryset)
        if not may_touch(self.request.user, user):
            raise PermissionDenied
        return user

    @property
    def header_more_buttons(self) -> list[Button]:
        address = reverse("sign-in-help", args=[self.object.pk])
        way_in = Button(gettext("Help them to sign in"), url=address, icon_name="key", priority=50)
        return [*super().header_more_buttons, *([way_in] if may_sign_in(self.object) else [])]


class IndexView(users.IndexView):
    add_item_label = _("Invite somebody")

    def get_edit_url(self, instance: User) -> str | None:
        return super().get_edit_url(instance) if may_touch(self.request.user, instance) else None


class UserViewSet(users.UserViewSet):
    """Without copying: a copy would have the rights of the log-in it was made from."""

    copy_view_enabled = False
    index_view_class = IndexView
    edit_view_class = EditView

    @property
    def add_view(self) -> Callable[..., HttpResponseBase]:
        return InsteadOfAdding.as_view()

    def get_form_class(self, for_update: bool = False) -> type[UserForm]:
        return UserForm


class AssignRole(AssignRoleBulkAction):
    def check_perm(self, obj: User) -> bool:
        return super().check_perm(obj) and may_touch(self.request.user, obj)


class SetActiveState(SetActiveStateBulkAction):
    def check_perm(self, obj: User) -> bool:
        return super().check_perm(obj) and may_touch(self.request.user, obj)

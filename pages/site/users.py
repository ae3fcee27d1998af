"""Log-ins in the CMS: superusers are made, changed and taken away by superusers only."""

from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.generic import View
from django.views.generic.edit import FormMixin
from wagtail.users.views import users
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, SetActiveStateBulkAction

from pages.core.officers_request import OfficersRequest

BOX = "is_superuser"


def may_touch(user: User, other: User) -> bool:
    """Whoever could change a superuser's password or e-mail could become one."""
    return user.is_superuser or not other.is_superuser


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


class CreateView(BoxForSuperusers, users.CreateView):
    pass


class EditView(BoxForSuperusers, users.EditView):
    def get_object(self, queryset: QuerySet[User] | None = None) -> User:
        user = super().get_object(queryset)
        if not may_touch(self.request.user, user):
            raise PermissionDenied
        return user


class IndexView(users.IndexView):
    def get_edit_url(self, instance: User) -> str | None:
        return super().get_edit_url(instance) if may_touch(self.request.user, instance) else None


class UserViewSet(users.UserViewSet):
    """Without copying: a copy would have the rights of the log-in it was made from."""

    copy_view_enabled = False
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView


class AssignRole(AssignRoleBulkAction):
    def check_perm(self, obj: User) -> bool:
        return super().check_perm(obj) and may_touch(self.request.user, obj)


class SetActiveState(SetActiveStateBulkAction):
    def check_perm(self, obj: User) -> bool:
        return super().check_perm(obj) and may_touch(self.request.user, obj)

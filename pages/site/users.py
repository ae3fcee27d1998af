"""Log-ins in the CMS: superusers are made, changed and taken away by superusers only."""

from django.core.exceptions import PermissionDenied
from wagtail.users.views import users
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, SetActiveStateBulkAction

BOX = "is_superuser"


def may_touch(user, other) -> bool:
    """Whoever could change a superuser's password or e-mail could become one."""
    return user.is_superuser or not other.is_superuser


class BoxForSuperusers:
    """Shows the box that makes a superuser only to superusers, and refuses it from anybody else."""

    def dispatch(self, request, *args, **kwargs):
        if BOX in request.POST and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if not self.request.user.is_superuser:
            form.fields.pop(BOX, None)
        return form


class CreateView(BoxForSuperusers, users.CreateView):
    pass


class EditView(BoxForSuperusers, users.EditView):
    def get_object(self, queryset=None):
        user = super().get_object(queryset)
        if not may_touch(self.request.user, user):
            raise PermissionDenied
        return user


class IndexView(users.IndexView):
    def get_edit_url(self, instance):
        return super().get_edit_url(instance) if may_touch(self.request.user, instance) else None


class UserViewSet(users.UserViewSet):
    """Without copying: a copy would have the rights of the log-in it was made from."""

    copy_view_enabled = False
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView


class AssignRole(AssignRoleBulkAction):
    def check_perm(self, obj):
        return super().check_perm(obj) and may_touch(self.request.user, obj)


class SetActiveState(SetActiveStateBulkAction):
    def check_perm(self, obj):
        return super().check_perm(obj) and may_touch(self.request.user, obj)

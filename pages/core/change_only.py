from wagtail.permission_policies import ModelPermissionPolicy

from pages.core.any_user import AnyUser


class ChangeOnly(ModelPermissionPolicy):
    """For rows that make and keep themselves: nobody adds, copies or deletes them, not even an administrator."""

    def user_has_permission(self, user: AnyUser, action: str) -> bool:
        return action not in {"add", "delete"} and super().user_has_permission(user, action)

"""Who may see what visitors sent us. Officers read and answer it; nobody writes it for them."""

from django.db import models
from wagtail.permission_policies import ModelPermissionPolicy

from pages.core.any_user import AnyUser


class SentByVisitors(ModelPermissionPolicy):
    """The model's own permissions, but what `refused` names is nobody's, not even an administrator's."""

    def __init__(self, model: type[models.Model], *refused: str):
        super().__init__(model)
        self.refused = refused

    def user_has_permission(self, user: AnyUser, action: str) -> bool:
        return action not in self.refused and super().user_has_permission(user, action)

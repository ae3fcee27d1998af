"""Who may see what visitors sent us, and how. Officers read and answer it; nobody writes it for them."""

from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy

from pages.core.any_user import AnyUser
from pages.core.inline import as_typed


class SentByVisitors(ModelPermissionPolicy):
    """The model's own permissions, but what `refused` names is nobody's, not even an administrator's."""

    def __init__(self, model: type[models.Model], *refused: str):
        super().__init__(model)
        self.refused = refused

    def user_has_permission(self, user: AnyUser, action: str) -> bool:
        return action not in self.refused and super().user_has_permission(user, action)


class _AsTyped:
    def get_value(self, instance: models.Model) -> Any:
        value = super().get_value(instance)  # type: ignore[misc]  # the column's own
        return as_typed(value) if isinstance(value, str) else value


class TypedColumn(_AsTyped, Column):
    """What visitors typed, in a list of the CMS: braces of theirs are no words of ours."""


class TypedTitleColumn(_AsTyped, TitleColumn):
    """The same where it leads to the entry."""


class TypedPanel(FieldPanel):
    """What visitors typed, to be read in a form of the CMS."""

    def format_value_for_display(self, value: Any) -> Any:
        return as_typed(str(super().format_value_for_display(value)))

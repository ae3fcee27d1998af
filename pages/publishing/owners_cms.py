"""Giving pages an owner: from the editor, or to many at once from the list of pages."""

from typing import Any, cast

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.core.officers_request import OfficersRequest
from pages.core.owners import candidates, name_of
from pages.publishing import owners


class UserField(forms.ModelChoiceField):
    """Users by their names, not by what they type to sign in."""

    def label_from_instance(self, user: User) -> str:
        return name_of(user)


class OwnerForm(forms.Form):
    owner = UserField(
        queryset=get_user_model().objects.none(),
        label=_("Owner"),
        help_text=_("Who checks these pages. Reminders go to them."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(UserField, self.fields["owner"]).queryset = candidates()


class GiveOwner(PageBulkAction):
    display_name = _("Give an owner")
    action_type = "give_owner"
    aria_label = _("Give the selected pages an owner")
    template_name = "publishing/give_owner.html"
    action_priority = 60
    form_class = OwnerForm

    def check_perm(self, page: Page) -> bool:
        return isinstance(page.specific_deferred, BasePage) and page.permissions_for_user(self.request.user).can_edit()

    def get_execution_context(self) -> dict[str, Any]:
        return super().get_execution_context() | {"owner": self.cleaned_form.cleaned_data["owner"]}

    @classmethod
    def execute_action(cls, objects: list[Page], *, user: User, owner: User, **kwargs: Any) -> tuple[int, int]:
        for page in objects:
            owners.give(page.specific, user, owner_id=owner.pk)
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        owner = name_of(self.cleaned_form.cleaned_data["owner"])
        return ngettext(
            "%(number)d page now belongs to %(owner)s.", "%(number)d pages now belong to %(owner)s.", num_parent_objects
        ) % {"number": num_parent_objects, "owner": owner}


def keep_owner(request: OfficersRequest, page: Page) -> None:
    """Writes down the owner that the editor's form names: who owns a page waits for no publishing."""
    if isinstance(page, BasePage):
        fields = {name: getattr(page, name) for name in ("owner_id", "owner_name", "owner_email")}
        owners.give(page, request.user, **fields)


class OwnerLog(LogFormatter):
    """Who it is stays out of the history: some owners have no log-in and never agreed to be named there."""

    label = _("Give an owner")
    message = _("Gave the page another owner")


def register_log_actions(actions: LogActionRegistry) -> None:
    actions.register_action(owners.GIVEN)(OwnerLog)

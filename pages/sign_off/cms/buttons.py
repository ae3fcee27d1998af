from collections.abc import Iterator

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from pages import sign_off as sign_offs


def send_buttons(page: Page, user: User, next_url: str | None = None, view_name: str | None = None) -> Iterator[Button]:
    """The way to the form, for who may use it: in the list's menu and above the editor."""
    if page.depth > 1 and sign_offs.may_send(user, page):
        url = reverse("sign-off-send", args=[page.pk])
        yield Button(_("Send for sign-off"), url=url, icon_name="mail", priority=30)

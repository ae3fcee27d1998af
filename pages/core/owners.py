"""Who answers for a page: a user, or somebody without a log-in. Readers never see it, and no pack carries it."""

from typing import NamedTuple

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy


def name_of(user: User) -> str:
    """The user as officers call them."""
    return user.get_full_name() or user.get_username()


def candidates(present: int | None = None) -> QuerySet[User]:
    """The users who can own a page: those who may edit pages and can sign in, and whoever owns it at present."""
    editors = page_permission_policy.users_with_permission("change").filter(is_active=True)
    users = get_user_model().objects.filter(Q(pk__in=editors.values("pk")) | Q(pk=present))
    return users.order_by("last_name", "first_name", "pk")


class Owner(NamedTuple):
    """Whom to remind. Without a `user` they have no log-in here."""

    name: str
    email: str
    user: int | None = None


def users_by_key(pages: list[Page]) -> dict[int, User]:
    """The users who own some of the pages and can still sign in, in one query."""
    keys = {page.owner_id for page in pages if page.owner_id}
    return {user.pk: user for user in get_user_model().objects.filter(pk__in=keys, is_active=True)}


def owner_of(page: Page, users: dict[int, User]) -> Owner | None:
    """The page's owner; None when it has none, or only a user who has left."""
    if page.owner_email:
        return Owner(page.owner_name, page.owner_email)
    user = users.get(page.owner_id)
    return Owner(name_of(user), user.email, user.pk) if user else None

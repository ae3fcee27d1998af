"""Giving a page an owner, and whom to tell when an owner does nothing."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from pages.core.base_page import BasePage
from pages.council.model import CouncilSettings
from pages.council.roles import KINSHIP_LEAD

GIVEN = "pages.owner.give"


def lead_addresses() -> tuple[str, ...]:
    """Where to write when an owner does nothing, or there is none."""
    chosen = CouncilSettings.objects.filter(site__is_default_site=True).values_list("lead_email", flat=True).first()
    if chosen:
        return (chosen,)
    leads = get_user_model().objects.filter(is_active=True, groups__name=KINSHIP_LEAD).exclude(email="")
    return tuple(leads.order_by("pk").values_list("email", flat=True).distinct())


@transaction.atomic
def give(page: BasePage, by: User, *, owner_id: int | None, owner_name: str = "", owner_email: str = "") -> bool:
    """Gives the page an owner at once, whatever state its draft is in. False when it is theirs already."""
    wanted = {"owner_id": owner_id, "owner_name": owner_name, "owner_email": owner_email}
    row = type(page).objects.filter(pk=page.pk)
    if row.values(*wanted).first() == wanted:
        return False
    row.update(owner_name=owner_name, owner_email=owner_email)
    Page.objects.filter(pk=page.pk).update(owner=owner_id)
    log(instance=page, action=GIVEN, user=by)
    return True

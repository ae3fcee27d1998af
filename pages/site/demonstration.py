"""Log-ins for trying the offer out, one for each role. They work only while DEMONSTRATION is on."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import Page

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.sign_in.who import DEMONSTRATION_DOMAIN
from pages.site.set_up_roles import ensure_roles

LOG_INS = {
    "demo-editor": SECTION_EDITORS,
    "demo-lead": KINSHIP_LEAD,
    "demo-navigator": NAVIGATORS,
    "demo-admin": ADMINISTRATORS,
}


def give_pages_an_owner() -> None:
    """Every page of a fresh demonstration belongs to its section editor."""
    owner = get_user_model().objects.get(username="demo-editor")
    Page.objects.filter(owner=None, depth__gt=1).update(owner=owner)


def make_log_ins(password: str) -> dict[str, str]:
    """Makes the log-ins, or gives them this password again. Returns each name with its role."""
    ensure_roles()
    for name, role in LOG_INS.items():
        user, _made = get_user_model().objects.get_or_create(
            username=name, defaults={"email": name + DEMONSTRATION_DOMAIN, "first_name": "Demo", "last_name": role}
        )
        if not user.check_password(password):
            user.set_password(password)
        user.is_superuser = role == ADMINISTRATORS
        user.save()
        user.groups.set([Group.objects.get(name=role)])
    return LOG_INS

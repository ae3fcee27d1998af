"""The council's roles, as Wagtail groups with what each may do."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

SECTION_EDITORS = "Section editors"
KINSHIP_LEAD = "Kinship lead"
NAVIGATORS = "Navigators"
ADMINISTRATORS = "Administrators"

# Groups that Wagtail's own migrations make, and what they become here: their workflow stays tied to them.
WAGTAILS_OWN = {"Editors": SECTION_EDITORS, "Moderators": KINSHIP_LEAD}

ON_PAGES = {
    SECTION_EDITORS: {"add_page", "change_page"},
    KINSHIP_LEAD: {"add_page", "change_page", "publish_page", "lock_page", "unlock_page"},
    NAVIGATORS: set(),
    ADMINISTRATORS: {"add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"},
}
SHARED_CONTENT = {
    f"{verb}_{model}"
    for verb in ("add", "change", "delete", "view")
    for model in ("contact", "policy", "glossaryterm", "synonym")
} | {"view_missedsearch"}
RING_BACK = {"view_callback", "change_callback"}
READ_ANSWERS = {"view_feedback"}
READ_DUTIES = {"view_pageduty"}
DELETE_WHAT_VISITORS_SENT = {"delete_callback", "delete_feedback"}
COUNCILS_OWN = {"change_councilsettings", "change_shortcode"}
ON_MODELS = {
    SECTION_EDITORS: READ_ANSWERS | READ_DUTIES,
    KINSHIP_LEAD: SHARED_CONTENT | RING_BACK | READ_ANSWERS | READ_DUTIES | DELETE_WHAT_VISITORS_SENT | COUNCILS_OWN,
    NAVIGATORS: RING_BACK | READ_ANSWERS,
    ADMINISTRATORS: SHARED_CONTENT
    | RING_BACK
    | READ_ANSWERS
    | READ_DUTIES
    | DELETE_WHAT_VISITORS_SENT
    | COUNCILS_OWN
    | {f"{verb}_{model}" for verb in ("add", "change", "delete") for model in ("user", "group", "redirect", "site")},
}
IMAGES = {"add_image", "change_image", "choose_image"}


@transaction.atomic
def ensure_roles() -> list[Group]:
    """Makes the four groups, or puts their permissions right; what else a group was given is taken away."""
    for theirs, ours in WAGTAILS_OWN.items():
        if not Group.objects.filter(name=ours).exists():
            Group.objects.filter(name=theirs).update(name=ours)
    return [_ensure(name) for name in (SECTION_EDITORS, KINSHIP_LEAD, NAVIGATORS, ADMINISTRATORS)]


def _ensure(name: str) -> Group:
    group, _made = Group.objects.get_or_create(name=name)
    may = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    group.permissions.set(Permission.objects.filter(may | Q(codename__in=ON_MODELS[name])))
    root = Page.get_first_root_node()
    GroupPagePermission.objects.filter(group=group).delete()
    for permission in Permission.objects.filter(content_type__model="page", codename__in=ON_PAGES[name]):
        GroupPagePermission.objects.create(group=group, page=root, permission=permission)
    GroupCollectionPermission.objects.filter(group=group).delete()
    if ON_PAGES[name]:
        for permission in Permission.objects.filter(content_type__app_label="wagtailimages", codename__in=IMAGES):
            GroupCollectionPermission.objects.create(
                group=group, collection=Collection.get_first_root_node(), permission=permission
            )
    return group

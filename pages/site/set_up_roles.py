"""What each of the council's roles may do, as Wagtail groups and their permissions."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from pages.council.roles import ADMINISTRATORS, KINSHIP_LEAD, NAVIGATORS, SECTION_EDITORS
from pages.publishing.approval import ensure_workflow

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
    for model in (
        "contact",
        "policy",
        "glossaryterm",
        "synonym",
        "otherlanguage",
        "plainphrase",
        "datedfact",
        "checklist",
    )
} | {"change_outsidelink"}
NEW_VALUES = {"add_proposal", "view_proposal"}
CONFIRM_VALUES = NEW_VALUES | {"change_proposal"}
RING_BACK = {"view_callback", "change_callback"}
READ_ANSWERS = {"view_feedback"}
SIGN_OFFS = {"add_signoff", "change_signoff", "view_signoff"}
READ_LINKS = {"view_outsidelink"}
READ_DUTIES = {"view_pageduty", "view_standing"}
SAY_DUTIES = READ_DUTIES | {"change_standing"}
SIGN_DUTIES = SAY_DUTIES | {"sign_off_standing"}
READ_YEARLY_REPORT = {"view_dailycount"}
BEFORE_WE_OPEN = {"view_notedlooseend", "change_trial"}
WORK = {"view_scheduledrun", "change_scheduledrun"}
READ_TOLD = {"view_closing", "view_comment"}
CLOSE_TOLD = READ_TOLD | {"add_closing", "add_synonym", "change_synonym", "view_synonym"}
VERSIONS = {"change_offerversion", "view_offerversion"}
DELETE_WHAT_VISITORS_SENT = {"delete_callback", "delete_comment", "delete_feedback"}
READ_SIGN_INS = {"view_signinentry"}
ASK_FAMILIES = {
    f"{verb}_{model}" for verb in ("add", "change", "view") for model in ("consultation", "consultationanswer")
} | {"delete_consultation"}
READ_CONSULTATIONS = {"view_consultation", "view_consultationanswer"}
TYPE_PAPER_ANSWERS = {"view_consultation", "add_consultationanswer"}
URGENT_NOTICES = {f"{verb}_urgentnotice" for verb in ("add", "change", "delete", "view")}
COUNCILS_OWN = {"change_councilsettings", "change_shortcode"} | URGENT_NOTICES
ON_MODELS = {
    SECTION_EDITORS: NEW_VALUES | READ_ANSWERS | CLOSE_TOLD | SIGN_OFFS | READ_LINKS | SAY_DUTIES | READ_CONSULTATIONS,
    KINSHIP_LEAD: SHARED_CONTENT
    | CONFIRM_VALUES
    | CLOSE_TOLD
    | VERSIONS
    | RING_BACK
    | READ_ANSWERS
    | SIGN_OFFS
    | READ_LINKS
    | SIGN_DUTIES
    | READ_YEARLY_REPORT
    | DELETE_WHAT_VISITORS_SENT
    | COUNCILS_OWN
    | ASK_FAMILIES
    | BEFORE_WE_OPEN,
    NAVIGATORS: RING_BACK | READ_ANSWERS | READ_TOLD | TYPE_PAPER_ANSWERS,
    ADMINISTRATORS: SHARED_CONTENT
    | CONFIRM_VALUES
    | CLOSE_TOLD
    | VERSIONS
    | RING_BACK
    | READ_ANSWERS
    | SIGN_OFFS
    | READ_LINKS
    | SIGN_DUTIES
    | READ_YEARLY_REPORT
    | DELETE_WHAT_VISITORS_SENT
    | COUNCILS_OWN
    | ASK_FAMILIES
    | BEFORE_WE_OPEN
    | WORK
    | READ_SIGN_INS
    | {f"{verb}_{model}" for verb in ("add", "change", "delete") for model in ("user", "group", "redirect", "site")},
}
APPROVERS = {KINSHIP_LEAD, ADMINISTRATORS}
IMAGES = {"add_image", "change_image", "choose_image"}
DOCUMENTS = {"add_document", "change_document", "choose_document"}


@transaction.atomic
def ensure_roles() -> list[Group]:
    """Makes the four groups and the workflow, or puts them right; what else a group was given is taken away."""
    for theirs, ours in WAGTAILS_OWN.items():
        if not Group.objects.filter(name=ours).exists():
            Group.objects.filter(name=theirs).update(name=ours)
    groups = [_ensure(name) for name in (SECTION_EDITORS, KINSHIP_LEAD, NAVIGATORS, ADMINISTRATORS)]
    ensure_workflow([group for group in groups if group.name in APPROVERS])
    return groups


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
        files = IMAGES | DOCUMENTS if "add_policy" in ON_MODELS[name] else IMAGES
        kinds = ("wagtailimages", "wagtaildocs")
        for permission in Permission.objects.filter(content_type__app_label__in=kinds, codename__in=files):
            GroupCollectionPermission.objects.create(
                group=group, collection=Collection.get_first_root_node(), permission=permission
            )
    return group

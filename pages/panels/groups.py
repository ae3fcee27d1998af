from django.utils import timezone
from wagtail.admin.ui.components import Component


class GroupsPanel(Component):
    """Tells officers on the CMS home which groups meet next, and which have no dates left or soon won't have."""

    template_name = "cms/groups.html"
    order = 60

    def get_context_data(self, parent_context=None):
        from pages.models import GroupPage
        from pages.services import groups

        now, user = timezone.now(), parent_context["request"].user
        pages = GroupPage.objects.in_bulk([group.pk for group in groups.all_groups()])
        rows = [
            {
                "group": group,
                "meeting": group.next_on(now),
                "has_run_out": group.has_run_out(now),
                "runs_out_soon": group.runs_out_soon(now),
                "may_edit": pages[group.pk].permissions_for_user(user).can_edit(),
                "may_cancel": groups.may_cancel(user, pages[group.pk]),
            }
            for group in groups.all_groups()
            if group.pk in pages
        ]
        return {"rows": sorted(rows, key=lambda row: not (row["has_run_out"] or row["runs_out_soon"]))}

from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import Panel


class MeetingsPanel(Panel):
    """Shows what the rule comes to: in words, as the next dates, and with a way to call one off."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/meetings.html"

        def get_context_data(self, parent_context=None):
            from pages.services import groups

            context = super().get_context_data(parent_context)
            if not self.instance.pk:
                return context
            now, group = timezone.now(), groups.draft(self.instance)
            may_cancel = self.instance.live and groups.may_cancel(self.request.user, self.instance)
            return context | {
                "group": group,
                "meetings": group.next_few(now),
                "has_run_out": group.has_run_out(now),
                "call_off_url": reverse("call-off-next", args=[self.instance.pk]) if may_cancel else "",
                "may_cancel": may_cancel,
            }

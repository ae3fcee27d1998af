from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.panels import Panel


class DeadLinksPanel(Panel):
    """Says at the top of an edit screen which of its links to other websites are dead. Unseen while all work."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/dead_links.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk) and bool(self.links)

        @cached_property
        def links(self):
            from pages.services.links import dead_links_in

            return dead_links_in(self.instance)

        def get_context_data(self, parent_context=None):
            may_see = self.request.user.has_perm("pages.view_outsidelink")
            report = reverse("dead-links") if may_see else ""
            return super().get_context_data(parent_context) | {"links": self.links, "report": report}

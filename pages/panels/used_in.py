from wagtail.admin.panels import Panel


class UsedInPanel(Panel):
    """Shows where a shared entry is used, so that an officer knows what a change of it changes. Asks for nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/used_in.html"

        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context=None):
            from pages.services.used_in import uses_of

            uses = uses_of(self.instance, self.request.user)
            return super().get_context_data(parent_context) | {"uses": uses, "entry": self.instance}

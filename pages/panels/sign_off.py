from wagtail.admin.panels import Panel


class SignOffPanel(Panel):
    """Tells whoever edits or approves a page what signers without an account said of its draft."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/sign_off/panel.html"

        def __init__(self, **kwargs):
            from pages.services import sign_off as sign_offs

            super().__init__(**kwargs)
            may_see = self.request and self.request.user.has_perm(sign_offs.MAY_SEE)
            self.standing = sign_offs.of_page(self.instance) if may_see and self.instance.pk else []

        def is_shown(self):
            return bool(self.standing) and super().is_shown()

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"standing": self.standing}

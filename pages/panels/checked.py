from django.utils import timezone
from wagtail.admin.panels import Panel


class CheckedPanel(Panel):
    """Shows when the page was checked and is due again. Saving never changes that: only the button here does."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/checked_panel.html"

        def get_context_data(self, parent_context=None):
            from pages.cms.checking import WORDS, post_attributes
            from pages.services import checking

            page, today = self.instance, timezone.localdate()
            return super().get_context_data(parent_context) | {
                "page": page,
                "is_overdue": page.live and page.is_overdue(today),
                "words": WORDS,
                "attributes": post_attributes(page) if checking.may_check(self.request.user, page) else None,
            }

        def is_shown(self):
            return super().is_shown() and bool(self.instance.pk)

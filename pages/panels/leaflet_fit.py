import logging

from django.apps import apps
from wagtail.admin.panels import Panel

logger = logging.getLogger(__name__)


def _problems():
    return list(apps.get_model("pages", "Paper").objects.failed())


class LeafletFitPanel(Panel):
    """Says for each panel of the sheet how much room the last saved draft leaves, before anything is published."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/leaflet_fit.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"fit": self._fit(), "problems": _problems()}

        def _fit(self):
            """The fit of the last saved draft; nothing when there is none yet or it can't be laid out."""
            from pages.services import leaflet

            if not self.instance.pk:
                return None
            try:
                return leaflet.check(self.instance.get_latest_revision_as_object())
            except Exception:
                logger.exception("The draft of the leaflet could not be measured.")
                return None

from django.apps import apps
from django.urls import reverse
from wagtail.admin.ui.components import Component


def paper_problems() -> list:
    """The paper forms whose last making failed, with the reason; the PDF readers get is older than the site."""
    return list(apps.get_model("pages", "Paper").objects.exclude(problem="").defer("pdf").order_by("format"))


class LeafletProblemPanel(Component):
    """Tells officers on the CMS home that a change elsewhere no longer fits the leaflet. Nothing when all is well."""

    template_name = "cms/leaflet_problem.html"
    order = 50

    def render_html(self, parent_context=None):
        return super().render_html(parent_context) if paper_problems() else ""

    def get_context_data(self, parent_context=None):
        leaflet = apps.get_model("pages", "LeafletPage").objects.live().first()
        url = reverse("wagtailadmin_pages:edit", args=[leaflet.pk]) if leaflet else ""
        return {"problems": paper_problems(), "edit_url": url}

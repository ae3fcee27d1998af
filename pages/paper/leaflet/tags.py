import logging

from django import template
from django.utils.safestring import SafeString, mark_safe

from pages.paper import leaflet
from pages.paper.leaflet.model import LeafletPage
from pages.paper.model import Paper, PaperFormat

logger = logging.getLogger(__name__)
register = template.Library()


@register.simple_tag
def leaflet_fit(page: LeafletPage) -> leaflet.Fit | None:
    """The fit of the last saved draft; nothing when there is none yet or it can't be laid out."""
    if not page.pk:
        return None
    try:
        return leaflet.check(page.get_latest_revision_as_object())
    except Exception:
        logger.exception("The draft of the leaflet could not be measured.")
        return None


@register.simple_tag
def failed_papers() -> list[Paper]:
    """The papers whose last making failed: readers get older ones."""
    return list(Paper.objects.failed())


@register.simple_tag
def leaflet_draft(page: LeafletPage, paper_format: PaperFormat) -> SafeString:
    """The whole document of a draft, to be looked at on a screen."""
    return mark_safe(leaflet.draft_html(page, paper_format))

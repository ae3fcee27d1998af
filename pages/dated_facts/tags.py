from django import template
from django.utils import timezone
from wagtail.models import Page

from pages.dated_facts.ends import dated, past

register = template.Library()


@register.filter
def may_have_changed(page: Page) -> bool:
    """True when something on the page is past its last right day, as of today."""
    known = dated().get(page.pk)
    return known is not None and bool(past(known, timezone.localdate()))

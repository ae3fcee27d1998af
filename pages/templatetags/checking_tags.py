from django import template
from django.utils import timezone

register = template.Library()


@register.filter
def overdue_today(page):
    """True when nobody has checked the page in time, as of today."""
    is_overdue = getattr(page, "is_overdue", None)
    return bool(is_overdue) and page.is_overdue(timezone.localdate())

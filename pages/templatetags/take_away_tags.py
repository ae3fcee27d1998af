from django import template
from django.db import DatabaseError

from pages.services import short_codes

register = template.Library()


@register.inclusion_tag("components/moved_notice.html", takes_context=True)
def moved_notice(context):
    """Says, after a short code led here, that the page it was made for is gone. One query, and only then."""
    request = context.get("request")
    code = request.GET.get("instead-of", "") if request else ""
    try:
        return {"title": short_codes.title_of_lost(code)} if code else {}
    except DatabaseError:
        return {}  # An error page is shown while the database is down.

from typing import Any

from django import template
from django.db import DatabaseError
from django.template import Context
from wagtail.models import Page

from pages.content import where_codes_lead
from pages.core.open_pages import open_pages
from pages.my_list import my_list
from pages.paper.model import Paper, PaperFormat

register = template.Library()


@register.inclusion_tag("my_list/add_to_list.html", takes_context=True)
def add_to_list(context: Context, page: Page) -> dict[str, Any]:
    """The button that puts a page on the reader's list; nothing on pages that are not for taking away.

    Without JavaScript the list travels in the address, so a list that came along (`?i=`) goes on.
    """
    if not getattr(page, "can_be_listed", False) or not page.pk:
        return {}
    code = where_codes_lead.code_of(open_pages().get(page.pk))
    codes = my_list.read_codes(context["request"].GET.get("i", ""))
    return {"code": code, "codes": my_list.address(codes), "is_in": code in codes}


@register.inclusion_tag("content/moved_notice.html", takes_context=True)
def moved_notice(context: Context) -> dict[str, str]:
    """Says, after a short code led here, that the page it was made for is gone. One query, and only then."""
    request = context.get("request")
    code = request.GET.get("instead-of", "") if request else ""
    try:
        return {"title": where_codes_lead.title_of_lost(code)} if code else {}
    except DatabaseError:
        return {}  # An error page is shown while the database is down.


@register.simple_tag
def printed_offer() -> Paper | None:
    """The whole offer as it was printed last, if there is a PDF to fetch."""
    return Paper.objects.printed().filter(format=PaperFormat.OFFER).first()

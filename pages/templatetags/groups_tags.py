from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html

from pages.services import groups
from pages.services.opening_words import time_words

register = template.Library()


@register.filter
def clock(moment):
    """A time as people say it: 10am, noon."""
    return time_words(moment.time())


@register.simple_tag
def calendar_address(address):
    """A calendar's address without its scheme, to be followed by webcal."""
    return address.partition("://")[2]


@register.simple_tag
def all_calendar_url():
    """Where a calendar can fetch the meetings of all groups."""
    return settings.SITE_URL + reverse("calendar")


@register.simple_tag(takes_context=True)
def structured_data(context, meetings):
    """The meetings as a block of data for search engines. It is no script: the content policy lets it be."""
    data = groups.structured_data(meetings, context["council"].council_name)
    return format_html('<script type="application/ld+json">{}</script>', data) if data else ""

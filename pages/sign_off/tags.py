from django import template
from django.template import Context
from wagtail.models import Page

from pages import sign_off

register = template.Library()


@register.simple_tag(takes_context=True)
def sign_offs_of(context: Context, page: Page) -> list[sign_off.Standing]:
    """What signers without an account said of the page's draft, for officers who may see it."""
    may_see = context["request"].user.has_perm(sign_off.MAY_SEE)
    return sign_off.of_page(page) if may_see and page.pk else []

from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from wagtail.models import Page

from pages.heard import you_said
from pages.heard.comment_form import CommentForm
from pages.heard.useful_form import ALL_SAID, SentenceForm, answer_signed
from pages.heard.useful_form import useful_stamp as stamp

register = template.Library()


@register.inclusion_tag("heard/said_about.html", takes_context=True)
def said_about(context: Context, page: Page) -> dict[str, Any]:
    """What was said about this page and what became of it, for a page that readers can open."""
    rows = you_said.about(page) if page.pk else []
    return {"rows": rows, "place": context["council"].places.get("haveyoursay")}


@register.simple_tag
def comment_form() -> CommentForm:
    """An empty form to comment, stamped with today."""
    return CommentForm(day=timezone.localdate())


@register.simple_tag
def useful_stamp(page: Page) -> str:
    """What shows that an answer about the page comes from its own form."""
    return stamp(page.pk, timezone.localdate())


@register.simple_tag(takes_context=True)
def useful_said(context: Context) -> dict[str, Any] | None:
    """What the reader has answered about this page a moment ago, as its address says; nothing while they have not."""
    said = context["request"].GET.get("useful", "") if "request" in context else ""
    if said == ALL_SAID:
        return {"signed": ""}
    return {"signed": said, "form": SentenceForm(label_suffix="")} if said and answer_signed(said) else None

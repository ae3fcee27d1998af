from typing import Any

from django import template
from django.utils import timezone
from wagtail.models import Page

from pages.core.law_change import LawChange
from pages.core.open_pages import open_pages
from pages.heard.consultation_report import ConsultationReportPage, ReportAnswer
from pages.publishing import checking, versions
from pages.publishing.check_button import WORDS, post_attributes

register = template.Library()


@register.filter
def overdue_today(page: Page) -> bool:
    """True when nobody has checked the page in time, as of today."""
    is_overdue = getattr(page, "is_overdue", None)
    return bool(is_overdue) and page.is_overdue(timezone.localdate())


@register.simple_tag(takes_context=True)
def check_button(context: template.Context, page: Page) -> dict[str, Any] | None:
    """The words and the attributes of the button that says a page is still true, for who may press it."""
    may_check = checking.may_check(context["request"].user, page)
    return {"words": WORDS, "attributes": post_attributes(page)} if may_check else None


@register.simple_tag
def offer_versions() -> tuple[versions.Version, ...]:
    """The versions of the offer, the newest first."""
    return versions.published()


@register.simple_tag
def changes_of_the_law() -> tuple[tuple[LawChange, Page | None], ...]:
    """What the law changed in the offer, the newest first, each with its page."""
    return versions.of_the_law()


@register.simple_tag
def answers_with_versions(
    report: ConsultationReportPage,
) -> list[tuple[ReportAnswer, Page | None, versions.Version | None]]:
    """Each answer of a consultation report with its page while readers can open it, and the version that brought it."""
    brought = versions.brought_by(report)
    return [(row, open_pages().get(row.about_id), brought.get(row.about_id)) for row in report.answers.all()]

import datetime
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from pages.content.blocks import BodyBlock, LineBlock
from pages.content.contact import Contact
from pages.core.base_page import BasePage
from pages.core.opening_words import time_words
from pages.core.stream_field import StreamField
from pages.council.council import current_council
from pages.council.model import UrgentHelp

from .answering import Line, tonight


class TonightPage(BasePage):
    """Whom to ring at this hour. The list comes from when each contact answers; the text is for until the morning."""

    template = "tonight/tonight_page.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    lines = StreamField(
        [("line", LineBlock())],
        max_num=20,
        verbose_name=_("whom to ring"),
        help_text=_("Below the council’s own urgent help. Those who answer at that minute come first, by themselves."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("until the morning"))

    content_panels = [*BasePage.content_panels, FieldPanel("lines"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    reaches_far = True
    is_for_a_crisis = True

    class Meta:
        verbose_name = _("“Tonight” page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        now = timezone.now()
        return context | {
            "tonight": tonight(self.whom_to_ring(now), current_council().opening_times, now),
            "clock": time_words(timezone.localtime(now).time()),
        }

    def whom_to_ring(self, now: datetime.datetime) -> Iterator[Line]:
        """The council's urgent help, then its Navigators, then the lines of this page."""
        rows = UrgentHelp.objects.select_related("contact").prefetch_related("contact__opening_hours")
        for row in rows:
            yield Line(row.words, row.contact)
        council = current_council()
        for navigators in Contact.objects.filter(slug=council.navigators.get("slug", "")).exclude(phone=""):
            status, hours = council.answering_at(now), council.navigators["hours"]
            yield Line(_now("Not sure who to ring?"), navigators, status, hours)
        for block in self.lines:
            if block.value["contact"]:
                yield Line(block.value["words"], block.value["contact"])

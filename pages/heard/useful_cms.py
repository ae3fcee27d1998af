"""What readers think of the pages: each answer, and the counts for each page."""

from django.db.models import Count, Max, Q, QuerySet
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.views.reports import ReportView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page
from wagtail.permissions import policy_registry, register_permission_policy

from pages.core.inline import as_typed
from pages.core.visitors_words import SentByVisitors, TypedColumn
from pages.heard.useful import Feedback, Useful

register_permission_policy(Feedback, SentByVisitors(Feedback, "add", "change"))


class FeedbackIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[Feedback]:
        return super().get_base_queryset().select_related("page")


class FeedbackInspectView(InspectView):
    def get_sentence_display_value(self) -> str:
        return as_typed(self.object.sentence)


class FeedbackViewSet(ModelViewSet):
    model = Feedback
    icon = "comment"
    menu_label = _("What readers say")
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = FeedbackIndexView
    inspect_view_class = FeedbackInspectView
    list_filter = ["answer", "day"]
    list_display = [
        TitleColumn("page", label=_("Page"), url_name="feedback:inspect"),
        Column("get_answer_display", label=_("Useful?"), sort_key="answer"),
        TypedColumn("sentence", label=_("What they said")),
        Column("day", label=_("Day"), sort_key="day"),
    ]
    ordering = ["-day", "-pk"]
    form_fields = ["answer"]  # Wagtail wants a form; nobody may change an answer


class UsefulPagesReport(ReportView):
    """Which pages help, and which do not: most “no” first."""

    page_title = _("Was this page useful?")
    header_icon = "comment"
    model = Feedback
    permission_policy = policy_registry.get_by_type(Feedback)
    permission_required = "view"
    index_url_name = "useful-pages"
    index_results_url_name = "useful-pages-results"
    default_ordering = "-no"
    columns = [
        Column("title", label=_("Page"), sort_key="title"),
        NumberColumn("no", label=_("No"), sort_key="no"),
        NumberColumn("yes", label=_("Yes"), sort_key="yes"),
        NumberColumn("said", label=_("With a sentence"), sort_key="said"),
        DateColumn("last_day", label=_("Last answer"), sort_key="last_day"),
    ]
    list_export = ["title", "no", "yes", "said", "last_day"]

    def get_base_queryset(self) -> QuerySet[Page]:
        return Page.objects.filter(feedback__isnull=False).annotate(
            no=Count("feedback", filter=Q(feedback__answer=Useful.NO)),
            yes=Count("feedback", filter=Q(feedback__answer=Useful.YES)),
            said=Count("feedback", filter=~Q(feedback__sentence="")),
            last_day=Max("feedback__day"),
        )


URLS = [
    path("reports/useful/", UsefulPagesReport.as_view(), name="useful-pages"),
    path("reports/useful/results/", UsefulPagesReport.as_view(results_only=True), name="useful-pages-results"),
]

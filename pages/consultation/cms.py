"""Consultations in the CMS: their list and editor, and the way to the answers."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, DeleteView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from pages.consultation import officers_views as views
from pages.consultation.answer import ConsultationAnswer
from pages.consultation.delete import delete, has_draft, why_not_delete
from pages.consultation.form import ConsultationForm
from pages.consultation.model import Consultation
from pages.consultation.shown import state_on
from pages.consultation.starting_set import new_consultation
from pages.consultation.vocabulary import AnswerState
from pages.core.visitors_words import SentByVisitors

register_permission_policy(ConsultationAnswer, SentByVisitors(ConsultationAnswer, "delete"))

URLS = [
    path("consultation/answers/<int:pk>/", views.answers, name="consultation-answers"),
    path("consultation/answers/<int:pk>/answers.xlsx", views.spreadsheet, name="consultation-spreadsheet"),
    path("consultation/answers/<int:pk>/paper/<str:asks>/", views.type_paper, name="consultation-paper"),
    path("consultation/answers/<int:pk>/report/", views.draft_report, name="consultation-report"),
    path("consultation/answers/one/<int:pk>/", views.moderate, name="consultation-moderate"),
]


class NewConsultationView(CreateView):
    """Begins with questions to keep, change or take away."""

    def get_initial_form_instance(self) -> Consultation:
        return new_consultation()


class DeleteConsultationView(DeleteView):
    """Only an example, or what nobody has answered: people's words are not thrown away."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if words := why_not_delete(self.object):
            messages.error(request, words)
            return redirect("consultation:edit", self.object.pk)
        return super().dispatch(request, *args, **kwargs)

    @property
    def confirmation_message(self) -> str:
        if self.object.example:
            return _now("Delete this example, with its made-up answers and its report?")
        if has_draft(self.object):
            return _now("Delete this consultation, with the draft of its report?")
        return super().confirmation_message

    def delete_action(self) -> None:
        delete(self.object)


def _state(consultation: Consultation) -> str:
    state = state_on(consultation, timezone.localdate())
    day = date_format(consultation.closes, "j F Y")
    if state.is_open:
        return _now("Open, closes after %(day)s") % {"day": day}
    if state.is_before:
        return _now("Opens on %(day)s") % {"day": date_format(consultation.opens, "j F Y")}
    return _now("Held elsewhere") if state.is_elsewhere else _now("Over since %(day)s") % {"day": day}


def _answers(consultation: Consultation) -> str:
    unread = consultation.answers.filter(state=AnswerState.NEW).count()
    words = _now("%(all)s, %(unread)s to read") % {"all": consultation.answers.count(), "unread": unread}
    return format_html('<a href="{}">{}</a>', reverse("consultation-answers", args=[consultation.pk]), words)


class ConsultationViewSet(ModelViewSet):
    model = Consultation
    icon = "comment"
    menu_label = _("Consultations")
    menu_order = 125
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    add_view_class = NewConsultationView
    delete_view_class = DeleteConsultationView
    edit_handler = ObjectList(Consultation.panels, base_form_class=ConsultationForm)
    list_display = [
        TitleColumn("title", label=_("Title"), url_name="consultation:edit"),
        Column("state", label=_("Now"), accessor=_state),
        Column("answers", label=_("Answers"), accessor=_answers),
        Column("example", label=_("Example"), accessor=lambda row: _("Example") if row.example else ""),
    ]

"""The requests to be rung in the CMS: whom to ring, longest waiting first, and who has done it."""

from typing import Any

from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from pages.core.officers_request import OfficersRequest
from pages.core.visitors_words import SentByVisitors, TypedColumn, TypedPanel, TypedTitleColumn
from pages.ring_back import callbacks
from pages.ring_back.model import Callback
from pages.sign_in import log
from pages.sign_in.entry import What

register_permission_policy(Callback, SentByVisitors(Callback, "add"))


class CallbackIndexView(IndexView):
    """Who looks at the list is logged, whatever it is drawn for: it holds people's numbers."""

    request: OfficersRequest

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponseBase:
        log.write(self.request, What.REQUESTS_LISTED, self.request.user)
        return super().render_to_response(context, **options)

    def get_base_queryset(self) -> QuerySet[Callback]:
        return super().get_base_queryset().select_related("answered_by")


class CallbackEditView(EditView):
    """Only the status can be changed; whoever changes it is written down.

    Who looks at a request is logged, when it is drawn again for what was typed wrong too.
    """

    request: OfficersRequest

    def render_to_response(self, context: dict[str, Any], **options: Any) -> HttpResponseBase:
        log.write(self.request, What.REQUEST_OPENED, self.request.user, about=str(self.object))
        return super().render_to_response(context, **options)

    def save_instance(self) -> Callback:
        if "status" in self.form.changed_data:
            callbacks.note_answer(self.form.instance, self.request.user, timezone.now())
        return super().save_instance()


def _how_to_reach(callback: Callback) -> str:
    """The way with its number or e-mail; where something keeps it safe, that is to be read first, in the entry."""
    parts = [str(callback.get_way_display())]
    if callback.if_seen or callback.keep_safe:
        parts.append(gettext("open it first: it says what keeps it safe"))
    else:
        parts.append(callback.phone or callback.email)
    if callback.language:
        parts.append(gettext("with an interpreter for %(language)s") % {"language": callback.language})
    return ", ".join(parts)


class CallbackViewSet(ModelViewSet):
    model = Callback
    icon = "mobile-alt"
    menu_label = _("People to ring")
    menu_order = 110
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = CallbackIndexView
    edit_view_class = CallbackEditView
    list_filter = ["status", "asked_by", "way"]
    list_display = [
        TypedTitleColumn("name", label=_("Name"), url_name="callback:edit"),
        TypedColumn("reach", label=_("How to reach them"), accessor=_how_to_reach),
        Column("get_asked_by_display", label=_("Who asked")),
        Column("get_best_time_display", label=_("Best time")),
        Column("get_topic_display", label=_("About")),
        DateColumn("asked_at", label=_("Asked"), sort_key="asked_at"),
        Column("get_status_display", label=_("Status"), sort_key="status"),
        Column("answered_by", label=_("Answered by")),
        DateColumn("answered_at", label=_("Answered"), sort_key="answered_at"),
    ]
    ordering = ["-status", "asked_at"]  # by the alphabet, "waiting" comes after "answered"
    panels = [
        FieldPanel("status"),
        MultiFieldPanel(
            [
                FieldRowPanel([TypedPanel("name", read_only=True), FieldPanel("asked_by", read_only=True)]),
                FieldRowPanel([FieldPanel("if_seen", read_only=True), TypedPanel("keep_safe", read_only=True)]),
                FieldRowPanel([FieldPanel("way", read_only=True), FieldPanel("best_time", read_only=True)]),
                FieldRowPanel([TypedPanel("phone", read_only=True), TypedPanel("email", read_only=True)]),
                FieldRowPanel([TypedPanel("language", read_only=True), FieldPanel("asked_at", read_only=True)]),
                FieldRowPanel([FieldPanel("topic", read_only=True), FieldPanel("about_whom", read_only=True)]),
            ],
            heading=_("What they told us"),
        ),
    ]

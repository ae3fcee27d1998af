"""Every comment on the offer, open and closed."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from pages.core.visitors_words import SentByVisitors
from pages.heard.comment import Comment

register_permission_policy(Comment, SentByVisitors(Comment, "add", "change"))


class CommentIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[Comment]:
        return super().get_base_queryset().select_related("closing__by")


class CommentColumn(Column):
    """What was said; an open one leads to where it is closed."""

    cell_template_name = "heard/told/comment.html"

    def get_cell_context_data(self, instance: Comment, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"may_close": parent_context["request"].user.has_perm("pages.add_closing")}


def _what_became_of_it(comment: Comment) -> str:
    return comment.closing.sentence if comment.closing else ""


class CommentViewSet(ModelViewSet):
    model = Comment
    icon = "comment"
    menu_label = _("Comments")
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = CommentIndexView
    list_filter = {"role": ["exact"], "day": ["range"], "closing": ["isnull"]}
    list_display = [
        CommentColumn("text", label=_("What they said")),
        Column("get_role_display", label=_("Who they are"), sort_key="role"),
        Column("day", label=_("Day"), sort_key="day"),
        Column("closing", label=_("What became of it"), accessor=_what_became_of_it),
    ]
    ordering = ["-day", "-pk"]
    form_fields = ["role"]  # Wagtail wants a form; nobody may change a comment

from typing import Any

from django.template import Context
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.panels import InlinePanel, Panel


class DrawnPanel(Panel):
    """A part of an edit screen that says something and asks for nothing: a template of ours whose tags do the work.

    It only names its template, so that a model can have it in its class body and knows nothing of the feature that
    draws it. The template gets the `instance` that is edited and the `request`; while it draws nothing, the panel is
    not there.
    """

    def __init__(self, template_name: str, **kwargs: Any):
        super().__init__(**kwargs)
        self.template_name = template_name

    def clone_kwargs(self) -> dict[str, Any]:
        return super().clone_kwargs() | {"template_name": self.template_name}

    class BoundPanel(Panel.BoundPanel):
        @cached_property
        def drawn(self) -> str:
            context = {"instance": self.instance, "heading": self.heading}
            return render_to_string(self.panel.template_name, context, self.request).strip()

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.drawn)

        def render_html(self, parent_context: Context | None = None) -> SafeString:
            return mark_safe(self.drawn)


class RowsIfAsked(InlinePanel):
    """Rows that not every page of a kind has: the panel is there while the page's form asks for them."""

    class BoundPanel(InlinePanel.BoundPanel):
        def __init__(self, **kwargs: Any):
            self.is_asked = kwargs["form"] is None or self._relation(kwargs) in kwargs["form"].formsets
            super().__init__(**kwargs if self.is_asked else kwargs | {"form": None})

        def is_shown(self) -> bool:
            return super().is_shown() and self.is_asked

        @staticmethod
        def _relation(kwargs: dict[str, Any]) -> str:
            return kwargs["panel"].relation_name

"""Reads what an officer has typed so far, saved or not, and answers with what to put right."""

import logging
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.response import TemplateResponse
from django.urls import path
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView

from pages import plain_words
from pages.core.base_page import BasePage

logger = logging.getLogger(__name__)


class ReadTyped(PreviewOnEditView):
    """Builds the page from the editor's form as Wagtail's preview does, and under the same permissions."""

    http_method_names = ["post"]

    def get_object(self) -> BasePage:
        page = super().get_object()
        if not isinstance(page, BasePage):
            raise Http404
        return page

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            page = page_as_typed(self.get_form(request.POST))
        except (AttributeError, KeyError, TypeError, ValueError):
            logger.info("The editor sent a form that is none.", exc_info=True)
            return HttpResponseBadRequest()
        return TemplateResponse(request, "plain_words/look.html", {"look": plain_words.look(page)})


class ReadTypedOnCreate(ReadTyped, PreviewOnCreateView):
    def get_object(self) -> BasePage:
        kind = self.content_type.model_class()
        if kind is None or not issubclass(kind, BasePage):
            raise Http404
        return super().get_object()


def page_as_typed(form: WagtailAdminPageForm) -> BasePage:
    """The form's page, not saved. A field that is not right yet is read as it stands, for its words may be fine."""
    form.defer_required_fields()
    if form.is_valid():
        return form.save(commit=False)
    page = form.instance
    for name in form.errors.keys() & form.fields.keys():
        if (typed := form[name].data) is not None and hasattr(page, name):
            _read_anyway(page, name, typed)
    for formset in form.formsets.values():
        if formset.is_valid():
            formset.save(commit=False)
    return page


def _read_anyway(page: BasePage, name: str, typed: object) -> None:
    field = page._meta.get_field(name)
    if not field.is_relation and isinstance(typed, str | type(getattr(page, name))):
        setattr(page, name, typed)


URLS = [
    # Below the addresses of the editor's own form, so that its script needs no other address.
    path("pages/<int:page_id>/edit/plain-words/", ReadTyped.as_view(), name="plain-words-edit"),
    path(
        "pages/add/<slug:content_type_app_name>/<slug:content_type_model_name>/<int:parent_page_id>/plain-words/",
        ReadTypedOnCreate.as_view(),
        name="plain-words-add",
    ),
]

"""The preview of a page as it is typed, before anybody is asked whether the national text is to be changed."""

from django.http import QueryDict
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.views.pages.preview import PreviewOnEditView


class Preview(PreviewOnEditView):
    """Wagtail's, which shows nothing of a form with errors: what is asked on saving would be one."""

    def get_form(self, query_dict: QueryDict) -> WagtailAdminPageForm:
        if query_dict:
            query_dict = query_dict.copy()
            query_dict["takes_over"] = "on"
        return super().get_form(query_dict)


# It stands before Wagtail's own address.
urlpatterns = [path("cms/pages/<int:page_id>/edit/preview/", require_admin_access(Preview.as_view()))]

"""Wagtail's own interface for programs. There is nobody to ask there: what officers are asked about is refused."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from wagtail.admin.api.actions.delete import DeletePageAPIAction
from wagtail.admin.api.actions.unpublish import UnpublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import Page

from pages.duties.duty_map import lost_without
from pages.publishing.versions_cms import holds_a_report


def _refuse_the_last(keys: set[int]) -> None:
    lost = [item for items in lost_without(keys, timezone.localdate()).values() for item in items]
    if lost:
        names = "; ".join(dict.fromkeys(str(item.label) for item in lost))
        raise ValidationError(_("The page proves: %(duties)s. Do it in the CMS, and say why.") % {"duties": names})


class Unpublish(UnpublishPageAPIAction):
    def execute(self, instance: Page, data: dict[str, Any]) -> Response:
        children = instance.get_descendants().live() if data["recursive"] else []
        _refuse_the_last({instance.pk, *(page.pk for page in children)})
        return super().execute(instance, data)


class Delete(DeletePageAPIAction):
    def execute(self, instance: Page, data: dict[str, Any]) -> Response:
        _refuse_the_last({instance.pk, *instance.get_descendants().values_list("pk", flat=True)})
        if holds_a_report(instance):
            raise ValidationError(_("A version of the offer rests on a report here, so it must stay."))
        return super().execute(instance, data)


# They let pages go live, and before that an officer says what kind of change it is.
NOT_FOR_PROGRAMS = {"publish", "copy", "create_alias", "copy_for_translation"}


class Pages(PagesAdminAPIViewSet):
    actions = {
        name: action for name, action in PagesAdminAPIViewSet.actions.items() if name not in NOT_FOR_PROGRAMS
    } | {"unpublish": Unpublish, "delete": Delete}


def construct_admin_api(router: WagtailAPIRouter) -> None:
    router.register_endpoint("pages", Pages)

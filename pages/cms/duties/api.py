"""Wagtail's own interface for programs can unpublish and delete too. There is nobody to ask: it is refused."""

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from wagtail.admin.api.actions.delete import DeletePageAPIAction
from wagtail.admin.api.actions.unpublish import UnpublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet

from pages.services.duty_map import lost_without


def _refuse_the_last(keys):
    duties = [duty for duties in lost_without(keys).values() for duty in duties]
    if duties:
        names = "; ".join(dict.fromkeys(str(duty.label) for duty in duties))
        raise ValidationError(
            _("The last page that meets: %(duties)s. Do it in the CMS, and say why.") % {"duties": names}
        )


class Unpublish(UnpublishPageAPIAction):
    def execute(self, instance, data):
        children = instance.get_descendants().live() if data["recursive"] else []
        _refuse_the_last({instance.pk, *(page.pk for page in children)})
        return super().execute(instance, data)


class Delete(DeletePageAPIAction):
    def execute(self, instance, data):
        _refuse_the_last({instance.pk, *instance.get_descendants().values_list("pk", flat=True)})
        return super().execute(instance, data)


class Pages(PagesAdminAPIViewSet):
    actions = PagesAdminAPIViewSet.actions | {"unpublish": Unpublish, "delete": Delete}


def construct_admin_api(router):
    router.register_endpoint("pages", Pages)

"""Wagtail's own interface for programs. There is nobody to ask there: what officers are asked about is refused."""

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from wagtail.admin.api.actions.delete import DeletePageAPIAction
from wagtail.admin.api.actions.unpublish import UnpublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet

from pages.duties.duty_map import lost_without
from pages.publishing.versions_cms import holds_a_report


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
        if holds_a_report(instance):
            raise ValidationError(_("A version of the offer rests on a report here, so it must stay."))
        return super().execute(instance, data)


# They let pages go live, and before that an officer says what kind of change it is.
NOT_FOR_PROGRAMS = {"publish", "copy", "create_alias", "copy_for_translation"}


class Pages(PagesAdminAPIViewSet):
    actions = {
        name: action for name, action in PagesAdminAPIViewSet.actions.items() if name not in NOT_FOR_PROGRAMS
    } | {"unpublish": Unpublish, "delete": Delete}


def construct_admin_api(router):
    router.register_endpoint("pages", Pages)

import re

from django.conf import settings
from django.http import Http404
from django.middleware.csp import ContentSecurityPolicyMiddleware
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.csp import CSP

from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404
from wagtail.models import Page

from pages.core.content_version import ContentVersion

# Wagtail's editor writes scripts and styles into its pages, and previews images from memory.
CMS_POLICY = settings.SECURE_CSP | {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "object-src": [CSP.NONE],
    "frame-src": [CSP.SELF],
}


class ContentSecurityPolicy(ContentSecurityPolicyMiddleware):
    """Keeps public pages to our own files only; the CMS alone may use inline script and style."""

    def process_response(self, request, response):
        if request.path.startswith(reverse("wagtailadmin_home")):
            response._csp_config = CMS_POLICY
        return super().process_response(request, response)


class OneVersion:
    """Asks only once a visit which version of the content there is, however many parts of the page want to know."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with ContentVersion.asked_once():
            return self.get_response(request)


class VisitorCaching:
    """Lets browsers keep a visitor's page, asking each time whether it is still the same (by its ETag)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method in {"GET", "HEAD"} and not response.has_header("Cache-Control"):
            if settings.SESSION_COOKIE_NAME in request.COOKIES:
                patch_cache_control(response, private=True, no_cache=True)
            elif response.status_code == 200:
                patch_cache_control(response, public=True, no_cache=True)
        return response


class KnownIds:
    """Answers "not found" where the CMS's screens for several things, which read ids unchecked, get no number as one."""

    AN_ID = re.compile(r"[0-9]{1,18}|all")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.url_name != "wagtail_bulk_action" or self._are_known(request.GET):
            return None
        return _not_found(request)

    def _are_known(self, query):
        ids = query.getlist("id")
        if not ids or not all(self.AN_ID.fullmatch(number) for number in ids):
            return False
        parent = query.get("childOf")
        if "all" not in ids or parent is None:
            return True
        return bool(self.AN_ID.fullmatch(parent)) and parent != "all" and Page.objects.filter(pk=parent).exists()


@display_custom_404
@require_admin_access
def _not_found(request):
    raise Http404

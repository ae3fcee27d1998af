import ipaddress
import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import EmptyPage
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.middleware.csp import ContentSecurityPolicyMiddleware
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.csp import CSP
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.urls import display_custom_404

from pages.core.content_version import ContentVersion
from pages.site.fit import proxies

logger = logging.getLogger(__name__)

type GetResponse = Callable[[HttpRequest], HttpResponse]

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

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path.startswith(reverse("wagtailadmin_home")):
            response._csp_config = CMS_POLICY  # type: ignore[attr-defined]  # where Django's own decorator puts it
        return super().process_response(request, response)


class OneVersion:
    """Asks only once a visit which version of the content there is, however many parts of the page want to know."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with ContentVersion.asked_once():
            return self.get_response(request)


class VisitorCaching:
    """Lets browsers keep a visitor's page, asking each time whether it is still the same (by its ETag)."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method in {"GET", "HEAD"} and not response.has_header("Cache-Control"):
            if settings.SESSION_COOKIE_NAME in request.COOKIES:
                patch_cache_control(response, private=True, no_cache=True)
            elif response.status_code == 200:
                patch_cache_control(response, public=True, no_cache=True)
        return response


class NoticeProxies:
    """Says once when TRUSTED_PROXIES is not what visitors come through: then all of them count as one visitor."""

    FROM_PROXIES = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO")

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response
        self.said: set[str] = set()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._came_through_a_proxy(request):
            trouble = proxies.last_visit.trouble = proxies.trouble_with(request)
            if trouble and trouble not in self.said:
                self.said.add(trouble)
                logger.warning(trouble)
        return self.get_response(request)

    def _came_through_a_proxy(self, request: HttpRequest) -> bool:
        """Anybody can make the headers up; who sits beside us and sends them is a proxy."""
        if not any(name in request.META for name in self.FROM_PROXIES):
            return False
        try:
            return ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")).is_private
        except ValueError:
            return True  # a socket on this machine


class MadeUpAddresses:
    """Answers "not found" where an address of the CMS holds an id, a page or a date that can't be.

    Wagtail hands many of them to the database unread. What is caught is logged, for a fault of ours can look the same.
    A form that came without rows that it says it has is a bad request: django-modelcluster reads them unasked.
    """

    UNREADABLE = ("expected a number but got", "invalid literal for int()", "cannot contain NUL")

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if isinstance(exception, MultiValueDictKeyError):
            words = _("Part of this form did not come. Go back: what you typed should still be there. Save it again.")
            return HttpResponseBadRequest(words, content_type="text/plain; charset=utf-8")
        if not self._is_about_a_value(exception):
            return None
        logger.warning("Not found, for this could not be read: %s", request.path, exc_info=exception)
        return _not_found(request)

    def _is_about_a_value(self, exception: Exception) -> bool:
        if isinstance(exception, ValueError):
            return any(words in str(exception) for words in self.UNREADABLE)
        return isinstance(exception, ObjectDoesNotExist | OverflowError | EmptyPage | DataError)


@display_custom_404
@require_admin_access
def _not_found(request: HttpRequest) -> HttpResponse:
    raise Http404

from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap


@require_safe
def sitemap(request):
    """Every public page, for search engines."""
    return wagtail_sitemap(request)

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pages.council.colour import brand_problem, shades

SHEET = """:root {{ --brand: {brand}; --deep: {deep}; }}
@media (prefers-color-scheme: dark) {{ :root {{ --brand: {night}; --deep: #120d1d; }} }}
@media print {{ :root {{ --brand: {brand}; --deep: {deep}; }} }}
"""


@require_safe
def stylesheet(request: HttpRequest, code: str) -> HttpResponse:
    """The shades of the council's own brand colour. The colour is in the address, so it can be kept for good."""
    colour = f"#{code}"
    if brand_problem(colour):
        raise Http404
    response = HttpResponse(SHEET.format(**shades(colour)._asdict()), content_type="text/css")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from pages.content import where_codes_lead
from pages.content.short_code import CODE

INSTEAD_OF = "instead-of"


@require_safe
def follow_code(request: HttpRequest, code: str) -> HttpResponse:
    """From the few letters on paper to the page they stand for, or to what replaced it, which then says so."""
    destination = where_codes_lead.find(code)
    if destination is None:
        return render(
            request, "content/unknown_code.html", {"code": code if CODE.match(code.lower()) else ""}, status=404
        )
    address = destination.page.get_url(request)
    if destination.instead_of:
        address += f"?{urlencode({INSTEAD_OF: destination.code})}"
    return redirect(address)

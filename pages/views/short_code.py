from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from pages.models.short_code import CODE
from pages.services import short_codes

INSTEAD_OF = "instead-of"


@require_safe
def follow(request, code):
    """From the few letters on paper to the page they stand for, or to what replaced it, which then says so."""
    found = short_codes.find(code)
    if found is None:
        return render(
            request, "pages/unknown_code.html", {"code": code if CODE.match(code.lower()) else ""}, status=404
        )
    address = found.page.get_url(request)
    if found.instead_of:
        address += f"?{urlencode({INSTEAD_OF: found.code})}"
    return redirect(address)

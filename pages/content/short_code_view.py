from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from pages.content import short_code_leads as short_codes
from pages.content.short_code import CODE

INSTEAD_OF = "instead-of"


@require_safe
def follow(request, code):
    """From the few letters on paper to the page they stand for, or to what replaced it, which then says so."""
    found = short_codes.find(code)
    if found is None:
        return render(
            request, "content/unknown_code.html", {"code": code if CODE.match(code.lower()) else ""}, status=404
        )
    address = found.page.get_url(request)
    if found.instead_of:
        address += f"?{urlencode({INSTEAD_OF: found.code})}"
    return redirect(address)

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from .duty_map import counts, duty_map
from .standing import Claim


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """How far this offer does what is asked of it: the state of each item, what proves it, and what is missing."""
    parts = duty_map(timezone.localdate())
    rows = [row for part in parts for row in part.rows]
    number = dict(counts(rows))
    context = {
        "parts": parts,
        "counts": number.items(),
        "total": len(rows),
        "is_whole": number[Claim.MET] == len(rows),
        "address": settings.SITE_URL + reverse("law"),
    }
    return render(request, "duties/law.html", context)

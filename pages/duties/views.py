from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from pages.core.overdue import overdue
from pages.duties.duty_map import duty_map


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """How this offer meets the law: each duty, the pages that meet it, and what is not published yet."""
    rows = duty_map()
    context = {
        "law": [row for row in rows if row.duty.is_law],
        "guidance": [row for row in rows if not row.duty.is_law],
        "met": sum(row.is_met for row in rows),
        "total": len(rows),
        "gaps": [row for row in rows if not row.is_met],
        "overdue": overdue(timezone.localdate()),
        "address": settings.SITE_URL + reverse("law"),
    }
    return render(request, "duties/law.html", context)

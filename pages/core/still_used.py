"""Refuses to delete a shared entry that is still used somewhere, and says where."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from pages.core.used_in import uses_of

REFUSED = 403


def refuse_to_delete(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """For one entry or several ticked in a list; lets the deletion go on when nothing uses them."""
    used = [(entry, uses) for entry in instances if (uses := uses_of(entry, request.user))]
    if not used:
        return None
    back = reverse(type(used[0][0]).snippet_viewset.get_url_name("list"))
    status = REFUSED if request.method == "POST" else 200
    return render(request, "core/still_used.html", {"used": used, "back": back}, status=status)

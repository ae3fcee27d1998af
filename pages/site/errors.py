"""Error pages in the site's own look. They work with the database down and still give the Navigators' number."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

RETRY_AFTER = 30  # seconds


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A database that is gone or does not answer is no fault of ours, and passes: so browsers and monitors are told."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        response = render(request, "500.html", status=503)
        response["Retry-After"] = RETRY_AFTER
        return response
    return render(request, "500.html", status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "csrf.html", status=403)

"""The passwords that open one page or some files to whoever has been told them, without a log-in."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pages.core.visitor import address_of
from pages.sign_in import limits

type View = Callable[..., HttpResponse]


def counted(view: View) -> View:
    """Wagtail's view, but nobody can try many passwords there. The right one leads on to what it opens."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        address = address_of(request)
        try:
            limits.count_shared_password(address, timezone.now())
        except ValidationError as error:
            return render(request, "sign_in/too_many.html", {"problems": error.messages}, status=429)
        response = view(request, *args, **kwargs)
        if response.status_code == 302:
            limits.shared_password_was_right(address)
        return response

    return answer

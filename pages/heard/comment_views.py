from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from pages.core.keep_once import NotStoredError
from pages.core.rate_limit import under_limit
from pages.core.visitor import address_of
from pages.heard import comments
from pages.heard.comment_form import CommentForm

MOST_AN_HOUR = 10  # an office or a whole street can share one address


# The signed stamp in the form takes the place of the CSRF cookie: see pages/heard/comment_form.py.
@csrf_exempt
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest) -> HttpResponse:
    """The form by itself, for whoever has to put something right; the first one stands on “Have your say”."""
    day = timezone.localdate()
    if request.method != "POST":
        return _shown(request, CommentForm(day=day))
    form = CommentForm(request.POST, day=day)
    if not form.is_valid():
        return _shown(request, form)
    if not under_limit("comment", address_of(request), MOST_AN_HOUR):
        words = _("Many people have written from the same place as you. Please ring us, or try again later.")
        form.add_error(None, words)
        return _shown(request, form, status=429)
    try:
        comments.store(form.cleaned_data["text"], form.cleaned_data["role"], day)
    except NotStoredError:
        form.add_error(None, _("We could not save this. Please ring us, or try again in a few minutes."))
        return _shown(request, form, status=503)
    return redirect("comment-thanks")


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "heard/comment_thanks.html")


def _shown(request: HttpRequest, form: CommentForm, status: int = 200) -> HttpResponse:
    return render(request, "heard/comment.html", {"form": form}, status=status)

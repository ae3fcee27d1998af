"""The screens of the set-up, for whoever holds its link."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.utils.urlpatterns import decorate_urlpatterns

from pages.set_up import link
from pages.set_up.colour_trial import SWATCHES, Trial, as_colour, is_colour, stylesheet, trial_of
from pages.set_up.finish import FinishedError, NameTakenError, finish
from pages.set_up.forms import YourLogInForm
from pages.set_up.model import SetUp
from pages.set_up.steps import BY_SLUG, LAST, STEPS, Step, mark_done, missing, next_after, to_go_on_with
from pages.sign_in.views import come_in

STAY = "stay"  # the button that saves and shows the same step again


@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, signed: str) -> HttpResponse:
    """Looking at the link changes nothing, for mail programs look at links too: pressing the button takes it up."""
    set_up = link.of_link(signed, timezone.now())
    if set_up is None:
        return _no_link(request)
    if request.method == "POST":
        link.take_up(set_up, request)
        return redirect("set-up-step", to_go_on_with(set_up).slug)
    words = {"steps": STEPS, "elsewhere": link.is_held_elsewhere(set_up, request), "begun": bool(set_up.steps_done)}
    return render(request, "set_up/link.html", words | {"minutes": sum(step.minutes for step in STEPS)})


@sensitive_post_parameters()
@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def show_step(request: HttpRequest, slug: str) -> HttpResponse:
    """One step: what is right is saved, what is not is said beside its field."""
    set_up, step = link.held_by(request, timezone.now()), BY_SLUG.get(slug)
    if set_up is None:
        return _no_link(request)
    if step is None:
        return redirect("set-up-step", to_go_on_with(set_up).slug)
    form = _form(step, set_up, request)
    if form.is_bound and form.is_valid():
        if step is LAST:
            return _finish(request, set_up, form)
        form.save()
        mark_done(set_up, step)
        if STAY in form.data:
            return redirect(f"{reverse('set-up-step', args=[slug])}?saved")
        return redirect("set-up-step", next_after(step).slug)
    return _draw(request, set_up, step, form)


@require_safe
def try_colour(request: HttpRequest) -> HttpResponse:
    """What there is to say of the colour that is being typed, for htmx."""
    if link.held_by(request, timezone.now()) is None:
        return _no_link(request)
    return render(request, "set_up/colour.html", {"trial": _trial(request.GET.get("brand_colour", ""))})


def _form(step: Step, set_up: SetUp, request: HttpRequest) -> Any:
    if request.method != "POST":
        return step.form(set_up=set_up)
    typed = request.POST.copy()
    if chosen := typed.get("use_colour"):  # a button under the colour: it is typed in its place
        typed["brand_colour"], typed[STAY] = chosen, "1"
    return step.form(typed, request.FILES, set_up=set_up)


def _draw(request: HttpRequest, set_up: SetUp, step: Step, form: Any) -> HttpResponse:
    words = {
        "set_up": set_up,
        "step": step,
        "steps": [(other, other.slug in set_up.steps_done) for other in STEPS],
        "form": form,
        "next": None if step is LAST else next_after(step),
        "missing": missing(set_up),
        "saved": "saved" in request.GET and not form.is_bound,
    }
    if "brand_colour" in form.fields:
        words |= {"trial": _trial(str(form["brand_colour"].value() or "")), "swatches": SWATCHES}
    return render(request, f"set_up/{step.slug}.html", words)


def _trial(typed: str) -> Trial | None:
    colour = as_colour(typed)
    return trial_of(colour) if is_colour(colour) else None


def _finish(request: HttpRequest, set_up: SetUp, form: YourLogInForm) -> HttpResponse:
    """Signs the new administrator in, who goes on in the CMS."""
    if missing(set_up):
        return _draw(request, set_up, LAST, form)
    fields = form.fields_of_user() | {"email": form.cleaned_data["email"]}
    try:
        user = finish(set_up, fields, form.cleaned_data["password1"], timezone.now())
    except FinishedError:
        return _no_link(request)
    except NameTakenError:
        form.name_is_taken()
        return _draw(request, set_up, LAST, form)
    return come_in(request, user, reverse("open-the-site"))


def _no_link(request: HttpRequest) -> HttpResponse:
    return render(request, "set_up/no_such_link.html", status=404)


URLS = decorate_urlpatterns(
    [
        path("set-up/link/<str:signed>/", open_link, name="set-up-link"),
        path("set-up/colour/", try_colour, name="set-up-colour"),
        path("set-up/<slug:slug>/", show_step, name="set-up-step"),
        path("set-up/", show_step, {"slug": ""}, name="set-up"),
    ],
    never_cache,
)
URLS.append(path("set-up/colours-<str:code>.css", stylesheet, name="set-up-colours"))

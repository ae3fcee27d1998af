"""A letter that a carer fills in. What she types is in the body of a POST alone: never in an address, log or store."""

import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.formats import date_format
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from pages.core.inline import finished
from pages.core.open_pages import open_pages
from pages.core.visitor import address_of
from pages.council.council import current_council
from pages.letters.forms import LetterForm
from pages.letters.letter import Letter, Paragraph, Piece, as_text
from pages.letters.model import LetterPage
from pages.letters.paper import letter_pdf
from pages.paper.pdf import UnprintableError
from pages.paper.serve import pdf_response
from pages.paper.turn import BusyError

TRY_AGAIN_AFTER = 5


@csrf_exempt  # It changes nothing; a token would need a cookie.
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, page: int) -> HttpResponse:
    """The finished letter of a page as a page, as a PDF, or back in its form to be changed (`made_as`)."""
    about = LetterPage.objects.filter(pk=page).first() if page in open_pages() else None
    if about is None:
        raise Http404
    if request.method != "POST":  # as after going back, or a link that was copied
        return redirect(about.url)
    form = LetterForm(about.all_blanks(), request.POST)
    wanted = request.POST.get("made_as", "")
    if not form.is_valid() or wanted == "form":
        return _kept_by_nobody(_form(request, about, form))
    return _kept_by_nobody(_pdf(request, about, form) if wanted == "pdf" else _sheet(request, about, form))


def _form(request: HttpRequest, about: LetterPage, form: LetterForm) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, about.template, about.get_context(request, form=form), status=status)


def _sheet(request: HttpRequest, about: LetterPage, form: LetterForm, status: int = 200) -> HttpResponse:
    letter, day = about.filled(form.typed), timezone.localdate()
    context = {
        "about": about,
        "form": form,
        "letter": letter,
        "day": day,
        "text": _as_text(letter, day),
        "is_busy": status == 503,
    }
    return render(request, "letters/finished.html", context, status=status)


def _pdf(request: HttpRequest, about: LetterPage, form: LetterForm) -> HttpResponse:
    letter, day = about.filled(form.typed), timezone.localdate()
    try:
        made = letter_pdf(about.title, letter, day, current_council(), address_of(request))
    except BusyError:
        response = _sheet(request, about, form, status=503)
        response["Retry-After"] = str(TRY_AGAIN_AFTER)
        return response
    except UnprintableError as error:
        form.say_unprintable(error.words, str(error))
        return _form(request, about, form)
    return pdf_response(made, about.slug, as_attachment=True)  # she stays on the page of her letter


def _as_text(letter: Letter, day: datetime.date) -> str:
    """The letter to copy. What stands in a textarea stays as it is, so the words in braces are finished here."""
    dated = [] if letter.is_empty else [Paragraph([[Piece(date_format(day, "j F Y"))]])]
    return as_text([*letter.sender, *dated, *letter.recipient, *letter.subject, *letter.text], finished)


def _kept_by_nobody(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_store=True)
    return response

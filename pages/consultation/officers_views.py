"""What officers do with the answers to a consultation: read, take out, group, type in from paper, report."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from pages.consultation import answers as keeping
from pages.consultation import moderation, report
from pages.consultation.answer import AnswerPart, ConsultationAnswer
from pages.consultation.answer_form import PaperForm
from pages.consultation.model import Consultation
from pages.consultation.moderation_form import AsideForm, ListForm, PartForm
from pages.consultation.sheets import answers_xlsx
from pages.consultation.vocabulary import AnswerState, AskedSet
from pages.core.as_seen import is_as_seen, marked
from pages.core.keep_once import NotStoredError
from pages.core.officers_request import OfficersRequest

MAY_SEE, MAY_MODERATE = "pages.view_consultationanswer", "pages.change_consultationanswer"
MAY_TYPE, MAY_REPORT = "pages.add_consultationanswer", "pages.change_consultation"
MOST_SHOWN = 200


@require_safe
def answers(request: OfficersRequest, pk: int) -> HttpResponse:
    """The answers of a consultation, by what an officer wants to see of them."""
    if not (request.user.has_perm(MAY_SEE) or request.user.has_perm(MAY_TYPE)):
        raise PermissionDenied
    consultation = get_object_or_404(Consultation, pk=pk)
    form = ListForm(request.GET or None, consultation=consultation)
    rows = consultation.answers.filter(**form.filters() if form.is_valid() else {}).distinct()
    parts = Prefetch("parts", AnswerPart.objects.select_related("question").prefetch_related("groups"))
    shown = list(rows.prefetch_related(parts)[:MOST_SHOWN]) if request.user.has_perm(MAY_SEE) else []
    context = {
        "consultation": consultation,
        "form": form,
        "answers": shown,
        "cut_off": rows.count() - len(shown) if len(shown) == MOST_SHOWN else 0,
        "unread": consultation.answers.filter(state=AnswerState.NEW).first(),
        "may_see": request.user.has_perm(MAY_SEE),
        "may_type": request.user.has_perm(MAY_TYPE),
        "may_moderate": request.user.has_perm(MAY_MODERATE),
        "may_report": request.user.has_perm(MAY_REPORT),
        "sets": _sets_of(consultation),
    }
    return render(request, "consultation/cms/answers.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def moderate(request: OfficersRequest, pk: int) -> HttpResponse:
    """One person's answers: to read, to take words out of, to put into groups, or to set aside."""
    if not request.user.has_perm(MAY_MODERATE):
        raise PermissionDenied
    answers = ConsultationAnswer.objects.select_related("consultation")
    if request.method != "POST":
        return _moderated(request, get_object_or_404(answers, pk=pk))
    with transaction.atomic():
        return _moderated(request, get_object_or_404(answers.select_for_update(of=["self"]), pk=pk))


def _moderated(request: OfficersRequest, answer: ConsultationAnswer) -> HttpResponse:
    sent = request.method == "POST"
    changed, wants_aside = sent and not is_as_seen(marked(request), answer.mark), "aside" in request.POST
    data = request.POST if sent else None
    shown = list(answer.parts.select_related("question", "answer__consultation"))
    forms = {part.pk: PartForm(None if wants_aside else data, part=part) for part in shown if part.is_own_words}
    parts = list(forms.values())
    aside = AsideForm(data if wants_aside else None, label_suffix="")
    if wants_aside and shown and not changed and aside.is_valid():
        moderation.set_aside(answer, aside.cleaned_data["why"])
        messages.success(request, _("Set aside. What was said is deleted."))
        return _next(answer)
    if sent and shown and not (wants_aside or changed) and _all_valid(parts):
        words = {form.part: form.left() for form in parts}
        moderation.read(answer, words, {form.part: list(form.cleaned_data["groups"]) for form in parts})
        messages.success(request, _("Read."))
        return _next(answer)
    rows = [(part, forms.get(part.pk)) for part in shown]
    left = answer.consultation.answers.filter(state=AnswerState.NEW).exclude(pk=answer.pk).count()
    context = {"answer": answer, "consultation": answer.consultation, "rows": rows, "aside": aside, "left": left}
    context |= {"changed": changed, "wrong": not changed and any(form.errors for form in (*parts, aside))}
    return render(request, "consultation/cms/moderate.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def type_paper(request: OfficersRequest, pk: int, asks: str) -> HttpResponse:
    """Takes what somebody wrote on paper. The role, and no name."""
    if not request.user.has_perm(MAY_TYPE):
        raise PermissionDenied
    consultation = get_object_or_404(Consultation, pk=pk)
    if asks not in _sets_of(consultation):
        return redirect("consultation-answers", pk)
    form = PaperForm(request.POST or None, consultation=consultation, asks=asks)
    if request.method == "POST" and form.is_valid():
        day = timezone.localdate()
        try:
            keeping.store(consultation, asks, form.who(), form.words(), token=form.token, day=day, on_paper=True)
        except NotStoredError:
            form.add_error(None, _("This could not be saved. Please try again in a few minutes."))
        else:
            messages.success(request, _("Kept, without names. You can type in the next one."))
            return redirect("consultation-paper", pk, asks)
    context = {"consultation": consultation, "form": form, "asks": AskedSet(asks).label}
    return render(request, "consultation/cms/paper.html", context)


@require_safe
def spreadsheet(request: OfficersRequest, pk: int) -> HttpResponse:
    """The answers that were read, as a spreadsheet."""
    if not request.user.has_perm(MAY_SEE):
        raise PermissionDenied
    consultation = get_object_or_404(Consultation, pk=pk)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    response = HttpResponse(answers_xlsx(consultation), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{consultation.slug}.xlsx"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def draft_report(request: OfficersRequest, pk: int) -> HttpResponse:
    """Makes the report's draft; asks before it would take an officer's own words away."""
    if not request.user.has_perm(MAY_REPORT):
        raise PermissionDenied
    consultation = get_object_or_404(Consultation.objects.select_related("report"), pk=pk)
    if request.method == "POST":
        try:
            chosen = {name: name in request.POST for name in ("overwrite", "keep_words")}
            page = report.draft(consultation, request.user, **chosen)
        except report.CannotDraftError as error:
            messages.error(request, str(error))
            return redirect("consultation-answers", pk)
        except report.OwnWordsError:
            return render(request, "consultation/cms/report.html", {"consultation": consultation, "own_words": True})
        messages.success(request, _("The draft is made. Read it, change it, and publish it as any page."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return render(request, "consultation/cms/report.html", {"consultation": consultation, "own_words": False})


def _sets_of(consultation: Consultation) -> list[AskedSet]:
    """The sets that can be typed in from paper; none of an example, or of one that is held elsewhere."""
    is_asked_here = not (consultation.example or consultation.only_elsewhere)
    asked = {row.asks for row in consultation.questions.all()} if is_asked_here else set()
    return [asks for asks in AskedSet if asks in asked]


def _all_valid(forms: list[PartForm]) -> bool:
    """Checks each, so that all that is wrong is said at once."""
    valid = [form.is_valid() for form in forms]
    return all(valid)


def _next(answer: ConsultationAnswer) -> HttpResponse:
    """To the next that nobody has read, else to the list."""
    unread = answer.consultation.answers.filter(state=AnswerState.NEW).first()
    if unread:
        return redirect("consultation-moderate", unread.pk)
    return redirect(reverse("consultation-answers", args=[answer.consultation_id]))

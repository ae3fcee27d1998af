from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.consultation.model import AnswerGroup, Consultation, ConsultationQuestion
from pages.consultation.vocabulary import AnswerState, AskedSet, WhyAside
from pages.core.as_seen import mark_of
from pages.core.vocabulary import Voice

ANSWER_LENGTH = 1500
MADE_UP = "made-up/"  # begins the key of an answer that came with an example, and is nobody's


class ConsultationAnswer(models.Model):
    """What one person answered, with nothing of who they are. Its name for logs says nothing of what was written."""

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="answers")
    asks = models.CharField(_("questions"), max_length=10, choices=AskedSet)
    role = models.CharField(
        _("who they are"), max_length=20, choices=[("", _("They did not say")), *Voice.choices], blank=True
    )
    on_paper = models.BooleanField(_("on paper"), default=False)
    day = models.DateField(default=timezone.localdate)
    key = models.CharField(max_length=64, unique=True, editable=False)  # the same form sent twice has the same
    state = models.CharField(_("state"), max_length=10, choices=AnswerState, default=AnswerState.NEW)
    why_aside = models.CharField(_("why it was set aside"), max_length=10, choices=WhyAside, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["day", "pk"]
        default_permissions = ("add", "change", "view")
        verbose_name = _("answer to a consultation")
        verbose_name_plural = _("answers to a consultation")

    def __str__(self):
        day = date_format(self.day, "j F Y")
        return gettext("Answer %(number)s of %(day)s") % {"number": self.pk, "day": day}

    @property
    def mark(self) -> str:
        """Tells what is kept of it, and its groups, from all it may be changed to: see `as_seen`."""
        parts = [(part.pk, part.words, sorted(part.groups.values_list("pk", flat=True))) for part in self.parts.all()]
        return mark_of(self.pk, self.state, self.why_aside, *parts)


class AnswerPart(models.Model):
    """What one person answered to one question. A question that is taken away leaves its answers."""

    answer = models.ForeignKey(ConsultationAnswer, on_delete=models.CASCADE, related_name="parts")
    question = models.ForeignKey(ConsultationQuestion, null=True, on_delete=models.SET_NULL, related_name="+")
    words = models.TextField(_("what they said"), max_length=ANSWER_LENGTH)
    groups = models.ManyToManyField(AnswerGroup, blank=True, related_name="parts")

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        verbose_name = _("answer to one question")

    def __str__(self):
        return gettext("Part of answer %(number)s") % {"number": self.answer_id}

    @property
    def is_own_words(self) -> bool:
        """False where one of the question's own options was picked: there is nothing to take out of that."""
        return not (self.question and self.words in self.question.options())

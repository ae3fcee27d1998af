import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets import SlugInput
from wagtail.models import Orderable

from pages.consultation.vocabulary import AskedSet, QuestionKind
from pages.core.announce import SeenByReaders
from pages.core.vocabulary import Voice
from pages.core.written import Written

QUESTION_LENGTH, MOST_CHOICES = 200, 8


class Consultation(SeenByReaders, ClusterableModel):
    """We ask children, carers and those who speak for them before a new version of the offer: section 22H(8).

    Its days decide whether it is open; nothing has to be switched.
    """

    title = models.CharField(_("title"), max_length=120, help_text=_("What you ask about: Help in the first weeks."))
    slug = models.SlugField(_("in its address"), unique=True, help_text=_("Short and small: first-weeks-2026."))
    opens = models.DateField(_("opens on"))
    closes = models.DateField(_("last day"), help_text=_("People can answer until the end of this day."))
    about = models.TextField(
        _("what it is about, for carers"), max_length=1200, help_text=_("Two or three plain sentences.")
    )
    about_for_children = models.TextField(
        _("what it is about, for children"), max_length=800, help_text=_("Very plain. Short words, short sentences.")
    )
    post_to = models.TextField(
        _("address for answers on paper"), max_length=300, help_text=_("It stands on the printed sheet.")
    )
    elsewhere = models.CharField(
        _("also asked elsewhere"),
        max_length=300,
        blank=True,
        help_text=_("At which meetings, or on which survey site, and when. How many took part goes below."),
    )
    elsewhere_address = models.URLField(_("its address"), blank=True, help_text=_("Of the survey, if it has one."))
    only_elsewhere = models.BooleanField(
        _("only elsewhere"), default=False, help_text=_("Then there is no form on this site, and no printed sheet.")
    )
    example = models.BooleanField(
        _("is an example"), default=False, help_text=_("Made up, answers and all. Readers see a mark.")
    )
    report = models.OneToOneField(
        "pages.ConsultationReportPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="consultation",
    )
    drafted = models.CharField(max_length=64, blank=True, editable=False)  # what the last draft of the report said
    drafted_from = models.CharField(max_length=64, blank=True, editable=False)  # the answers and groups it came from
    counts = models.JSONField(default=dict, blank=True, editable=False)  # by role, once the answers are deleted

    panels = [
        MultiFieldPanel(
            [
                TitleFieldPanel("title", placeholder=False, classname="", apply_if_live=True),
                FieldPanel("slug", widget=SlugInput),
                FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
            ],
            heading=_("What and when"),
        ),
        FieldPanel("about"),
        FieldPanel("about_for_children"),
        InlinePanel("asked", heading=_("Who is asked"), label=_("group of people"), min_num=1),
        InlinePanel("questions", heading=_("Questions"), label=_("question"), max_num=24),
        FieldPanel("post_to"),
        MultiFieldPanel(
            [FieldPanel("elsewhere"), FieldPanel("elsewhere_address"), FieldPanel("only_elsewhere")],
            heading=_("Asked elsewhere"),
        ),
        InlinePanel(
            "groups",
            heading=_("Groups of answers: you said, we did"),
            label=_("group"),
            help_text=_("Name a group for what several people said: Longer hours. Then put answers into it."),
        ),
        FieldPanel("example"),
    ]

    class Meta:
        ordering = ["-closes", "-pk"]
        verbose_name = _("consultation")

    def __str__(self):
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.opens and self.closes and self.closes < self.opens:
            raise ValidationError({"closes": _("The last day must not be before the first.")})
        if self.only_elsewhere and not self.elsewhere:
            raise ValidationError({"elsewhere": _("Say where and when people were asked.")})
        self._refuse_another_mark()

    def _refuse_another_mark(self) -> None:
        """Made-up answers never become real, nor real ones an example that can be deleted."""
        was = Consultation.objects.filter(pk=self.pk).values_list("example", flat=True).first()
        if was is None or was == self.example or not self.answers.exists():
            return
        if was:
            raise ValidationError({"example": _("Its answers are made up. Delete it, and make a new consultation.")})
        raise ValidationError({"example": _("People have answered this: it is no example.")})

    @property
    def asks_children(self) -> bool:
        """Whether there are questions for children here."""
        return not self.only_elsewhere and any(row.asks == AskedSet.CHILDREN for row in self.questions.all())

    def is_open(self, day: datetime.date) -> bool:
        """Whether people can answer here on that day. Nobody can answer an example: what they said would go with it."""
        return not (self.only_elsewhere or self.example) and self.opens <= day <= self.closes


class AskedRole(Written, Orderable):
    """A kind of people who are asked, and how many of them took part elsewhere."""

    consultation = ParentalKey(Consultation, on_delete=models.CASCADE, related_name="asked")
    role = models.CharField(_("who they are"), max_length=20, choices=Voice)
    elsewhere = models.PositiveIntegerField(
        _("took part elsewhere"), default=0, help_text=_("At meetings or on a survey site. Only the number.")
    )

    panels = [FieldRowPanel([FieldPanel("role"), FieldPanel("elsewhere")])]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["consultation", "role"], name="role_once_a_consultation")]


class ConsultationQuestion(Written, Orderable):
    """One question, for carers or for children."""

    consultation = ParentalKey(Consultation, on_delete=models.CASCADE, related_name="questions")
    asks = models.CharField(_("for whom"), max_length=10, choices=AskedSet, default=AskedSet.CARERS)
    words = models.CharField(_("question"), max_length=QUESTION_LENGTH)
    kind = models.CharField(_("how they answer"), max_length=10, choices=QuestionKind, default=QuestionKind.OPEN)
    choices = models.TextField(
        _("choices"), max_length=400, blank=True, help_text=_("One on each line. Only for your own choices.")
    )

    panels = [
        FieldPanel("words"),
        FieldRowPanel([FieldPanel("asks"), FieldPanel("kind")]),
        FieldPanel("choices"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("question")

    def __str__(self):
        return self.words

    def clean(self) -> None:
        super().clean()
        lines = self.own_choices()
        if self.kind == QuestionKind.CHOICES and not 2 <= len(lines) <= MOST_CHOICES:
            raise ValidationError({"choices": _("Give two to eight choices, one on each line.")})
        if any(len(line) > 80 for line in lines):
            raise ValidationError({"choices": _("Make each choice shorter: 80 characters at most.")})

    def own_choices(self) -> list[str]:
        lines = (" ".join(line.split()) for line in self.choices.splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def options(self) -> list[str]:
        """What can be picked; nothing for an open question."""
        if self.kind == QuestionKind.YES_NO:
            return [str(_("Yes")), str(_("No")), str(_("I’m not sure"))]
        return self.own_choices() if self.kind == QuestionKind.CHOICES else []


class AnswerGroup(Written, Orderable):
    """What several people said, in one sentence, and what came of it."""

    consultation = ParentalKey(Consultation, on_delete=models.CASCADE, related_name="groups")
    title = models.CharField(_("name of the group"), max_length=80, help_text=_("Longer hours."))
    you_said = models.CharField(_("you said"), max_length=240, blank=True, help_text=_("Never a name, or whose child."))
    we_did = models.CharField(_("we did"), max_length=400, blank=True)
    why_not = models.CharField(_("or why not"), max_length=400, blank=True)
    about = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page that changed"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    day = models.DateField(_("day it changed"), null=True, blank=True)

    panels = [FieldPanel(name) for name in ("title", "you_said", "we_did", "why_not", "about", "day")]

    class Meta(Orderable.Meta):
        verbose_name = _("group of answers")

    def __str__(self):
        return self.title

    def clean(self) -> None:
        super().clean()
        if self.we_did and self.why_not:
            raise ValidationError({"why_not": _("Say what you did, or why not: one of the two.")})

    def is_answered(self) -> bool:
        return bool(self.you_said and (self.we_did or self.why_not))

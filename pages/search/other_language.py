from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from pages.core.announce import SeenByReaders
from pages.core.vocabulary import Topic
from pages.core.written import Written


class Direction(models.TextChoices):
    """Which way a language is written."""

    LEFT_TO_RIGHT = "ltr", _("From left to right")
    RIGHT_TO_LEFT = "rtl", _("From right to left")


class OtherLanguage(SeenByReaders, ClusterableModel):
    """Words that readers type in a language that the offer is not in, and what the search says to them in it."""

    slug = models.SlugField(
        _("code"), unique=True, help_text=_("The language’s code, as web pages give it: pl for Polish, ur for Urdu.")
    )
    name = models.CharField(max_length=40, help_text=_("In English: Polish."))
    own_name = models.CharField(_("its own name"), max_length=40, help_text=_("As its speakers write it: polski."))
    direction = models.CharField(max_length=3, choices=Direction, default=Direction.LEFT_TO_RIGHT)
    line = models.CharField(
        _("about the interpreter"),
        max_length=200,
        help_text=_("One sentence in this language: We can get you an interpreter. Promise only what you do."),
    )
    ring = models.CharField(
        _("ring us"), max_length=60, help_text=_("In this language, for before the number: Ring us:")
    )
    ask = models.CharField(
        _("ask us to ring"),
        max_length=60,
        help_text=_("In this language, for the link to the form: Ask us to ring you"),
    )
    to_check = models.BooleanField(
        _("to be checked by a speaker"),
        default=True,
        help_text=_("Untick it when somebody who speaks the language has read all three texts."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("name"), FieldPanel("own_name")]),
                FieldRowPanel([FieldPanel("slug"), FieldPanel("direction")]),
            ],
            heading=_("The language"),
        ),
        MultiFieldPanel(
            [FieldPanel("line"), FieldRowPanel([FieldPanel("ring"), FieldPanel("ask")]), FieldPanel("to_check")],
            heading=_("What the search says in it"),
        ),
        InlinePanel(
            "words",
            heading=_("Words that people type"),
            label=_("words"),
            help_text=_("If a search has words of two rows, the upper row decides which page comes first."),
        ),
    ]

    class Meta:
        ordering = ["slug"]
        verbose_name = _("words in another language")
        verbose_name_plural = _("words in other languages")

    def __str__(self):
        return self.name

    @property
    def is_unchecked(self) -> bool:
        """True while a speaker has yet to read its texts or any of its words."""
        return self.to_check or any(row.to_check for row in self.words.all())


class OtherWords(Written, Orderable):
    """Words of one language for one thing that families need help with."""

    language = ParentalKey(OtherLanguage, on_delete=models.CASCADE, related_name="words")
    topic = models.CharField(max_length=40, choices=Topic, help_text=_("Its page comes first."))
    words = models.CharField(
        max_length=1000,
        help_text=_("Words or short phrases, with commas, in every form people type: szkoła, szkole, szkoły."),
    )
    to_check = models.BooleanField(_("to be checked by a speaker"), default=True)

    panels = [FieldRowPanel([FieldPanel("topic"), FieldPanel("to_check")]), FieldPanel("words")]

    class Meta(Orderable.Meta):
        verbose_name = _("words")
        constraints = [models.UniqueConstraint(fields=["language", "topic"], name="topic_once_a_language")]

    def __str__(self):
        return self.words

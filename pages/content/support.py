from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from pages.content.blocks import INLINE, PROSE, BodyBlock, StepBlock
from pages.core.base_page import BasePage
from pages.core.lazy_text import LazyText
from pages.core.page_form import BasePageForm
from pages.core.panels import RowsIfAsked
from pages.core.stream_field import StreamField
from pages.core.vocabulary import OLDEST_CHILD, Answer, Arrangement, CareHistory, Level, Provider

from .eligibility import Eligibility, Group, Reason, by_answer, in_order
from .for_whom import FOR_WHOM_PANELS, ForWhom


class SupportForm(BasePageForm):
    """Starts a new support with a row for every arrangement, so that none is forgotten."""

    def __init__(self, *args: Any, instance: "AbstractSupportPage | None" = None, **kwargs: Any):
        if instance is not None and instance.pk is None and not instance.eligibility.all():
            instance.eligibility.set(
                Eligibility(arrangement=arrangement, sort_order=order) for order, arrangement in enumerate(Arrangement)
            )
        super().__init__(*args, instance=instance, **kwargs)


class AbstractSupportPage(ForWhom, BasePage):
    """Something a family can get: the unit of the offer."""

    parent_page_types = ["pages.SectionPage"]
    subpage_types: list[str] = []

    level = models.CharField(_("level of help"), max_length=20, choices=Level, default=Level.EVERYONE)
    provider = models.CharField(_("run by"), max_length=20, choices=Provider, default=Provider.COUNCIL)
    provider_name = models.CharField(_("name of who runs it"), max_length=80)
    age_from = models.PositiveSmallIntegerField(
        _("child's age from"), null=True, blank=True, validators=[MaxValueValidator(25)]
    )
    age_to = models.PositiveSmallIntegerField(
        _("child's age to"), null=True, blank=True, validators=[MaxValueValidator(25)]
    )
    any_age = models.BooleanField(
        _("for any age"), default=False, help_text=_("The child's age makes no difference. Then leave the ages empty.")
    )
    older_to = models.PositiveSmallIntegerField(
        _("some older ones, up to"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(25)],
        help_text=_("Only if some can have it after the age above."),
    )
    older_reason = models.CharField(
        _("which older ones"),
        max_length=200,
        blank=True,
        help_text=_("A full sentence: From 16, only while they are in school or college."),
    )
    older_arrangement = models.CharField(
        _("only this kind of kinship care"),
        max_length=40,
        choices=Arrangement,
        blank=True,
        help_text=_("Only if nobody else’s older ones can have it."),
    )
    looked_after = models.CharField(
        _("children it is for"), max_length=20, choices=CareHistory, default=CareHistory.ANY
    )
    care_reason = models.CharField(
        _("why it is a yes after care"),
        max_length=200,
        blank=True,
        help_text=_(
            "What holds for a child in care, or who left it with an order, in place of the reasons of yes and maybe. "
            "A full sentence: The school gets it. Show the order to the school."
        ),
    )
    depends_on_need = models.BooleanField(
        _("depends on need, not on an order"), default=False, help_text=_("What the child needs decides, not an order.")
    )
    steps = StreamField([("step", StepBlock())], blank=True, max_num=6, verbose_name=_("how to get it"))
    what_next = RichTextField(
        _("what happens next"), features=PROSE, blank=True, help_text=_("And how long it usually takes.")
    )
    cost = RichTextField(features=INLINE, blank=True, help_text=_("What it costs the family: often just “Free.”"))
    body = StreamField(BodyBlock(), blank=True, verbose_name=_("what it is"))

    can_be_listed = True
    base_form_class = SupportForm
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [
                InlinePanel(
                    "eligibility",
                    label=_("arrangement"),
                    min_num=len(Arrangement),
                    max_num=len(Arrangement),
                    help_text=_("One row for each kind of arrangement. Say yes, maybe or no, and why."),
                ),
                FieldPanel("depends_on_need"),
                FieldPanel("looked_after"),
                FieldPanel("care_reason"),
                FieldPanel("any_age"),
                FieldRowPanel([FieldPanel("age_from"), FieldPanel("age_to")]),
                FieldRowPanel([FieldPanel("older_to"), FieldPanel("older_reason")]),
                FieldPanel("older_arrangement"),
            ],
            heading=_("Who can get it"),
        ),
        FOR_WHOM_PANELS,
        MultiFieldPanel([FieldPanel("steps"), FieldPanel("what_next"), FieldPanel("cost")], heading=_("How to get it")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("provider"), FieldPanel("provider_name")]),
                InlinePanel("contacts", heading=_("Contacts"), label=_("contact"), max_num=8),
            ],
            heading=_("Who runs it and how to reach them"),
        ),
        InlinePanel("policies", heading=_("Policies it names"), label=_("policy"), max_num=8),
    ]
    here_panels = [
        *BasePage.here_panels,
        RowsIfAsked(
            "here_reasons",
            heading=_("Reasons that differ here"),
            label=_("arrangement"),
            max_num=len(Arrangement),
            help_text=_("Only where the answer or the reason is another here. It takes the place of the national one."),
        ),
        RowsIfAsked("here_contacts", heading=_("Contacts here"), label=_("contact"), max_num=8),
        RowsIfAsked("here_policies", heading=_("Policies here"), label=_("policy"), max_num=8),
    ]
    belonging_panels = [
        FieldPanel("level"),
        InlinePanel("needs", heading=_("What it helps with"), label=_("topic"), min_num=1, max_num=6),
        InlinePanel("also_in", heading=_("Other sections it belongs to"), label=_("section"), max_num=3),
        *BasePage.belonging_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("provider_name"),
        index.SearchField("body"),
        index.SearchField("steps"),
        index.FilterField("level"),
        index.FilterField("provider"),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        problems = {}
        if self.age_from is not None and self.age_to is not None and self.age_from > self.age_to:
            problems["age_to"] = _("The oldest age must not be below the youngest.")
        if self.any_age and (self.age_from, self.age_to, self.older_to) != (None, None, None):
            problems["any_age"] = _("Give ages, or say that it is for any age: not both.")
        if self.older_to is not None and self.age_to is not None and self.older_to <= self.age_to:
            problems["older_to"] = _("This must be above the oldest age for all.")
        if (self.older_to is not None) != bool(self.older_reason):
            empty = "older_reason" if self.older_to is not None else "older_to"
            problems[empty] = _("Some older ones need both: up to which age, and which ones.")
        if self.older_arrangement and self.older_to is None:
            problems["older_arrangement"] = _("Say above up to which age, or leave this empty.")
        if problems:
            raise ValidationError(problems)

    def clean_for_readers(self) -> None:
        """A support says for which ages it is. Nobody has to guess from an empty field."""
        super().clean_for_readers()
        if self.any_age:
            return
        if self.age_from is None and self.age_to is None:
            raise ValidationError({"any_age": _("Say for which ages it is, from and to, or that it is for any age.")})
        if self.age_from is None:
            raise ValidationError({"age_from": _("Give the youngest age too. From birth is 0.")})
        if self.age_to is None:
            raise ValidationError({"age_to": _("Give the oldest age too.")})

    def who_can_get_it(self) -> list[Reason]:
        """The eligibility rows in the order of the arrangements; what holds here comes in place of the national row."""
        return in_order([*self.eligibility.all(), *(self.here_reasons.all() if self.layer else ())])

    @cached_property
    def answers(self) -> list[Group]:
        """Who can get it, those with the same answer together. Read once for each page that is shown."""
        return by_answer(self.who_can_get_it())

    def only_after_care(self) -> LazyText:
        """That the child must have been looked after by a council; empty where any child can have it."""
        if self.looked_after == CareHistory.ANY:
            return ""
        ended = self._is_for_care_that_ended()
        if self.looked_after == CareHistory.UNTIL_ORDER:
            if ended:
                return _("Only for a child who left care when a court made an order.")
            return _("Only for a child who is in care, or left it when a court made an order.")
        if ended:
            return _("Only for a child who was looked after by a council.")
        return _("Only for a child who is, or was, looked after by a council.")

    def _is_for_care_that_ended(self) -> bool:
        """A no for foster carers: a child who is still looked after can't have it."""
        fostered = {row.answer for row in self.who_can_get_it() if row.arrangement == Arrangement.KINSHIP_FOSTER_CARE}
        return fostered == {Answer.NO}

    def level_to_say(self) -> LazyText:
        """The level of help where that says something true: “for everyone” is no word for what some can't have."""
        if self.level != Level.EVERYONE:
            return Level(self.level).label
        is_for_all = [group.answer for group in self.answers] == [Answer.YES] and not self._leaves_out_children()
        return Level.EVERYONE.label if is_for_all and self.looked_after == CareHistory.ANY else ""

    def who_is_it_for(self) -> LazyText:
        """One line for cards: who can get this, as shortly as it can be said truly; empty where only the page can."""
        answers = {row.answer for row in self.who_can_get_it() if row.arrangement != Arrangement.NOT_SURE}
        if self.looked_after != CareHistory.ANY:
            ended = self._is_for_care_that_ended()
            return _("For children who were in care") if ended else _("For children who are, or were, in care")
        if answers == {Answer.YES}:
            every = _("For every kinship family")
            return f"{every}. {self.ages()}" if self._leaves_out_children() else every
        if self.depends_on_need:
            return _("Depends on what the child needs")
        return ""

    def ages(self) -> str:
        """The child's ages as words, and which older ones can have it too; nothing while a draft does not say."""
        return " ".join(filter(None, (str(self._ages_of_all()), self.older_reason)))

    def _leaves_out_children(self) -> bool:
        """True when some child under 18 is too young or too old for it."""
        return bool(self.age_from) or (self.age_to is not None and self.age_to < OLDEST_CHILD)

    def _ages_of_all(self) -> LazyText:
        if self.any_age:
            return _("It does not matter how old the child is.")
        if self.age_from and self.age_to is not None:
            return _("Children aged %(first)d to %(last)d.") % {"first": self.age_from, "last": self.age_to}
        if self.age_from:
            return _("Children aged %(first)d and over.") % {"first": self.age_from}
        if self.age_to is not None:
            return _("Children up to age %(last)d.") % {"last": self.age_to}
        return ""


class SupportPage(AbstractSupportPage):
    """Something a family can get at any time."""

    template = "content/support_page.html"

    class Meta:
        verbose_name = _("support page")

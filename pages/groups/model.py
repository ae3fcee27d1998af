import datetime

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from pages.content.blocks import PROSE
from pages.content.support import AbstractSupportPage, SupportForm
from pages.core.panels import DrawnPanel
from pages.core.vocabulary import HowOften, MayComeToo, OnBankHolidays, Weekday
from pages.groups.diary import Rule, meets_on, words

LONGEST_RULE = datetime.timedelta(days=5 * 366)


class GroupForm(SupportForm):
    """Refuses a day off, or a move, on a day when the group does not meet: it would change nothing."""

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if not self.is_deferred_validation:
            for relation in ("dates_off", "dates_moved"):
                for row in self.formsets[relation].ordered_forms:
                    if not meets_on(self.instance.rule, row.cleaned_data["date"]):
                        row.add_error("date", _("The group would not meet on this day anyway. Look at its rule."))
        return not self.errors and all(formset.is_valid() for formset in self.formsets.values())


class GroupPage(AbstractSupportPage):
    """A support that meets on dates."""

    template = "groups/group_page.html"

    how_often = models.CharField(max_length=20, choices=HowOften, default=HowOften.SECOND_WEEK)
    weeks = models.PositiveSmallIntegerField(
        _("weeks from one meeting to the next"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(26)],
        help_text=_("Only for “every few weeks”."),
    )
    weekday = models.CharField(_("on"), max_length=10, choices=Weekday, default=Weekday.MONDAY)
    start_time = models.TimeField(_("from"))
    end_time = models.TimeField(_("to"))
    first_date = models.DateField(
        help_text=_("The day of the first meeting. Meetings every second week are counted from it.")
    )
    last_date = models.DateField(
        help_text=_("The last day you are sure of. After it the page asks readers to ring, and we remind you.")
    )
    term_time_only = models.BooleanField(
        default=False, help_text=_("It does not meet in school holidays. The terms are in the council settings.")
    )
    bank_holidays = models.CharField(
        _("on a bank holiday"), max_length=10, choices=OnBankHolidays, default=OnBankHolidays.SKIP
    )
    venue_name = models.CharField(
        _("place"), max_length=80, blank=True, help_text=_("The name of the building and the room.")
    )
    venue_address = models.CharField(_("address"), max_length=200, blank=True, help_text=_("With the postcode."))
    step_free = models.CharField(
        _("step-free access"), max_length=160, blank=True, help_text=_("The way in, the toilet, a lift. A sentence.")
    )
    parking = models.CharField(max_length=160, blank=True, help_text=_("Where, how many spaces, what it costs."))
    bus = models.CharField(max_length=160, blank=True, help_text=_("Which buses stop near, and at which stop."))
    online_link = models.URLField(blank=True, help_text=_("If people can join from home. The whole address."))
    may_child_come = models.CharField(_("may children come"), max_length=10, choices=MayComeToo, default=MayComeToo.ASK)
    about_children = models.CharField(
        max_length=160, blank=True, help_text=_("A sentence: there are toys and a worker who plays with them.")
    )
    host = models.CharField(
        _("who welcomes you"), max_length=80, blank=True, help_text=_("A team or a role. Never a person's name.")
    )
    what_to_expect = RichTextField(
        features=PROSE,
        blank=True,
        help_text=_("Who comes, what you do, what to bring, what it is like the first time."),
    )
    example_details = models.BooleanField(
        _("days, times and place are examples"),
        default=False,
        help_text=_("To be confirmed by {council}. Readers see a mark beside them."),
    )

    base_form_class = GroupForm
    content_panels = [
        *AbstractSupportPage.content_panels[:2],
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("how_often"), FieldPanel("weeks")]),
                FieldRowPanel([FieldPanel("weekday"), FieldPanel("start_time"), FieldPanel("end_time")]),
                FieldRowPanel([FieldPanel("first_date"), FieldPanel("last_date")]),
                FieldRowPanel([FieldPanel("term_time_only"), FieldPanel("bank_holidays")]),
                FieldPanel("example_details"),
            ],
            heading=_("When it meets"),
        ),
        InlinePanel("dates_off", heading=_("Days off"), label=_("day off"), max_num=30),
        InlinePanel("dates_moved", heading=_("Moved meetings"), label=_("moved meeting"), max_num=30),
        DrawnPanel("groups/meetings_panel.html", heading=_("Next meetings")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("venue_name"), FieldPanel("venue_address")]),
                FieldPanel("step_free"),
                FieldRowPanel([FieldPanel("parking"), FieldPanel("bus")]),
                FieldPanel("online_link"),
            ],
            heading=_("Where it meets"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("what_to_expect"),
                FieldRowPanel([FieldPanel("may_child_come"), FieldPanel("about_children")]),
                FieldPanel("host"),
            ],
            heading=_("What it is like"),
        ),
        *AbstractSupportPage.content_panels[2:],
    ]
    search_fields = [
        *AbstractSupportPage.search_fields,
        index.SearchField("when_it_meets"),
        index.SearchField("venue_name"),
        index.SearchField("venue_address"),
        index.SearchField("what_to_expect"),
        index.SearchField("parking"),
        index.SearchField("bus"),
    ]

    class Meta:
        verbose_name = _("support group")

    def clean(self) -> None:
        super().clean()
        problems = {}
        if self.how_often == HowOften.SOME_WEEKS and not self.weeks:
            problems["weeks"] = _("Say how many weeks there are from one meeting to the next.")
        if self.start_time and self.end_time and self.start_time >= self.end_time:
            problems["end_time"] = _("The end must be later than the start.")
        if self.first_date and self.last_date:
            if self.first_date > self.last_date:
                problems["last_date"] = _("The last day must not be before the first.")
            elif self.last_date - self.first_date > LONGEST_RULE:
                problems["last_date"] = _(
                    "Nobody can be sure for so long. Choose a day within five years of the first."
                )
        if problems:
            raise ValidationError(problems)

    @property
    def rule(self) -> Rule:
        """The rule as the diary reads it."""
        return Rule(
            how_often=HowOften(self.how_often),
            weeks=self.weeks or 1,
            weekday=Weekday(self.weekday),
            start=self.start_time,
            end=self.end_time,
            first=self.first_date,
            last=self.last_date,
            term_time_only=self.term_time_only,
            skips_bank_holidays=self.bank_holidays == OnBankHolidays.SKIP,
        )

    def when_it_meets(self) -> str:
        """The rule in words."""
        return words(self.rule)

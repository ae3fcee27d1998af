from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from pages.core.announce import SeenByReaders
from pages.core.panels import DrawnPanel
from pages.core.written import Written
from pages.council.colour import BRAND, brand_problem
from pages.council.examples import live_examples
from pages.council.opens import what_blocks
from pages.council.words import words_of

NAMED = 5  # of what blocks opening; the rest is counted
HEX = RegexValidator(r"^#[0-9a-f]{6}$", _("Type the colour as # and six digits: #4b2a63."))


class Article(models.TextChoices):
    """What stands before one of them."""

    A = "a", _("a")
    AN = "an", _("an")


@register_setting(icon="home", order=1)
class CouncilSettings(SeenByReaders, BaseSiteSetting, ClusterableModel):
    """What is the council's own: its name, its Navigators, its urgent numbers, its colour."""

    council_name = models.CharField(max_length=120, blank=True)
    council_short_name = models.CharField(max_length=60, blank=True)
    area = models.CharField(max_length=60, blank=True, help_text=_("The place, as in “kinship carers in …”."))
    childrens_services = models.CharField(
        _("children’s services"),
        max_length=60,
        blank=True,
        help_text=_("Who does your work for children, if that has a name of its own. Empty: children’s services."),
    )
    navigator_name = models.CharField(
        _("whom carers ring, one"), max_length=40, blank=True, help_text=_("Kinship worker. Empty: Navigator.")
    )
    navigator_article = models.CharField(
        _("“a” or “an”"),
        max_length=2,
        blank=True,
        choices=Article,
        help_text=_("What stands before it. Empty: by its first letter."),
    )
    navigators_name = models.CharField(
        _("whom carers ring, many"), max_length=40, blank=True, help_text=_("Empty: the one with an s.")
    )
    council_website = models.URLField(blank=True)
    logo = models.ForeignKey("wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    navigators = models.ForeignKey(
        "pages.Contact",
        verbose_name=_("{The navigators}"), null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text=_("The contact on every page and both leaflets. Change its number in Contacts."),
    )  # fmt: skip
    navigator_meaning = models.CharField(
        _("what {a navigator} does"), max_length=240, blank=True, help_text=_("In plain words. Pages and paper say it.")
    )
    lead_email = models.EmailField(
        _("e-mail of the kinship lead"),
        blank=True,
        help_text=_(
            "Gets told of pages that are long overdue or have no owner. Left empty: everybody in that role is."
        ),
    )
    closed_on_bank_holidays = models.BooleanField(default=True)
    ring_back_days = models.PositiveSmallIntegerField(
        _("we ring back within"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("Days on which you are open. We tell everybody who asks to be rung: promise what you can keep."),
    )
    callbacks_kept_days = models.PositiveSmallIntegerField(
        _("requests to be rung are kept for"),
        default=90,
        validators=[MinValueValidator(1), MaxValueValidator(730)],
        help_text=_("Days. After that each is deleted, answered or not, and the form says so."),
    )
    young_people_contact = models.ForeignKey(
        "pages.Contact", null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text=_("Whom children can ring day and night: beside {the navigators} on pages for young people."),
    )  # fmt: skip
    leave_address = models.URLField(
        _("“Leave this page” goes to"),
        default="https://www.bbc.co.uk/weather",
        help_text=_("A page that nobody wonders about, such as the weather."),
    )
    web_address = models.CharField(
        max_length=60, blank=True, help_text=_("The short address for paper: rotherham.gov.uk/kinship")
    )
    web_address_example = models.BooleanField(_("the address is an example"), default=False)
    other_formats = models.CharField(
        max_length=240, blank=True, help_text=_("How to ask for large print, Easy Read or another language.")
    )
    brand_colour = models.CharField(
        max_length=7,
        default=BRAND,
        validators=[HEX],
        help_text=_("Dark enough to read on white. The other shades follow from it."),
    )
    families_estimate = models.PositiveIntegerField(
        _("kinship families in your area"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Your own estimate, for the yearly report: how far the offer reaches. Readers do not see it."),
    )
    families_estimate_source = models.CharField(
        _("where the estimate is from"), max_length=160, blank=True, help_text=_("A census table, your own records.")
    )
    families_estimate_day = models.DateField(_("day of the estimate"), null=True, blank=True)
    national_text_waits = models.BooleanField(
        _("new national text waits for a person"),
        default=False,
        help_text=_("None of it goes live before an officer has looked at it, even on pages that you never changed."),
    )
    demonstration_notice = models.BooleanField(
        default=True, help_text=_("Says on every page that details marked “example” are not real yet.")
    )

    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("council_name"), FieldPanel("council_short_name")]),
                FieldRowPanel([FieldPanel("area"), FieldPanel("council_website")]),
                FieldPanel("logo"),
                FieldPanel("brand_colour"),
            ],
            heading=_("The council"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("childrens_services"),
                FieldRowPanel([FieldPanel("navigator_name"), FieldPanel("navigator_article")]),
                FieldPanel("navigators_name"),
                DrawnPanel("council/words_panel.html"),
            ],
            heading=_("Words for the council"),
            help_text=_(
                "Texts hold these words in braces. Change one here, and every page, letter and leaflet says it."
            ),
        ),
        MultiFieldPanel(
            [
                FieldPanel("navigators"),
                FieldPanel("navigator_meaning"),
                FieldRowPanel([FieldPanel("ring_back_days"), FieldPanel("callbacks_kept_days")]),
            ],
            heading=_("{The navigators}"),
        ),
        FieldPanel("lead_email"),
        InlinePanel(
            "opening_hours",
            heading=_("When {navigators} answer the phone"),
            label=_("hours"),
            max_num=21,
            help_text=_("One line a day; two for a day with a break. Every page and the leaflet say it in words."),
        ),
        FieldPanel("closed_on_bank_holidays"),
        InlinePanel("closures", heading=_("Days when nobody answers"), label=_("days"), max_num=30),
        MultiFieldPanel(
            [FieldPanel("young_people_contact"), FieldPanel("leave_address")], heading=_("Young people and safety")
        ),
        InlinePanel(
            "urgent_help",
            heading=_("Urgent help"),
            label=_("line"),
            max_num=6,
            help_text=_("On every page and on the leaflet, in this order."),
        ),
        MultiFieldPanel(
            [FieldPanel("web_address"), FieldPanel("web_address_example"), FieldPanel("other_formats")],
            heading=_("On paper"),
        ),
        InlinePanel(
            "school_terms",
            heading=_("School terms"),
            label=_("half term"),
            max_num=24,
            help_text=_(
                "One row for each half term, so that the holiday in the middle is left out. Groups go by them."
            ),
        ),
        MultiFieldPanel(
            [
                FieldPanel("families_estimate"),
                FieldRowPanel([FieldPanel("families_estimate_source"), FieldPanel("families_estimate_day")]),
            ],
            heading=_("How many families there are"),
        ),
        FieldPanel("national_text_waits"),
        FieldPanel("demonstration_notice"),
    ]

    class Meta:
        verbose_name = _("council settings")

    # What the words for the council are made from, as `words_of` calls it.
    NAMES = {
        "council_name": "council_name",
        "council_short_name": "short_name",
        "area": "area",
        "childrens_services": "childrens_services",
        "navigator_name": "navigator",
        "navigator_article": "article",
        "navigators_name": "navigators",
    }

    def __str__(self):
        return gettext("What every page and all paper shows")

    def words(self) -> dict[str, str]:
        """The words for the council as these settings, saved or not, make them."""
        return words_of(**{part: getattr(self, field) for field, part in self.NAMES.items()})

    def opening(self) -> dict:
        """When somebody answers the phone, in plain values."""
        return {
            "hours": [row.plain() for row in self.opening_hours.all()],
            "closures": [[str(row.first_day), str(row.last_day), row.reason] for row in self.closures.all()],
            "closed_on_bank_holidays": self.closed_on_bank_holidays,
        }

    def clean(self) -> None:
        super().clean()
        if problem := brand_problem(self.brand_colour):
            raise ValidationError({"brand_colour": problem})
        self._refuse_braces_in_names()
        self._refuse_an_estimate_without_source()
        if not self.demonstration_notice:
            self._refuse_while_it_blocks()

    def _refuse_braces_in_names(self) -> None:
        """A word is made from these: none of them can hold a word."""
        with_braces = [field for field in self.NAMES if set("{}") & set(getattr(self, field))]
        if with_braces:
            raise ValidationError(dict.fromkeys(with_braces, _("Words in braces are made from this: write it out.")))

    def _refuse_an_estimate_without_source(self) -> None:
        """A number that nobody can look up proves nothing: the estimate comes with its source and its day."""
        needed = ("families_estimate", "families_estimate_source", "families_estimate_day")
        if any(getattr(self, name) for name in needed):
            words = _("The estimate needs all three: the number, where it is from, and its day.")
            if missing := [name for name in needed if not getattr(self, name)]:
                raise ValidationError(dict.fromkeys(missing, words))

    def own_examples(self) -> list[str]:
        """Names of the fields here that still hold an example."""
        return [str(CouncilSettings.web_address.field.verbose_name)] if self.web_address_example else []

    def _refuse_while_it_blocks(self) -> None:
        """Whoever switches the notice off opens the offer. Settings that are loaded know only their files' examples."""
        if self._state.adding:
            if titles := live_examples() + self.own_examples():
                words = _("Example details are still live. Confirm them first: %(names)s.")
                raise ValidationError({"demonstration_notice": words % {"names": ", ".join(titles)}})
            return
        was_on = CouncilSettings.objects.filter(pk=self.pk, demonstration_notice=True).exists()
        if was_on and (names := what_blocks(self)):
            words = _("It can’t open yet: see “Before we open”. %(names)s %(more)s")
            more = _("And %(number)d more.") % {"number": len(names) - NAMED} if len(names) > NAMED else ""
            named = {"names": "; ".join(names[:NAMED]) + ".", "more": more}
            raise ValidationError({"demonstration_notice": (words % named).strip()})


class UrgentHelp(Written, Orderable):
    """One line of the urgent help on every page: a question and whom to reach."""

    settings = ParentalKey(CouncilSettings, on_delete=models.CASCADE, related_name="urgent_help")
    words = models.CharField(max_length=60, help_text=_("A short question: Need to talk to someone?"))
    young_words = models.CharField(
        _("words for young people"),
        max_length=60,
        blank=True,
        help_text=_("The same question to a young person. Left empty, their pages leave this line out."),
    )
    contact = models.ForeignKey("pages.Contact", on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("words"), FieldPanel("young_words"), FieldPanel("contact")]

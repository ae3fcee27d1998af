import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

from pages.core.announce import SeenByReaders
from pages.core.lazy_text import LazyText
from pages.core.panels import DrawnPanel
from pages.core.vocabulary import Bound, Per

SOON = datetime.timedelta(days=30)


class DatedFact(index.Indexed, SeenByReaders):
    """An amount of money with the time it is right for: typed once, used by name wherever a page says it."""

    slug = models.SlugField(unique=True, help_text=_("A short name for links and files: child-benefit-eldest."))
    label = models.CharField(
        max_length=100, help_text=_("What the money is: Child Benefit for an only or eldest child.")
    )
    bound = models.CharField(_("how sure"), max_length=10, choices=Bound, default=Bound.EXACTLY)
    amount = models.DecimalField(
        _("pounds"), max_digits=9, decimal_places=2, validators=[MinValueValidator(0)], help_text=_("26.05")
    )
    amount_to = models.DecimalField(
        _("to pounds"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Only when it lies between two amounts: £10 to £20."),
    )
    per = models.CharField(
        _("for"), max_length=12, choices=Per, blank=True, help_text=_("Empty for a limit or a price.")
    )
    period = models.CharField(
        _("tax year"), max_length=40, blank=True, help_text=_("The time it is for, in words: 2026 to 2027.")
    )
    valid_until = models.DateField(
        _("right until"),
        null=True,
        blank=True,
        help_text=_("The last day it is right: 5 April for a tax year. After it, readers are told to check."),
    )
    source = models.CharField(max_length=120, help_text=_("Who says so: GOV.UK, a letter of 3 March 2026."))
    source_url = models.URLField(_("link to the source"), blank=True, help_text=_("Where you can look it up again."))
    note = models.CharField(max_length=200, blank=True, help_text=_("For tables: one short sentence beside it."))
    example = models.BooleanField(
        _("is an example"),
        default=False,
        help_text=_("The amount is made up, to be confirmed by {council}. Readers see a mark."),
    )

    panels = [
        DrawnPanel("outside_links/panel.html"),
        DrawnPanel("core/used_in_panel.html", heading=_("Where it is used")),
        MultiFieldPanel(
            [
                FieldPanel("label"),
                FieldRowPanel([FieldPanel("bound"), FieldPanel("amount")]),
                FieldRowPanel([FieldPanel("amount_to"), FieldPanel("per")]),
                FieldPanel("note"),
            ],
            heading=_("How much"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("period"), FieldPanel("valid_until")]),
                FieldPanel("source"),
                FieldPanel("source_url"),
            ],
            heading=_("How long it is right, and who says so"),
        ),
        MultiFieldPanel([FieldPanel("example"), FieldPanel("slug")], heading=_("Keeping it right")),
    ]

    search_fields = [
        index.SearchField("label", boost=2),
        index.AutocompleteField("label"),
        index.SearchField("source"),
        index.FilterField("valid_until"),
    ]

    class Meta:
        ordering = ["label"]
        verbose_name = _("dated fact")
        verbose_name_plural = _("dated facts")

    def __str__(self):
        return f"{self.label}: {self.words}"

    def clean(self) -> None:
        super().clean()
        if self.amount_to is not None and self.amount is not None:
            if self.amount_to <= self.amount:
                raise ValidationError({"amount_to": _("The second amount must be more than the first.")})
            if self.bound != Bound.EXACTLY:
                raise ValidationError({"bound": _("With two amounts, choose “exactly this”.")})

    @property
    def words(self) -> str:
        """The amount as a page says it, in the middle of a sentence, with the time it is for."""
        return f"{self.short_words} ({self.period})" if self.period else self.short_words

    @property
    def short_words(self) -> str:
        """The amount alone: up to £3,000 a year."""
        pounds = in_pounds(self.amount)
        if self.amount_to is not None:
            pounds = _("%(low)s to %(high)s") % {"low": pounds, "high": in_pounds(self.amount_to)}
        return " ".join(filter(None, (str(BOUND_WORDS[self.bound]) % {"amount": pounds}, self.get_per_display())))

    def is_out_of_date(self, day: datetime.date) -> bool:
        """True when its last right day is before `day`."""
        return self.valid_until is not None and self.valid_until < day

    def ends_soon(self, day: datetime.date) -> bool:
        """True in its last thirty days."""
        return self.valid_until is not None and day <= self.valid_until <= day + SOON


BOUND_WORDS: dict[str, LazyText] = {
    Bound.EXACTLY: "%(amount)s",
    Bound.UP_TO: _("up to %(amount)s"),
    Bound.ABOUT: _("about %(amount)s"),
    Bound.FROM: _("%(amount)s or more"),
}


def in_pounds(amount: Decimal) -> str:
    """£3,000 or £26.05: pence only where there are any."""
    return f"£{amount:,.0f}" if amount == int(amount) else f"£{amount:,.2f}"

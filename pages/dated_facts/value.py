"""What a row of the register says, and for how long: an amount of money, or a few words."""

import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText
from pages.core.vocabulary import Bound, Per

SOON = datetime.timedelta(days=30)
NO_BRACES = RegexValidator(r"[{}]", _("Write it out: no words in braces here."), inverse_match=True)


class FactValue(models.Model):
    """A value with its days and its source. Shared by what holds and by what waits for a second person."""

    in_words = models.CharField(
        max_length=80,
        blank=True,
        validators=[NO_BRACES],
        help_text=_("For what is no amount of money, as it stands in a sentence: 31 March 2028."),
    )
    bound = models.CharField(_("how sure"), max_length=10, choices=Bound, default=Bound.EXACTLY)
    amount = models.DecimalField(
        _("pounds"),
        max_digits=9,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("26.05"),
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
        _("tax year"),
        max_length=40,
        blank=True,
        validators=[NO_BRACES],
        help_text=_("The time it is for, in words: 2026 to 2027."),
    )
    valid_from = models.DateField(
        _("right from"),
        null=True,
        blank=True,
        help_text=_("The first day it is right: 6 April for a tax year. Empty: nobody knows since when."),
    )
    valid_until = models.DateField(
        _("right until"),
        null=True,
        blank=True,
        help_text=_("The last day it is right: 5 April for a tax year. After it, readers are told to check."),
    )
    source = models.CharField(max_length=120, help_text=_("Who says so: GOV.UK, a letter of 3 March 2026."))
    source_url = models.URLField(_("link to the source"), blank=True, help_text=_("Where you can look it up again."))

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        problems: dict[str, LazyText] = {}
        if bool(self.in_words) == (self.amount is not None):
            problems["in_words"] = _("Give an amount of money, or say it in words: one of the two.")
        if self.amount_to is not None and self.amount is not None:
            if self.amount_to <= self.amount:
                problems["amount_to"] = _("The second amount must be more than the first.")
            elif self.bound != Bound.EXACTLY:
                problems["bound"] = _("With two amounts, choose “exactly this”.")
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            problems["valid_until"] = _("The last day must not be before the first.")
        if problems:
            raise ValidationError(problems)

    @property
    def words(self) -> str:
        """The value as a page says it, in the middle of a sentence, with the time it is for."""
        return f"{self.short_words} ({self.period})" if self.period else self.short_words

    @property
    def short_words(self) -> str:
        """The value alone: up to £3,000 a year."""
        if self.amount is None:
            return self.in_words
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

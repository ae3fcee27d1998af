"""Pounds as officers type them, the same in every form of facts: 27.10, £27.10, 1,835."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override

POUNDS = r"£?\s?(\d{1,3}(?:,\d{3})+|\d{1,7})(\.\d{1,2})?"
AMOUNT = re.compile(POUNDS)


def pounds(match: re.Match[str], first: int = 1) -> Decimal:
    """The amount of `POUNDS`, whose groups begin at `first`."""
    return Decimal(match[first].replace(",", "") + (match[first + 1] or ""))


class PoundsField(forms.DecimalField):
    """An amount of money, as a Decimal."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Any:
        if not isinstance(value, str) or not (typed := value.strip()):
            return super().to_python(value)
        if not (match := AMOUNT.fullmatch(typed)):
            raise ValidationError(_("Type pounds and pence: 27.10."))
        return pounds(match)


def read_pounds() -> None:
    """Has all of Wagtail's forms read an amount so: every decimal number of ours is one of pounds."""
    register_form_field_override(models.DecimalField, override={"form_class": PoundsField})

"""Days as officers type them: a year with a slip in it (0206, 9999) is refused in every form of the CMS.

Such a day means nothing to a reader, and what is reckoned from it (a week later, five years before) can't be.
"""

import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import widgets
from wagtail.admin.forms.models import register_form_field_override

FIRST, LAST = datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)
REFUSED = _("Choose a day from 1900 to 2099.")


def refuse_slips() -> None:
    """Has all of Wagtail's forms ask for days between `FIRST` and `LAST`."""
    first, last = (timezone.make_aware(datetime.datetime.combine(day, datetime.time())) for day in (FIRST, LAST))
    fields = [
        (models.DateField, widgets.AdminDateInput, FIRST, LAST),
        (models.DateTimeField, widgets.AdminDateTimeInput, first, last),
    ]
    for field, widget, least, most in fields:
        validators = [MinValueValidator(least, REFUSED), MaxValueValidator(most, REFUSED)]
        register_form_field_override(field, override={"widget": widget, "validators": validators})

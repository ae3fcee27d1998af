from django.db import models
from django.utils.translation import gettext_lazy as _


class Provider(models.TextChoices):
    """Who runs a support. Section 22H(4)(a) asks for services of the council and of others, charities included."""

    COUNCIL = "council", _("The council")
    NHS = "nhs", _("The NHS")
    SCHOOL = "school", _("A school or college")
    CHARITY = "charity", _("A charity")
    GOVERNMENT = "government", _("The government")

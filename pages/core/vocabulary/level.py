from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How much help a support gives: the three levels of the offer."""

    EVERYONE = "everyone", _("Help for everyone")
    EXTRA = "extra", _("Extra help")
    SPECIALIST = "specialist", _("Specialist help")


class CareHistory(models.TextChoices):
    """Whether a support is only for children whom a council looks after, or looked after before."""

    ANY = "any", _("Any child")
    ONLY = "only", _("Only a child who is, or was, looked after by a council")

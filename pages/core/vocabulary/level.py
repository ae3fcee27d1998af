from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """How much help a support gives: the three levels of the offer."""

    EVERYONE = "everyone", _("Help for everyone")
    EXTRA = "extra", _("Extra help")
    SPECIALIST = "specialist", _("Specialist help")

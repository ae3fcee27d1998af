from django.db import models
from django.utils.translation import gettext_lazy as _


class Panel(models.TextChoices):
    """The panels of the folded sheet that an officer fills. The cover and the back fill themselves."""

    FLAP = "flap", _("Flap: seen when the cover is opened")
    INSIDE_LEFT = "inside-left", _("Inside, left")
    INSIDE_MIDDLE = "inside-middle", _("Inside, middle")
    INSIDE_RIGHT = "inside-right", _("Inside, right")


class Shown(models.TextChoices):
    """How much of a page goes on paper."""

    SUMMARY = "summary", _("Its summary")
    STEPS = "steps", _("Its steps")
    BOTH = "summary-and-steps", _("Its summary and its steps")

from django.db import models
from django.utils.translation import gettext_lazy as _


class HowClosed(models.TextChoices):
    """What an officer did about what readers told us, or why nothing was to be done."""

    ADDED_WORD = "added-word", _("Added a word")
    CHANGED_PAGE = "changed-page", _("Changed a page")
    ADDED_PAGE = "added-page", _("Added a page")
    PASSED_ON = "passed-on", _("Passed it on")
    THERE_ALREADY = "there-already", _("It is there already")
    NOT_OURS = "not-ours", _("Not ours to give")
    ONE_OFF = "one-off", _("A one-off")
    OTHER = "other", _("Another reason")

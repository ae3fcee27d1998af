from django.db import models
from django.utils.translation import gettext_lazy as _


class LookedAfter(models.TextChoices):
    """What a carer knows of whether a council ever looked after the child."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_SURE = "not-sure", _("I’m not sure")

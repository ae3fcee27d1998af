from django.db import models
from django.utils.translation import gettext_lazy as _


class Working(models.TextChoices):
    """Whether the carer has a job: where it decides, the one for whom something is."""

    YES = "yes", _("Only a carer who has a job")
    NO = "no", _("Only a carer who has no job")


class PensionAge(models.TextChoices):
    """Whether the carer is over State Pension age: where it decides, the one for whom something is."""

    YES = "yes", _("Only a carer over State Pension age")
    NO = "no", _("Only a carer under State Pension age")


class Parents(models.TextChoices):
    """What must be true of the child's parents, where it decides."""

    DIED = "died", _("Only a child whose mum or dad has died")


class ParentsLiving(models.TextChoices):
    """What a carer says of the child's parents."""

    LIVING = "living", _("Yes, as far as I know")
    DIED = "died", _("No, one or both have died")
    NOT_SURE = "not-sure", _("I’m not sure")

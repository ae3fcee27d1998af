from django.db import models
from django.utils.translation import gettext_lazy as _


class Arrangement(models.TextChoices):
    """The kinds of kinship care.

    Source: Championing Kinship Care (CP 988, Department for Education, December 2023), list of who counts.
    """

    INFORMAL = "informal", _("Informal: the family has agreed it, with no order")
    PRIVATE_FOSTERING = "private-fostering", _("Private fostering")
    CHILD_ARRANGEMENTS_ORDER = "child-arrangements-order", _("Child Arrangements Order")
    SPECIAL_GUARDIANSHIP_ORDER = "special-guardianship-order", _("Special Guardianship Order")
    KINSHIP_FOSTER_CARE = "kinship-foster-care", _("Kinship foster care")
    ADOPTION = "adoption", _("Adopted by family or friends")
    NOT_SURE = "not-sure", _("Not sure")


class Answer(models.TextChoices):
    """Whether families in one arrangement can get a support."""

    YES = "yes", _("Yes")
    MAYBE = "maybe", _("Maybe")
    NO = "no", _("No")

from django.db import models
from django.utils.translation import gettext_lazy as _


class Voice(models.TextChoices):
    """Whose view counts when the offer is made: relevant persons of section 22H(9), and those who work with them."""

    CHILDREN = "children", _("Children in kinship care")
    CARERS = "kinship-carers", _("Kinship carers")
    REPRESENTATIVES = "representatives", _("People and groups who speak for them")
    FORMER_CARERS = "former-carers", _("People who used to be kinship carers")
    GREW_UP = "grew-up", _("Adults who grew up in kinship care")
    PROFESSIONALS = "professionals", _("People who work with families")

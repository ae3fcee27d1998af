from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Whom a section speaks to."""

    EVERYONE = "everyone", _("Everyone")
    YOUNG_PEOPLE = "young-people", _("Children and young people")

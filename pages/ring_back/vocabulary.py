"""What somebody may pick who asks us to get in touch. The labels are for officers; the forms have their own words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Asker(models.TextChoices):
    """Who asked: each has a form of their own."""

    CARER = "carer", _("A carer")
    YOUNG_PERSON = "young-person", _("A young person")


class Way(models.TextChoices):
    """How somebody would like to be reached."""

    RING = "ring", _("Ring them")
    TEXT = "text", _("Send a text")
    EMAIL = "email", _("Write an e-mail")
    RELAY = "relay", _("Ring them with Relay UK")
    BSL = "bsl", _("Call them by BSL video relay")

    @property
    def reaches(self) -> str:
        """The field of a request that this way needs."""
        return "email" if self == Way.EMAIL else "phone"


class BestTime(models.TextChoices):
    """When somebody would like to be rung."""

    ANY = "any", _("Any time you are open")
    MORNING = "morning", _("In the morning")
    AFTERNOON = "afternoon", _("In the afternoon")
    AFTER_SCHOOL = "after-school", _("After school")


class IfSeen(models.TextChoices):
    """What we may say when somebody else picks up, or sees the message."""

    SILENT = "silent", _("Do not say who you are, or why")
    SAY = "say", _("You may say who you are")


class AboutWhom(models.TextChoices):
    """Whom a young person wants to talk about."""

    ME = "me", _("Themselves")
    HOME = "home", _("Someone they live with")
    FAMILY = "family", _("Someone else in their family")
    OTHER = "other", _("Someone else")

from django.db import models
from django.utils.translation import gettext_lazy as _


class AskedSet(models.TextChoices):
    """The two sets of questions."""

    CARERS = "carers", _("For carers")
    CHILDREN = "children", _("For children")


class QuestionKind(models.TextChoices):
    """How a question is answered."""

    OPEN = "open", _("In their own words")
    YES_NO = "yes-no", _("Yes, no, or not sure")
    CHOICES = "choices", _("One of your own choices")


class AnswerState(models.TextChoices):
    """How far an officer is with one person's answers."""

    NEW = "new", _("Not read yet")
    READ = "read", _("Read")
    ASIDE = "aside", _("Set aside")


class WhyAside(models.TextChoices):
    """Why somebody's answers do not count. Their words are deleted."""

    OFF_TOPIC = "off-topic", _("Not about this")
    ABUSE = "abuse", _("Abuse")
    NAMES = "names", _("It says who somebody is")

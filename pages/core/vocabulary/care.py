from django.db import models
from django.utils.translation import gettext_lazy as _


class LookedAfter(models.TextChoices):
    """What a carer knows of whether a council ever looked after the child."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_SURE = "not-sure", _("I’m not sure")


class CareEnded(models.TextChoices):
    """How a council's care of the child ended: some rights are only for those who left it with an order.

    Source: Children Act 1989 s.14F and SI 2005/1109 reg. 11 (looked after immediately before the order); Adoption and
    Children Act 2002; conditions of the pupil premium, and the School Admissions Code 2021 1.7.
    """

    NOT_YET = "not-yet", _("It has not: the child is in care now")
    WITH_ORDER = "with-order", _("With a court order: the child came to me out of care")
    BEFORE_ORDER = "before-order", _("Another way: the child went home first, or there is no order")
    NOT_SURE = "not-sure", _("I’m not sure")


class CareHistory(models.TextChoices):
    """Whether something is only for children whom a council looks after, or looked after before."""

    ANY = "any", _("Any child")
    ONLY = "only", _("Only a child who is, or was, looked after by a council")
    UNTIL_ORDER = "until-order", _("Only a child who is in care, or left it when a court made an order")

from django.db import models


class CallbackTotal(models.Model):
    """The requests to be rung of one day that have been deleted since, as numbers: nothing in it is about a person."""

    day = models.DateField(unique=True)
    asked = models.PositiveIntegerField(default=0)
    answered = models.PositiveIntegerField(default=0)
    within_one_day = models.PositiveIntegerField(default=0)
    within_three_days = models.PositiveIntegerField(default=0)  # those within one day are not among them
    in_other_ways = models.PositiveIntegerField(default=0)  # than a call: text, e-mail, Relay UK, BSL
    with_interpreter = models.PositiveIntegerField(default=0)
    by_young_people = models.PositiveIntegerField(default=0)
    minutes = models.PositiveBigIntegerField(default=0)  # waited, by all who were answered

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.day}: {self.asked}"

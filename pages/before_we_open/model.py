from django.db import models
from django.utils.translation import gettext_lazy as _


class NotedLooseEnd(models.Model):
    """Since when something is on the list. Whoever may view these rows sees the whole list."""

    key = models.CharField(max_length=255, unique=True)
    since = models.DateField()

    class Meta:
        default_permissions = ("view",)
        verbose_name = _("thing to find out before we open")

    def __str__(self):
        return self.key


class Tried(models.TextChoices):
    """What can be tried before the offer opens."""

    MAIL = "mail", _("Mail")
    WORK = "work", _("Scheduled work")
    ADDRESS = "address", _("The short web address")


class Trial(models.Model):
    """The last time that one of them was tried, and what came of it; `worked` is nothing until it is done."""

    tried = models.CharField(max_length=20, choices=Tried, unique=True)
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    worked = models.BooleanField(null=True)
    words = models.TextField(blank=True)

    class Meta:
        default_permissions = ("change",)
        verbose_name = _("trial before we open")

    def __str__(self):
        return self.get_tried_display()

from django.db import models
from django.utils.translation import gettext_lazy as _


class ScheduledRun(models.Model):
    """When a piece of scheduled work is due, and what became of it the last time."""

    name = models.CharField(max_length=60, unique=True)
    due_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    worked_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)  # since it worked last
    words = models.TextField(blank=True)  # what it said, or why it failed

    class Meta:
        verbose_name = _("work behind the site")

    def __str__(self):
        return self.name

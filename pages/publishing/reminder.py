from django.db import models
from django.utils.translation import gettext_lazy as _


class ReminderStage(models.TextChoices):
    """How pressing a reminder is; each goes out once for a page and the day it is due."""

    SOON = "soon", _("due soon")
    DUE = "due", _("due or overdue")
    LEAD = "lead", _("told to the kinship lead")


class Reminder(models.Model):
    """One reminder that went out, so that it never goes out again. It does not say to whom."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="reminders")
    stage = models.CharField(max_length=4, choices=ReminderStage)
    due = models.DateField()
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["page", "stage", "due"], name="reminder_once")]

    def __str__(self):
        return f"{self.page_id}, {self.due}: {self.get_stage_display()}"

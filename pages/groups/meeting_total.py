from django.db import models


class MeetingTotal(models.Model):
    """A meeting that is over, written down for good: what becomes of its group afterwards changes nothing here."""

    group = models.ForeignKey("pages.GroupPage", null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=255)
    day = models.DateField()  # the day its rule gave it, which names it
    held_on = models.DateField()  # the day it was moved to, if it was
    held = models.BooleanField(default=True)  # False when it was called off

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["group", "day"], name="meeting_written_once")]

    def __str__(self):
        return f"{self.title}: {self.held_on}"


class MeetingsWritten(models.Model):
    """Up to which moment a group's meetings are written down, so that a new rule says nothing of the time before."""

    group = models.OneToOneField("pages.GroupPage", on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.group_id}: {self.until}"

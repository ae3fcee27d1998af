import datetime
from typing import Any, NamedTuple

from django.db import models


class Gone(NamedTuple):
    """A meeting that people have in their calendars, and that was taken out of the offer before its day."""

    key: str
    title: str
    day: datetime.date
    start: datetime.datetime
    end: datetime.datetime
    since: datetime.datetime
    version: int
    with_its_group: bool


class FollowedGroup(models.Model):
    """What people who follow a group's calendar have of it: it stays when the page goes, so that they can be told.

    `coming` are the meetings as readers last saw them, `gone` those that were taken away since.
    """

    key = models.UUIDField(unique=True)
    number = models.PositiveBigIntegerField(db_index=True)  # the page it was first; addresses may name it
    place = models.CharField(max_length=2000, blank=True)
    title = models.CharField(max_length=255, blank=True)
    version = models.PositiveIntegerField(default=0)
    # Added to what is counted from the page's history, which begins anew when the page does.
    raised_by = models.PositiveIntegerField(default=0)
    coming = models.JSONField(default=list)
    gone = models.JSONField(default=list)
    taken_down_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.title or str(self.key)

    def cancelled(self) -> list[Gone]:
        """The meetings that were taken away."""
        return [self._gone(row) for row in self.gone]

    def _gone(self, row: dict[str, Any]) -> Gone:
        start, end, since = (datetime.datetime.fromisoformat(row[name]) for name in ("start", "end", "since"))
        day = datetime.date.fromisoformat(row["day"])
        with_its_group = self.taken_down_at is not None
        return Gone(str(self.key), self.title, day, start, end, since, row["version"], with_its_group)

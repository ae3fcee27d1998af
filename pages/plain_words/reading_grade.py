from django.db import models


class ReadingGrade(models.Model):
    """How hard a page was to read when it was published on that day: the last publishing of a day counts."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="reading_grades")
    day = models.DateField()
    grade = models.FloatField()
    words = models.PositiveIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["page", "day"], name="grade_once_a_day")]

    def __str__(self):
        return f"{self.page}, {self.day}: {self.grade:.1f}"

from django.db import models


class Tries(models.Model):
    """How often somebody has tried something lately, in the one place that all workers and servers see.

    The key is a fingerprint, so that nobody can read here whose log-in was tried, or from which address.
    """

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField(default=1)
    ends_at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.count} until {self.ends_at}"

from django.db import models


class PackRecord(models.Model):
    """What was loaded from a content pack, so that the next load can tell what an editor has changed since."""

    key = models.CharField(max_length=1000, unique=True)
    object_key = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    order = models.JSONField(default=list)

    def __str__(self):
        return self.key

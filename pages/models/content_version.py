import uuid

from django.db import models


class ContentVersion(models.Model):
    """Names the present state of everything readers can see; it changes whenever that does.

    What is worked out from the content is remembered under this name, so one small query tells every process
    whether its memory is still true. A random name, not a count: a count could repeat after a rollback.
    """

    token = models.UUIDField(default=uuid.uuid4)

    def __str__(self):
        return str(self.token)

    @classmethod
    def current(cls):
        return cls.objects.values_list("token", flat=True).first()

    @classmethod
    def bump(cls):
        cls.objects.update_or_create(pk=1, defaults={"token": uuid.uuid4()})

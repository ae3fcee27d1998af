import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models

# What was answered during this visit: nothing yet in the list, or no visit at all.
_answer: ContextVar[list[uuid.UUID | None] | None] = ContextVar("content_version_answer", default=None)


class ContentVersion(models.Model):
    """Names the present state of everything readers can see; it changes whenever that does.

    What is worked out from the content is remembered under this name, so one small query tells every process
    whether its memory is still true. A random name, not a count: a count could repeat after a rollback.
    """

    token = models.UUIDField(default=uuid.uuid4)

    def __str__(self):
        return str(self.token)

    @classmethod
    def current(cls) -> uuid.UUID | None:
        answer = _answer.get()
        if answer is None:
            return cls._ask()
        if not answer:
            answer.append(cls._ask())
        return answer[0]

    @classmethod
    @contextmanager
    def asked_once(cls) -> Iterator[None]:
        """Inside it the database is asked only once, however often the version is wanted: for one visit."""
        token = _answer.set([])
        try:
            yield
        finally:
            _answer.reset(token)

    @classmethod
    def _ask(cls) -> uuid.UUID | None:
        return cls.objects.values_list("token", flat=True).first()

    @classmethod
    def bump(cls) -> None:
        cls.objects.update_or_create(pk=1, defaults={"token": uuid.uuid4()})
        if answer := _answer.get():
            answer.clear()

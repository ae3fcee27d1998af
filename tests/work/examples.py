"""Tasks to try the queues with."""

from pathlib import Path

from django.tasks import task


@task
def write(path: str, words: str) -> None:
    with Path(path).open("a") as file:
        file.write(words + "\n")


@task
def fail(words: str) -> None:
    raise ValueError(words)


@task
def nothing() -> None:
    pass

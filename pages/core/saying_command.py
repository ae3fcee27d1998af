from django.core.management.base import BaseCommand


class SayingCommand(BaseCommand):
    """A command that takes long, and says what it is at."""

    def say(self, line: str) -> None:
        """At once, also where the words go into a file."""
        self.stdout.write(line)
        self.stdout.flush()

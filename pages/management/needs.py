"""What a command must find before it begins. Where that is missing, one sentence says what to type first."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from pages.content.home import HomePage
from pages.site.fit.database import is_migrated
from pages.site.fit.unfit import UnfitError, in_a_line

NO_TABLES = (
    "There is nothing in the database yet. Type manage.py new_council for a new council, "
    "or manage.py restore FILE to put a backup back."
)
NO_OFFER = (
    "There is no offer on this site yet. Type manage.py new_council for a new council, "
    "or manage.py load_offer DIR to load one that is written."
)


class CommandOnTables(BaseCommand):
    """A command for a site whose tables are there, and, but for what saves them, are those of this release."""

    of_this_release = True

    def execute(self, *args: Any, **options: Any) -> str | None:
        self.refuse_what_is_missing()
        return super().execute(*args, **options)

    def refuse_what_is_missing(self) -> None:
        try:
            if not connection.introspection.table_names():
                raise CommandError(NO_TABLES)
            if self.of_this_release:
                is_migrated()
        except DatabaseError as error:
            raise CommandError(f"The database can’t be used: {in_a_line(error)}.") from None
        except UnfitError as error:
            raise CommandError(str(error)) from None


class CommandOnOffer(CommandOnTables):
    """A command for a site that has an offer, whether readers see it yet or not."""

    def refuse_what_is_missing(self) -> None:
        super().refuse_what_is_missing()
        if not HomePage.objects.exists():
            raise CommandError(NO_OFFER)

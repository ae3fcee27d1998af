"""Prints all that the site's database keeps, a value on each line, as the site itself reads it."""

import django
from django.db import connection


def all_that_is_kept():
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                yield from map(str, row)


if __name__ == "__main__":
    django.setup()
    for value in all_that_is_kept():
        print(value)

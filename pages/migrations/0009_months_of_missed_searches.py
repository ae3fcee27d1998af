"""Gives the searches counted so far a month: the one in which they were last looked for."""

from django.db import migrations


def forwards(apps, schema_editor):
    months = apps.get_model("pages", "MissedSearchMonth")
    for search in apps.get_model("pages", "MissedSearch").objects.filter(months=None, count__gt=0):
        months.objects.create(search=search, month=search.last_day.replace(day=1), count=search.count)


class Migration(migrations.Migration):
    dependencies = [("pages", "0008_convert_have_your_say")]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]

"""Keeps only single everyday words of the searches that found nothing, and takes the others out of all that quotes them.

How often they were looked for stays counted: with the searches of which no words are kept, and as totals of the months.
"""

from collections import Counter
from pathlib import Path

from django.db import migrations
from django.db.models import Sum

LIST = Path("/usr/share/dict/british-english")
# Names that the list has in lower case only.
NAMES = frozenset(
    """
    amir archer begum falconer gosling jade mercy partridge peacock poppy raja reeve salter shah shearer sultan trotter
    verity whiting woodcock
    """.split()
)
MISSED_SEARCH, SEARCH, CLOSED, NOT_KEPT = "missed-search", "search", "pages.told.close", "(words not kept)"


def forwards(apps, schema_editor):
    keepable = _english() | _of_the_officers(apps)
    _count_searches_by_month(apps)
    _keep_single_words(apps, keepable)
    _take_out_of_closings(apps, keepable)


def _english():
    """Words in lower case that are no name with a capital; none where the list is not installed."""
    try:
        lines = LIST.read_text(encoding="utf-8").split()
    except OSError:
        return set()
    words = {line.removesuffix("'s") for line in lines}
    names = {word.lower() for word in words if word != word.lower()} | NAMES
    return {word for word in words if word == word.lower() and names.isdisjoint({word, word.removesuffix("s")})}


def _of_the_officers(apps):
    """Terms and everyday words that are one word by themselves."""
    rows = [f"{row.words},{row.means}" for row in apps.get_model("pages", "Synonym").objects.all()]
    for row in apps.get_model("pages", "GlossaryTerm").objects.all():
        rows.append(f"{row.term},{row.also_called},{row.search_words}")
    return {phrase.strip().casefold() for row in rows for phrase in row.split(",")}


def _is_kept(words, keepable):
    return words in keepable and len(words) > 1 and words.isascii() and words.isalpha()


def _count_searches_by_month(apps):
    """Until now each search was one row's: from now on, one search may count for several words."""
    daily = apps.get_model("pages", "DailyCount").objects
    if daily.filter(what=MISSED_SEARCH).exists():
        return
    months = apps.get_model("pages", "MissedSearchMonth").objects.values_list("month").annotate(times=Sum("count"))
    for month, times in months.order_by("month"):
        daily.create(day=month, what=MISSED_SEARCH, page=0, count=times)


def _keep_single_words(apps, keepable):
    searches, months = (apps.get_model("pages", name).objects for name in ("MissedSearch", "MissedSearchMonth"))
    gone = [row for row in searches.exclude(words="") if not _is_kept(row.words, keepable)]
    if not gone:
        return
    first, last = min(row.first_day for row in gone), max(row.last_day for row in gone)
    without, _made = searches.get_or_create(words="", defaults={"count": 0, "first_day": first, "last_day": last})
    by_month = Counter()
    keys = [row.pk for row in gone]
    for month, times in months.filter(search__in=[without.pk, *keys]).values_list("month", "count"):
        by_month[month] += times
    for month, times in by_month.items():
        months.update_or_create(search=without, month=month, defaults={"count": times})
    searches.filter(pk=without.pk).update(
        count=without.count + sum(row.count for row in gone),
        first_day=min(first, without.first_day),
        last_day=max(last, without.last_day),
    )
    months.filter(search__in=keys).delete()
    searches.filter(pk__in=keys).delete()


def _take_out_of_closings(apps, keepable):
    """What officers did about a search stays, without the words; so in the history of the site and of the page."""
    closings = apps.get_model("pages", "Closing").objects
    labels = dict(closings.filter(told_by=SEARCH).values_list("pk", "label"))
    gone = [key for key, label in labels.items() if label and not _is_kept(label.casefold(), keepable)]
    closings.filter(pk__in=gone).update(label="")
    for name in ("ModelLogEntry", "PageLogEntry"):
        entries = apps.get_model("wagtailcore", name).objects
        for entry in entries.filter(action=CLOSED):
            if entry.data.get("told_by") == SEARCH and not _is_kept(entry.data.get("label", "").casefold(), keepable):
                # A page's entry is called by the page, the closing's by the words.
                called = {"label": NOT_KEPT} if name == "ModelLogEntry" else {}
                entries.filter(pk=entry.pk).update(data=entry.data | {"label": ""}, **called)


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0013_count_missed_searches"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]

"""How long the search takes at 1, 10 and 100 times the content: `python -m tests.search.bench`.

It loads the Rotherham offer into a database in memory and prints a table of milliseconds.
"""

import csv
import os
import statistics
import time
from pathlib import Path

QUERIES = Path(__file__).parent / "queries"


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from pages.core.content_version import ContentVersion
    from pages.offer_files.load import load_offer
    from pages.search import clean
    from pages.search.index import SearchIndex
    from pages.search.offer import offer_at
    from tests.states import ENGLAND, ROTHERHAM

    call_command("migrate", verbosity=0)
    load_offer(ENGLAND)
    load_offer(ROTHERHAM)
    index = offer_at(ContentVersion.current()).index
    texts = [entry.text for entry in index.entries]
    queries = [row["query"] for path in sorted(QUERIES.glob("*.tsv")) for row in _rows(path)]
    long = " ".join(queries)[:10_000]
    print("times  pages  new index  one page changed  query: median  99 %  10 kB of text")
    for times in (1, 10, 100):
        copies = [text._replace(pk=text.pk + at * 100_000) for at in range(times) for text in texts]
        began = time.perf_counter()
        index = SearchIndex(copies, index.synonyms)
        new = time.perf_counter() - began
        known = {entry.text.pk: entry for entry in index.entries}
        changed = [copies[0]._replace(parts=[*copies[0].parts, ("another word", 1)]), *copies[1:]]
        began = time.perf_counter()
        index = SearchIndex(changed, index.synonyms, known)
        again = time.perf_counter() - began
        spent = sorted(_milliseconds(index, query) for query in queries)
        text = _milliseconds(index, clean(long))
        print(
            f"{times:5}  {len(copies):5}  {new * 1000:9.0f}  {again * 1000:16.0f}  {statistics.median(spent):13.1f}"
            f"  {spent[len(spent) * 99 // 100]:4.1f}  {text:13.1f}"
        )


def _milliseconds(index: "SearchIndex", query: str) -> float:  # noqa: F821 (imported when Django is set up)
    began = time.perf_counter()
    index.answer(query)
    return (time.perf_counter() - began) * 1000


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


if __name__ == "__main__":
    main()

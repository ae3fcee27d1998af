"""Finds pages for what a reader typed, the same on every database, and says what the offer has nothing on.

The words of all pages are kept in memory, by the pages that hold them; a page is read anew only when its words changed,
outside requests (`behind.py`). Coverage decides (`asked.py`, `index.py`): words that matter and are not held are named.

Compared on 28 November 2026 over the Rotherham offer with tantivy 0.27, a search engine to be embedded, with English
stems, weights for titles and search words, and everyday words put into its queries. Of 788 queries (`tests/search/
queries/`), most of which this search was written with, 97.5 % had a right page among the first three, and 88.1 % with
tantivy (80.6 % without the everyday words). Of queries written before they were tried, 83 % (of 134) had one with the
ranking before this one, and 89 % (of 82 others) with this one, when no word had been added for them. Of 87 searches for
what the offer does not hold all are admitted; tantivy ranks, it does not say that. Milliseconds, on two busy cores
(`python -m tests.search.bench`; tantivy's are with its everyday words looked up in Python):

| times | new index | tantivy's | one page changed | query, median | 99 % | tantivy's | 99 % | 10 kB of text |
|---|---|---|---|---|---|---|---|---|
| 1 | 1,810 | 200 | 365 | 1.2 | 3.8 | 13.9 | 243 | 7 |
| 10 | 12,362 | 600 | 2,128 | 4.4 | 21.3 | 14.2 | 92 | 32 |
| 100 | 83,281 | 4,800 | 15,900 | 10.3 | 47.9 | 15.8 | 106 | 73 |

Ours were measured again on that day with a vocabulary three times as large, the words of contacts and the beginnings of
titles; then 1,040 of 1,048 queries (99.2 %) had a right page among the first three, and all of 181 were admitted.

Tantivy builds faster, and that is done in the background. What makes results right here (phrases, topics, coverage)
would stand around it in our words all the same.
"""

from .finding import Found, find, search
from .hit import Hit
from .languages import in_another_language, page_first
from .text import clean

__all__ = ["Found", "Hit", "clean", "find", "in_another_language", "page_first", "search"]

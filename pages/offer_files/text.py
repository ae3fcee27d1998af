"""One piece of rich text: Markdown in the pack, Wagtail's HTML in the database."""

from .item import Item, WrongError
from .prose import HEADINGS, LISTS, read_html, read_markdown, write_html, write_markdown
from .references import References
from .values import Markdown

NAMES = dict.fromkeys(HEADINGS, "heading") | dict.fromkeys(LISTS, "list")


def read_text(item: Item, features: list[str] | None, references: References) -> str:
    """The HTML of an item's Markdown, if it has only what an editor could put there."""
    paragraphs = read_markdown(item.of(str))
    for paragraph in paragraphs:
        if features is not None and paragraph.kind in NAMES and paragraph.kind not in features:
            raise WrongError(f"a {NAMES[paragraph.kind]} can’t stand here: “{paragraph.text[:40]}”", item)
    return write_html(paragraphs, references.linked_page, references.amount)


def write_text(html: str, references: References) -> Markdown:
    return Markdown(write_markdown(read_html(html or "", references.path, references.name_of_amount)))

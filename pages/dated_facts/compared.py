"""Running text where two versions of a page are compared: with the days and sources that its words carry.

Wagtail compares the words alone, so that a new day of the same sentence looked like no change at all, and leaves the
amounts out of what is no block.
"""

from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.admin import compare
from wagtail.rich_text import RichText, expand_db_html
from wagtail.utils.text import text_from_html

from pages.core.html.tree import append, parse, written
from pages.dated_facts.sentences import UNTIL, right_until_of


def as_compared(html: str) -> str:
    """The words of rich text as it is kept, each dated sentence with its day and its source after it."""
    tree = parse(expand_db_html(html))
    for span in tree.css(f"span[{UNTIL}]"):
        if right := right_until_of(span.attributes):
            words = _("right until %(day)s: %(source)s") % {
                "day": date_format(right.until, "j F Y"),
                "source": ", ".join(filter(None, (right.source, right.url))),
            }
            append(span, escape(f" [{words}]"))
    return text_from_html(written(tree))


class TextComparison(compare.RichTextFieldComparison):
    def htmldiff(self) -> SafeString:
        return compare.diff_text(as_compared(self.val_a), as_compared(self.val_b)).to_html()


class TextBlockComparison(compare.RichTextBlockComparison):
    def htmlvalue(self, val: RichText) -> SafeString:
        return escape(as_compared(val.source))

    def htmldiff(self) -> SafeString:
        return compare.diff_text(as_compared(self.val_a.source), as_compared(self.val_b.source)).to_html()


def class_for_block(block: blocks.RichTextBlock) -> type[TextBlockComparison]:
    """Every block of running text is compared so; Wagtail asks each block for its class."""
    return TextBlockComparison

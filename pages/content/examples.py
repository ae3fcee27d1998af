"""Details that are examples, to be confirmed by the council."""

from wagtail.models import Page

MARK = "<mark>"


def has_example(page: Page) -> bool:
    """True when any text of the page, in any field or block, carries the example mark, or its details are examples."""
    return getattr(page, "example_details", False) or MARK in str(page.serializable_data())

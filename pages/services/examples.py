"""Details that are examples, to be confirmed by the council: where they are still live."""

from wagtail.models import Page

from pages.models import Contact, CouncilSettings, MoneyFact, SchoolTerm

MARK = "<mark>"


def has_example(page: Page) -> bool:
    """True when any text of the page, in any field or block, carries the example mark, or its details are examples."""
    return getattr(page, "example_details", False) or MARK in str(page.serializable_data())


def live_examples() -> list[str]:
    """Titles of the live pages and names of the contacts that still carry example details, in order."""
    pages = Page.objects.live().order_by("path").specific()
    found = [page.title for page in pages if has_example(page)]
    found += Contact.objects.filter(example=True).values_list("name", flat=True)
    found += MoneyFact.objects.filter(example=True).values_list("label", flat=True)
    found += SchoolTerm.objects.filter(example=True).values_list("name", flat=True)
    if CouncilSettings.objects.filter(web_address_example=True).exists():
        found.append(str(CouncilSettings._meta.get_field("web_address").verbose_name))
    return found

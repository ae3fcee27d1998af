"""Which details that are examples are still live, on pages and among what is typed once."""

from wagtail.models import Page

from pages.content.contact import Contact
from pages.content.examples import has_example
from pages.council.school_term import SchoolTerm
from pages.dated_facts.model import DatedFact


def live_examples() -> list[str]:
    """Titles of the live pages and names of the shared facts that still carry example details, in order."""
    pages = Page.objects.live().order_by("path").specific()
    titles = [page.title for page in pages if has_example(page) or getattr(page, "check_is_example", False)]
    titles += Contact.objects.filter(example=True).values_list("name", flat=True)
    titles += DatedFact.objects.filter(rows__example=True).distinct().values_list("label", flat=True)
    titles += SchoolTerm.objects.filter(example=True).values_list("name", flat=True)
    return titles

"""The pages that the site has already, as a load finds them."""

from collections.abc import Collection, Iterable

from wagtail.models import Page

from .model import COUNCIL, PackRecord
from .references import References

PAGE = "pages"


class SitePages:
    """Every page of the site below its home, by its path; a page that was moved is still known by its old one.

    They are specific pages, without their long texts.
    """

    def __init__(self, home: Page | None):
        pages = [] if home is None else list(_all(home))
        self.by_key = {page.pk: page for page in pages}
        self.by_path = {f"/{page.url_path.removeprefix(home.url_path)}": page for page in pages} if home else {}
        self.national: dict[str, Page] = {}
        for layer, key, object_key in PackRecord.objects.filter(key__startswith=f"{PAGE}/").values_list(
            "layer", "key", "object_key"
        ):
            page = self.by_key.get(object_key)
            if page is not None and layer != COUNCIL and page.layer == layer:
                self.national[key.removeprefix(PAGE)] = page

    def kinds(self) -> dict[str, type[Page]]:
        """The kind of each page that a layer has brought, by its path there."""
        return {path: type(page) for path, page in self.national.items()}

    def name_all(self, references: References, but: Collection[int] = ()) -> dict[str, Page]:
        """Lets files name every page, but those of these keys; gives those by path."""
        others = {path: page for path, page in self.by_path.items() if page.pk not in but}
        as_in_the_layer = {path: page for path, page in self.national.items() if page.pk not in but}
        for path, page in (others | as_in_the_layer).items():
            references.add_page(path, page)
        return others


def references_of_site(home: Page) -> References:
    """Everything on the site by the names that files have for it."""
    references = References()
    references.add_registers()
    SitePages(home).name_all(references)
    return references


def _all(home: Page) -> Iterable[Page]:
    return Page.objects.descendant_of(home, inclusive=True).order_by("path").defer_streamfields().specific()

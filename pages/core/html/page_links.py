from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from pages.core.open_pages import open_pages


class PageLinks(PageLinkHandler):
    """Writes the links to pages in running text from memory: Wagtail's own asks the database for every paragraph.

    A link to what readers can't open is left as plain words.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        pages = open_pages()
        keys = [attrs.get("id", "") for attrs in attrs_list]
        linked = [pages.get(int(key)) if key.isascii() and key.isdecimal() else None for key in keys]
        return [f'<a href="{escape(page.url)}">' if page else "<a>" for page in linked]

"""Reads a page as the tests need it: strictly, as a tree, and as the words a reader meets."""

import html5lib

QUIET = frozenset("aside button form nav script style svg".split())
LINES = frozenset(
    "p li h1 h2 h3 h4 dt dd tr td th caption div section article header blockquote summary time footer".split()
)


def parse(response):
    """The page as a tree of elements; anything the HTML standard calls an error fails the test."""
    text = response.content.decode()
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def ids(tree):
    return [element.get("id") for element in tree.iter() if element.get("id") is not None]


def addresses(tree):
    """Where the page's links, sheets, scripts, images and searches lead, in order."""
    asking = [element for element in tree.iter() if element.get("method", "get") == "get"]
    found = [element.get("href") or element.get("src") or element.get("action") for element in asking]
    return [address for address in found if address]


def headings(tree):
    """The levels of the headings, in order."""
    return [int(element.tag[1]) for element in tree.iter() if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]


def main_words(tree):
    """What a reader reads in the main part, a line for each paragraph, heading, item and cell."""
    return "".join(_words(tree.find(".//main"))).replace("\xa0", " ")


def _words(element):
    if not isinstance(element.tag, str) or "visually-hidden" in element.get("class", ""):
        return
    if element.tag in QUIET and element.get("class") != "term":  # a word that opens its meaning is a word of the text
        return
    yield "\n" if element.tag in LINES else ""
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        yield from _words(child)
        yield " ".join((child.tail or "").split("\n"))
    yield "\n" if element.tag in LINES else ""

"""The tree of a pack's pages: who may stand where, and in which order."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from wagtail.models import Page

from .errors import Problem
from .item import Item, Problems, WrongError
from .names import CHILDREN, KIND, kind_of


class PageFile(NamedTuple):
    """One page of a pack; `path` is its address below the home page."""

    path: str
    model: type[Page]
    item: Item

    @property
    def parent(self) -> str:
        return "" if self.path == "/" else self.path[: self.path.rstrip("/").rindex("/") + 1]

    @property
    def slug(self) -> str:
        return self.path.rstrip("/").rpartition("/")[2]


def may_have_children(model: type[Page]) -> bool:
    return bool(model.allowed_subpage_models())


def children_of(pages: dict[str, PageFile], path: str) -> list[str]:
    """The paths of the pages below a page, in its order."""
    entry = pages[path].item.of(dict).get(CHILDREN)
    return [f"{path}{slug.value}/" for slug in entry.of(list)] if entry else []


def in_tree_order(pages: dict[str, PageFile], path: str = "/") -> Iterator[PageFile]:
    """Every page after its parent."""
    yield pages[path]
    for child in children_of(pages, path):
        yield from in_tree_order(pages, child)


def tree_problems(pages: dict[str, PageFile], problems: Problems) -> None:
    """Adds what is wrong with the tree: pages without a parent, in the wrong place, not named by it, or too many."""
    if "/" not in pages:
        problems.append(Problem("pages/index.yaml", 0, "", "is missing: it is the home page"))
    for page in pages.values():
        _place_problem(pages, page, problems)
        _children_problem(pages, page, problems)


def _place_problem(pages: dict[str, PageFile], page: PageFile, problems: Problems) -> None:
    parent = Page if page.path == "/" else pages[page.parent].model if page.parent in pages else None
    if parent is None:
        problems.add(page.item, "", f"there is no page {page.parent} for it to stand under")
    elif parent not in page.model.allowed_parent_page_models():
        where = "be the home page" if page.path == "/" else f"stand under a {kind_of(parent)}"
        problems.add(page.item.of(dict)[KIND], KIND, f"a {kind_of(page.model)} can’t {where}")


def _children_problem(pages: dict[str, PageFile], page: PageFile, problems: Problems) -> None:
    below = {other.slug: other for other in pages.values() if other.parent == page.path}
    entry = page.item.of(dict).get(CHILDREN)
    if entry is None:
        if below:
            problems.add(page.item, CHILDREN, f"is missing: it names the pages below, in order: {', '.join(below)}")
        return
    try:
        named = [slug.of(str) for slug in entry.of(list)]
    except WrongError as wrong:
        problems.add_wrong(entry, CHILDREN, wrong)
        return
    for slug, times in Counter(named).items():
        if slug not in below:
            problems.add(entry, CHILDREN, f"there is no file of the page “{slug}”")
        elif times > 1:
            problems.add(entry, CHILDREN, f"“{slug}” is there twice")
    for slug in below.keys() - set(named):
        problems.add(entry, CHILDREN, f"“{slug}” is not in the list")
    _too_many(below, problems)


def _too_many(below: dict[str, PageFile], problems: Problems) -> None:
    for model, count in Counter(page.model for page in below.values()).items():
        if model.max_count_per_parent and count > model.max_count_per_parent:
            extra = [page for page in below.values() if page.model is model][model.max_count_per_parent]
            problems.add(extra.item.of(dict)[KIND], KIND, f"there can be only {model.max_count_per_parent}")

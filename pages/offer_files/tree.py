"""The tree of an offer's pages: who may stand where, and in which order."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from wagtail.models import Page

from .errors import Problem
from .item import Item, Problems, WrongError
from .layer_file import LayerFile, version_of
from .names import AFTER, CHILDREN, FIRST, KIND, LIVE, TAKEN_OVER, kind_of

# The kind of each page that the site has already, by its path.
type Kinds = Mapping[str, type[Page]]


class PageFile(NamedTuple):
    """One page of an offer; `path` is its address below the home page."""

    path: str
    model: type[Page]
    item: Item

    @property
    def parent(self) -> str:
        return parent_of(self.path)

    @property
    def slug(self) -> str:
        return self.path.rstrip("/").rpartition("/")[2]

    @property
    def taken_over(self) -> Item | None:
        """For a page of a national layer that the council has taken over: which, and the version that it left."""
        return self.item.of(dict).get(TAKEN_OVER)

    @property
    def after(self) -> str:
        """The page after which it stands below a national page, if the file says."""
        entry = self.item.of(dict).get(AFTER)
        return entry.of(str) if entry else ""

    @property
    def is_first(self) -> bool:
        return FIRST in self.item.of(dict)

    @property
    def is_draft(self) -> bool:
        """True for a page of the council's own that waits, with its questions, until an officer publishes it."""
        return LIVE in self.item.of(dict)


def parent_of(path: str) -> str:
    return "" if path == "/" else path[: path.rstrip("/").rindex("/") + 1]


def may_have_children(model: type[Page]) -> bool:
    return bool(model.allowed_subpage_models())


def children_of(pages: dict[str, PageFile], path: str) -> list[str]:
    """The paths of the pages below a page, in its order."""
    entry = pages[path].item.of(dict).get(CHILDREN)
    return [f"{path}{slug.value}/" for slug in entry.of(list)] if entry else []


def in_tree_order(pages: dict[str, PageFile]) -> Iterator[PageFile]:
    """Every page after its parent, those below one page in its order."""
    for path in sorted(pages):
        if not is_listed(pages, pages[path]):
            yield from _branch(pages, path)


def _branch(pages: dict[str, PageFile], path: str) -> Iterator[PageFile]:
    yield pages[path]
    for child in children_of(pages, path):
        yield from _branch(pages, child)


def is_listed(pages: dict[str, PageFile], page: PageFile) -> bool:
    """True when the page above it is the council's own, and names it; below a national page it stands by itself."""
    above = pages.get(page.parent)
    return above is not None and above.taken_over is None


def layer_left(item: Item) -> LayerFile:
    """Which layer a page left that was taken over, and in which version. Raises WrongError."""
    entries = item.of(dict)
    if entries.keys() != {"layer", "version"}:
        raise WrongError("names the layer and its version: {layer: england, version: 2026-11-26}", item)
    return LayerFile(entries["layer"].of(str), "", version_of(entries["version"]))


def tree_problems(pages: dict[str, PageFile], problems: Problems, there: Kinds | None = None) -> None:
    """Adds what is wrong with the tree: pages without a parent, in the wrong place, not named by it, or too many.

    `there` are the pages of a national layer that a council's own stand among.
    """
    there = there or {}
    if "/" not in pages and "/" not in there:
        message = "is missing: it is the home page. If a national layer has it, load that first"
        problems.append(Problem("pages/index.yaml", 0, "", message))
        return
    for page in pages.values():
        _place_problem(pages, page, there, problems)
        if page.taken_over is None:
            _children_problem(pages, page, problems)
        elif CHILDREN in page.item.of(dict):
            problems.add(page.item.of(dict)[CHILDREN], CHILDREN, "the national layer knows the pages below")
        _among_problem(pages, page, there, problems)


def _place_problem(pages: dict[str, PageFile], page: PageFile, there: Kinds, problems: Problems) -> None:
    parent = Page if page.path == "/" else pages[page.parent].model if page.parent in pages else there.get(page.parent)
    if parent is None:
        problems.add(page.item, "", f"there is no page {page.parent} for it to stand under")
    elif parent not in page.model.allowed_parent_page_models():
        where = "be the home page" if page.path == "/" else f"stand under a {kind_of(parent)}"
        problems.add(page.item.of(dict)[KIND], KIND, f"a {kind_of(page.model)} can’t {where}")


def _among_problem(pages: dict[str, PageFile], page: PageFile, there: Kinds, problems: Problems) -> None:
    """What is wrong with the place of a page among national ones."""
    entries = page.item.of(dict)
    among = not is_listed(pages, page) and page.taken_over is None and page.path != "/"
    for name in (AFTER, FIRST):
        if name in entries and not among:
            problems.add(entries[name], name, "is for a council’s own page among those of a national layer")
    if page.taken_over is None and page.path != "/":
        _draft_problem(entries, problems)
    elif LIVE in entries:
        problems.add(entries[LIVE], LIVE, "is for a page of the council’s own that waits, below the first page")
    if not among:
        return
    try:
        if FIRST in entries and (AFTER in entries or not entries[FIRST].of(bool)):
            raise WrongError("is true, or left out; not with “after”", entries[FIRST])
        sibling = f"{page.parent}{page.after}/"
        if page.after and (sibling == page.path or (sibling not in pages and sibling not in there)):
            raise WrongError(f"there is no page {sibling}", entries[AFTER])
    except WrongError as wrong:
        problems.add_wrong(entries[AFTER if AFTER in entries else FIRST], AFTER if AFTER in entries else FIRST, wrong)
    beside = [path for path in there if parent_of(path) == page.parent and path not in pages]
    count = sum(there[path] is page.model for path in beside)
    if page.model.max_count_per_parent and count >= page.model.max_count_per_parent:
        problems.add(entries[KIND], KIND, f"there can be only {page.model.max_count_per_parent}")


def _draft_problem(entries: dict[str, Item], problems: Problems) -> None:
    """A draft says so; what readers see needs no word for it."""
    if LIVE not in entries:
        return
    try:
        if entries[LIVE].of(bool):
            raise WrongError("is false, or left out")
    except WrongError as wrong:
        problems.add_wrong(entries[LIVE], LIVE, wrong)


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

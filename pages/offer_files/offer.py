"""A folder of an offer as it is read: what it is, settings, registers, pages, and local parts of national pages."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from wagtail.models import Page

from pages.council.model import CouncilSettings

from .errors import PackError, Problem
from .item import Item, Problems, WrongError
from .layer_file import LAYER, LayerFile, read_layer
from .names import ABOUT_PAGES, KIND, MAY_BE_MISSING, REGISTERS, SETTINGS, Entry, kinds
from .read import read_file
from .tree import PageFile, may_have_children, tree_problems

PAGES, HERE, INDEX, SUFFIX = "pages", "here", "index", ".yaml"


class Offer(NamedTuple):
    """A council's folder, or with a `layer` a national one. `here` has the local parts by the path of their page.

    `about_pages` has the entries that name pages, by the name of their file.
    """

    layer: LayerFile | None
    settings: dict[type[CouncilSettings], Item]
    registers: dict[type[Entry], list[Item]]
    pages: dict[str, PageFile]
    here: dict[str, Item]
    about_pages: dict[str, Item]

    @property
    def stands_alone(self) -> bool:
        """True for a whole tree, whose home page is its own; else a national layer must be there first."""
        return stands_alone(self.pages)


def read_offer(folder: Path) -> Offer:
    """Everything in the folder, if its files can be read; says all that is wrong otherwise."""
    if not folder.is_dir():
        raise PackError([Problem(str(folder), 0, "", "there is no such folder")])
    problems = Problems()
    is_layer = _is_there(folder, LAYER)
    layer = _layer(folder, problems) if is_layer else None
    if not is_layer and not any(_is_there(folder, name) for name in SETTINGS):
        words = "is not there, nor is layer.yaml: a council’s folder has the one, a national layer the other"
        raise PackError([Problem(f"{next(iter(SETTINGS))}{SUFFIX}", 0, "", words)])
    settings = {} if is_layer else _settings(folder, problems)
    pages = _pages(folder, problems)
    here = _here(folder, problems)
    optional = MAY_BE_MISSING if not is_layer and stands_alone(pages) else REGISTERS
    registers = _registers(folder, optional, problems)
    about_pages = _about_pages(folder, problems) if not is_layer else {}
    if is_layer:
        _refuse_what_is_a_councils(folder, here, problems)
    problems.stop_if_any()
    if is_layer or stands_alone(pages):
        tree_problems(pages, problems)
        problems.stop_if_any()
    return Offer(layer, settings, registers, pages, here, about_pages)


def stands_alone(pages: dict[str, PageFile]) -> bool:
    return "/" in pages and pages["/"].taken_over is None


def page_file(path: str, model: type[Page]) -> str:
    """Where a page's file stands in a pack."""
    inside = path.strip("/")
    if may_have_children(model):
        inside = f"{inside}/{INDEX}" if inside else INDEX
    return f"{PAGES}/{inside}{SUFFIX}"


def here_file(path: str, model: type[Page]) -> str:
    """Where the file of a page's local part stands in a council's folder."""
    return HERE + page_file(path, model).removeprefix(PAGES)


def _is_there(folder: Path, name: str) -> bool:
    return (folder / f"{name}{SUFFIX}").exists()


def _layer(folder: Path, problems: Problems) -> LayerFile | None:
    item = _content(folder, LAYER, dict, problems)
    return read_layer(item, problems) if item else None


def _settings(folder: Path, problems: Problems) -> dict[type[CouncilSettings], Item]:
    return {model: item for name, model in SETTINGS.items() if (item := _content(folder, name, dict, problems))}


def _about_pages(folder: Path, problems: Problems) -> dict[str, Item]:
    names = [name for name in ABOUT_PAGES if _is_there(folder, name)]
    return {name: item for name in names if (item := _content(folder, name, list, problems))}


def _registers(folder: Path, optional: Collection[str], problems: Problems) -> dict[type[Entry], list[Item]]:
    there = [name for name in REGISTERS if name not in optional or _is_there(folder, name)]
    return {REGISTERS[name]: item.of(list) for name in there if (item := _content(folder, name, list, problems))}


def _refuse_what_is_a_councils(folder: Path, here: dict[str, Item], problems: Problems) -> None:
    for name in (*SETTINGS, *ABOUT_PAGES):
        if _is_there(folder, name):
            problems.append(Problem(f"{name}{SUFFIX}", 0, "", "is a council’s: a national layer has none"))
    for item in here.values():
        problems.append(Problem(item.file, 0, "", "is a council’s: a national layer has no local parts"))


def _content(folder: Path, name: str, kind: type, problems: Problems) -> Item | None:
    try:
        item = read_file(folder / f"{name}{SUFFIX}", f"{name}{SUFFIX}")
        item.of(kind)
        return item
    except PackError as error:
        problems.extend(error.problems)
    except WrongError as wrong:
        problems.add_wrong(item, "", wrong)
    return None


def _pages(folder: Path, problems: Problems) -> dict[str, PageFile]:
    pages: dict[str, PageFile] = {}
    for name, item in _items(folder, PAGES, problems):
        _add(pages, name, item, problems)
    return pages


def _here(folder: Path, problems: Problems) -> dict[str, Item]:
    here: dict[str, Item] = {}
    for name, item in _items(folder, HERE, problems):
        path = _path(name, HERE)
        if path in here:
            problems.add(item, "", f"{here[path].file} is about the same page")
        here[path] = item
    return here


def _items(folder: Path, inside: str, problems: Problems) -> Iterator[tuple[str, Item]]:
    """The name and the content of each file in one of the folders."""
    for file in sorted((folder / inside).rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_dir() or file.name.startswith("."):
            continue
        if file.suffix != SUFFIX:
            problems.append(Problem(name, 0, "", f"is not part of an offer: pages are files that end in {SUFFIX}"))
        elif item := _content(folder, name.removesuffix(SUFFIX), dict, problems):
            yield name, item


def _path(name: str, inside: str) -> str:
    """The path of the page that a file is about."""
    place = name.removeprefix(f"{inside}/").removesuffix(SUFFIX)
    return f"/{place}/".removesuffix(f"{INDEX}/") if f"/{place}".endswith(f"/{INDEX}") else f"/{place}/"


def _add(pages: dict[str, PageFile], name: str, item: Item, problems: Problems) -> None:
    entries, path = item.of(dict), _path(name, PAGES)
    try:
        kind = entries[KIND].of(str) if KIND in entries else ""
        if kind not in kinds():
            raise WrongError(f"must be one of: {', '.join(sorted(kinds()))}", entries.get(KIND))
        if path != "/":
            validate_slug(path.rstrip("/").rpartition("/")[2])
    except WrongError as wrong:
        problems.add_wrong(item, KIND, wrong)
        return
    except ValidationError:
        problems.append(Problem(name, 0, "", "a file’s name is made of the letters a to z, numbers and hyphens"))
        return
    if page_file(path, kinds()[kind]) != name:
        problems.add(entries[KIND], KIND, f"the file of this {kind} must be {page_file(path, kinds()[kind])}")
    if path in pages:
        problems.add(item, "", f"{pages[path].item.file} is the same page")
    pages[path] = PageFile(path, kinds()[kind], item)

"""The folder of a pack as it is read: settings, registers, and the tree of pages."""

from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from wagtail.models import Page

from pages.council.model import CouncilSettings

from .errors import PackError, Problem
from .item import Item, Problems, WrongError
from .names import KIND, MAY_BE_MISSING, REGISTERS, SETTINGS, Entry, kinds
from .read import read_file
from .tree import PageFile, may_have_children, tree_problems

PAGES, INDEX, SUFFIX = "pages", "index", ".yaml"


class Offer(NamedTuple):
    settings: dict[type[CouncilSettings], Item]
    registers: dict[type[Entry], list[Item]]
    pages: dict[str, PageFile]


def read_offer(folder: Path) -> Offer:
    """Everything in the folder, if its files can be read and its tree stands; says all that is wrong otherwise."""
    if not folder.is_dir():
        raise PackError([Problem(str(folder), 0, "", "there is no such folder")])
    problems = Problems()
    settings = {model: item for name, model in SETTINGS.items() if (item := _content(folder, name, dict, problems))}
    there = [name for name in REGISTERS if name not in MAY_BE_MISSING or (folder / f"{name}{SUFFIX}").exists()]
    registers = {REGISTERS[name]: item.of(list) for name in there if (item := _content(folder, name, list, problems))}
    pages = _pages(folder, problems)
    problems.stop_if_any()
    tree_problems(pages, problems)
    problems.stop_if_any()
    return Offer(settings, registers, pages)


def page_file(path: str, model: type[Page]) -> str:
    """Where a page's file stands in a pack."""
    inside = path.strip("/")
    if may_have_children(model):
        inside = f"{inside}/{INDEX}" if inside else INDEX
    return f"{PAGES}/{inside}{SUFFIX}"


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
    for file in sorted((folder / PAGES).rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_dir() or file.name.startswith("."):
            continue
        if file.suffix != SUFFIX:
            problems.append(Problem(name, 0, "", f"is not part of an offer: pages are files that end in {SUFFIX}"))
        elif item := _content(folder, name.removesuffix(SUFFIX), dict, problems):
            _add(pages, name, item, problems)
    return pages


def _add(pages: dict[str, PageFile], name: str, item: Item, problems: Problems) -> None:
    entries = item.of(dict)
    inside = name.removeprefix(f"{PAGES}/").removesuffix(SUFFIX)
    path = f"/{inside}/".removesuffix(f"{INDEX}/") if f"/{inside}".endswith(f"/{INDEX}") else f"/{inside}/"
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

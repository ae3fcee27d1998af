"""The folder of a pack as it is read: settings, registers, and the tree of pages."""

from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.db import models
from wagtail.models import Page

from .errors import PackError, Problem, Problems, WrongError
from .item import Item
from .names import KIND, MAY_BE_MISSING, REGISTERS, SETTINGS, kinds
from .read import read_file
from .tree import may_have_children, tree_problems

PAGES, INDEX, SUFFIX = "pages", "index", ".yaml"


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


class Offer(NamedTuple):
    settings: dict[type[models.Model], Item]
    registers: dict[type[models.Model], list[Item]]
    pages: dict[str, PageFile]


def read_offer(folder: Path) -> Offer:
    """Everything in the folder, if its files can be read and its tree stands; says all that is wrong otherwise."""
    if not folder.is_dir():
        raise PackError([Problem(str(folder), 0, "", "there is no such folder")])
    problems = Problems()
    settings = {model: _content(folder, name, dict, problems) for name, model in SETTINGS.items()}
    there = [name for name in REGISTERS if name not in MAY_BE_MISSING or (folder / f"{name}{SUFFIX}").exists()]
    registers = {REGISTERS[name]: _content(folder, name, list, problems) for name in there}
    pages = _pages(folder, problems)
    problems.stop_if_any()
    tree_problems(pages, problems)
    problems.stop_if_any()
    return Offer(settings, {model: item.value for model, item in registers.items()}, pages)


def page_file(path: str, model: type[Page]) -> str:
    """Where a page's file stands in a pack."""
    inside = path.strip("/")
    if may_have_children(model):
        inside = f"{inside}/{INDEX}" if inside else INDEX
    return f"{PAGES}/{inside}{SUFFIX}"


def _content(folder, name, kind, problems):
    try:
        item = read_file(folder / f"{name}{SUFFIX}", f"{name}{SUFFIX}")
        item.of(kind)
        return item
    except PackError as error:
        problems.extend(error.problems)
    except WrongError as wrong:
        problems.add_wrong(item, "", wrong)
    return None


def _pages(folder, problems):
    found = {}
    for file in sorted((folder / PAGES).rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.is_dir() or file.name.startswith("."):
            continue
        if file.suffix != SUFFIX:
            problems.append(Problem(name, 0, "", f"is not part of an offer: pages are files that end in {SUFFIX}"))
        elif item := _content(folder, name.removesuffix(SUFFIX), dict, problems):
            _add(found, name, item, problems)
    return found


def _add(found, name, item, problems):
    inside = name.removeprefix(f"{PAGES}/").removesuffix(SUFFIX)
    path = f"/{inside}/".removesuffix(f"{INDEX}/") if f"/{inside}".endswith(f"/{INDEX}") else f"/{inside}/"
    try:
        kind = item.value[KIND].of(str) if KIND in item.value else ""
        if kind not in kinds():
            raise WrongError(f"must be one of: {', '.join(sorted(kinds()))}", item.value.get(KIND))
        if path != "/":
            validate_slug(path.rstrip("/").rpartition("/")[2])
    except WrongError as wrong:
        problems.add_wrong(item, KIND, wrong)
        return
    except ValidationError:
        problems.append(Problem(name, 0, "", "a file’s name is made of the letters a to z, numbers and hyphens"))
        return
    if page_file(path, kinds()[kind]) != name:
        problems.add(item.value[KIND], KIND, f"the file of this {kind} must be {page_file(path, kinds()[kind])}")
    if path in found:
        problems.add(item, "", f"{found[path].item.file} is the same page")
    found[path] = PageFile(path, kinds()[kind], item)

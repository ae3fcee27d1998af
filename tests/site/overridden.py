"""Finds what of other people's code ours stands in for, by walking the classes and the templates of this site."""

import ast
import functools
import importlib
import inspect
import pkgutil
import re
import sysconfig
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from django.template.utils import get_app_template_dirs
from django.utils.functional import cached_property
from wagtail.utils.decorators import cached_classmethod

import pages

PACKAGES = Path(sysconfig.get_path("purelib")).resolve()
SITE = Path(__file__).resolve().parents[2]
TEMPLATES = SITE / "templates"
TAKEN = re.compile(r'{% (?:extends|include) "([^"]+)"')
# Attributes with an underscore that their makers describe for everybody.
DOCUMENTED = {"_meta", "_default_manager", "_base_manager", "_replace", "_asdict", "_exit"}

type Places = dict[str, list[str]]  # names of theirs, each with where ours touches it


def methods() -> Places:
    """The methods of others that classes of ours replace, by their dotted names."""
    places = defaultdict(set)
    for ours, theirs in _replaced():
        places[theirs].add(ours)
    return _sorted(places)


def templates() -> Places:
    """The templates of others that ours shadow, extend or include, by the names Django knows them by."""
    places = defaultdict(set)
    for file in filter(Path.is_file, TEMPLATES.rglob("*")):
        name = file.relative_to(TEMPLATES).as_posix()
        for theirs in filter(original_template, (name, *TAKEN.findall(file.read_text()))):
            places[theirs].add(f"templates/{name}")
    return _sorted(places)


def original_template(name: str) -> Path | None:
    """The file of a template that a package brings; None if none does."""
    folders = (Path(folder).resolve() for folder in get_app_template_dirs("templates"))
    files = (folder / name for folder in folders if folder.is_relative_to(PACKAGES))
    return next(filter(Path.is_file, files), None)


def private_names() -> Places:
    """The private attributes that our code touches and does not make itself."""
    trees = {file: ast.parse(file.read_text()) for file in sorted((SITE / "pages").rglob("*.py"))}
    made = {name for tree in trees.values() for node in ast.walk(tree) for name in _names_made(node)} | DOCUMENTED
    places = defaultdict(set)
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and re.match("_[a-z]", node.attr) and node.attr not in made:
                places[node.attr].add(file.relative_to(SITE).as_posix())
    return _sorted(places)


def function_of(attribute: object) -> object:
    """The plain function inside a property, a class method or whatever else decorates it; a class is itself."""
    match attribute:
        case property():
            attribute = attribute.fget
        case classmethod() | staticmethod():
            attribute = attribute.__func__
        case functools.cached_property() | cached_property():
            attribute = attribute.func
        case cached_classmethod():
            attribute = attribute.fn
    return inspect.unwrap(attribute) if callable(attribute) else attribute


def _replaced() -> Iterator[tuple[str, str]]:
    """Pairs of names: a method of ours, and the one that its class, or one mixed with it, would have had instead."""
    for leaf in _our_classes():
        for position, ours in enumerate(leaf.__mro__):
            for name, attribute in vars(ours).items() if _is_ours(ours) else ():
                above = [cls for cls in leaf.__mro__[position:] if not _is_ours(cls) and name in vars(cls)]
                if (
                    above
                    and _is_written_in(SITE / "pages", attribute)
                    and _is_written_in(PACKAGES, vars(above[0])[name])
                ):
                    yield (
                        f"{ours.__module__}.{ours.__qualname__}",
                        f"{above[0].__module__}.{above[0].__qualname__}.{name}",
                    )


def _our_classes() -> Iterator[type]:
    for module in pkgutil.walk_packages(pages.__path__, "pages."):
        for value in list(vars(importlib.import_module(module.name)).values()):
            if inspect.isclass(value) and value.__module__ == module.name:
                yield value


def _is_ours(cls) -> bool:
    return cls.__module__.startswith("pages.")


def _is_written_in(folder, attribute) -> bool:
    code = getattr(function_of(attribute), "__code__", None)
    return code is not None and Path(code.co_filename).resolve().is_relative_to(folder)


def _names_made(node) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(value=ast.Name("self"), attr=name, ctx=ast.Store()):
            yield name


def _sorted(places) -> Places:
    return {name: sorted(places[name]) for name in sorted(places)}

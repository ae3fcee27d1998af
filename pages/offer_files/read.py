"""Reads one YAML file into items. Only the plain part of YAML: no anchors, aliases, tags or merges."""

import datetime
import re
from pathlib import Path
from typing import NoReturn

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .errors import PackError, Problem
from .item import Item

MOST_BYTES = 1_000_000
DEEPEST = 20
TAG = "tag:yaml.org,2002:"
UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def read_file(path: Path, name: str) -> Item:
    """The content of a file; `name` is what messages call it."""
    return read_text(_text(path, name), name)


def read_text(text: str, name: str) -> Item:
    """The content of what a file holds."""
    node = _compose(text, name)
    if node is None:
        raise PackError([Problem(name, 0, "", "is empty")])
    return _Reader(name).item(node, node, 0)


def _text(path: Path, name: str) -> str:
    try:
        if path.exists() and not path.is_file():
            raise PackError([Problem(name, 0, "", "is not a file")])
        if path.stat().st_size > MOST_BYTES:
            raise PackError([Problem(name, 0, "", "is too large to be a file of an offer")])
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise PackError([Problem(name, line, "", "is not UTF-8 text: save it as UTF-8")]) from None
    except OSError as error:
        raise PackError([Problem(name, 0, "", f"can’t be read: {error.strerror}")]) from None


def _compose(text: str, name: str) -> Node | None:
    try:
        return YAML(typ="rt", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = " ".join(filter(None, (error.context, error.problem)))
        raise PackError([Problem(name, mark.line + 1 if mark else 0, "", f"is not YAML: {message}")]) from None
    except RecursionError:
        raise PackError([Problem(name, 0, "", "is nested too deeply")]) from None
    except (YAMLError, ValueError, OverflowError) as error:
        raise PackError([Problem(name, 0, "", f"is not YAML: {str(error).splitlines()[0]}")]) from None


class _Reader:
    """Turns nodes into items, and refuses what an officer would not expect."""

    def __init__(self, file: str):
        self.file = file
        self.seen: set[int] = set()
        self.names: list[str] = []

    def item(self, node: Node, named: Node, depth: int) -> Item:
        """`named` is the node whose line names the value: its key, or itself in a list."""
        if node.anchor or id(node) in self.seen:
            self._refuse(node, "anchors (&) and aliases (*) are not used here: write it out, or use quotes")
        if depth > DEEPEST:
            self._refuse(node, "is nested too deeply")
        self.seen.add(id(node))
        line = named.start_mark.line + 1
        prose_line = node.start_mark.line + (2 if getattr(node, "style", None) in ("|", ">") else 1)
        return Item(self._value(node, depth), self.file, line, prose_line)

    def _value(self, node: Node, depth: int) -> object:
        if isinstance(node, MappingNode) and node.tag == TAG + "map":
            return self._mapping(node, depth)
        if isinstance(node, SequenceNode) and node.tag == TAG + "seq":
            return [self.item(child, child, depth + 1) for child in node.value]
        if isinstance(node, ScalarNode):
            return self._scalar(node)
        return self._refuse(node, "tags (!) are not used here: put it between quotes")

    def _mapping(self, node: MappingNode, depth: int) -> dict[str, Item]:
        entries: dict[str, Item] = {}
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self._refuse(key, "a name must be one word")
            if key.value in entries:
                self._refuse(key, "is there twice", key.value)
            self.names.append(key.value)
            entries[key.value] = self.item(value, key, depth + 1)
            self.names.pop()
        return entries

    def _scalar(self, node: ScalarNode) -> object:
        kind, text = str(node.tag).removeprefix(TAG), node.value
        if UNSHOWABLE.search(text):
            self._refuse(node, "has a character that can’t be shown")
        if kind == "str":
            return text
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() == "true"
        if kind == "int" and re.fullmatch(r"-?[0-9]{1,18}", text):
            return int(text)
        if kind == "timestamp":
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                return self._refuse(node, "is not a date: write it as 2026-11-02")
        if kind == "float" and re.fullmatch(r"-?[0-9]{1,15}\.[0-9]{1,6}", text):
            return float(text)
        if kind in ("int", "float"):
            return float("nan")  # 1e5, 0x1f, .5: no number as an officer would write it
        return self._refuse(node, "tags (!) are not used here: put it between quotes")

    def _refuse(self, node: Node, message: str, name: str = "") -> NoReturn:
        field = ".".join(filter(None, (*self.names, name)))
        raise PackError([Problem(self.file, node.start_mark.line + 1, field, message)])

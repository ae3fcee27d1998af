"""Writes plain values as the YAML of a pack: always the same text for the same values."""

import io
import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from .values import Markdown

ENDLESS = 1_000_000
PLAIN = re.compile(r"[^\W\d_](?!.*(: | #|:$))[^\n]*")
WORDS_OF_YAML = {"true", "false", "null"}
# What a YAML block can hold as it stands: no odd spaces at the ends of lines, no characters that can't be shown.
BLOCK = re.compile(r"(?! )[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")


def write_yaml(data: dict[str, Any] | list[Any]) -> str:
    """The text of a file. Lists stand under their key by two spaces, and at the margin in a register."""
    yaml = YAML()
    yaml.width = ENDLESS
    yaml.allow_unicode = True
    if isinstance(data, dict):
        yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(_styled(data), out)
    return out.getvalue()


def _styled(value: Any) -> Any:
    if isinstance(value, dict):
        return CommentedMap((name, _styled(child)) for name, child in value.items())
    if isinstance(value, list):
        styled = CommentedSeq(map(_styled, value))
        if not any(isinstance(child, dict | list) or "\n" in str(child) for child in value):
            styled.fa.set_flow_style()
        return styled
    return _text(value) if isinstance(value, str) else value


def _text(value: str) -> str:
    """Prose of several lines as a block; other text as YAML would have it, if that is one line."""
    if isinstance(value, Markdown) and ("\n" in value or not _is_plain(value)):
        return LiteralScalarString(value + "\n")
    if "\n" not in value:
        return str(value)
    if BLOCK.fullmatch(value) and not re.search(r"[ \t]$", value, re.MULTILINE) and not value.endswith("\n"):
        return LiteralScalarString(value)
    return DoubleQuotedScalarString(value)


def _is_plain(value: str) -> bool:
    return bool(PLAIN.fullmatch(value)) and value.lower() not in WORDS_OF_YAML

"""The national layer: it names no council, so that every council can build on it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ENGLAND = Path(__file__).resolve().parents[2] / "fixtures/england"
COUNCILS = Path(__file__).with_name("english_councils.txt")
HOW_MANY = 153
# Names that are everyday words too: at the beginning of a sentence nobody can tell.
EVERYDAY = {"Bath", "Bury", "Reading"}
SENTENCE_ENDS = r"(?:^|[.?!:“\n|])[\s*•>-]*"


@cache
def names() -> list[str]:
    """Every council with children's services by all its names, the longest first."""
    lines = COUNCILS.read_text().splitlines()
    assert len(lines) == HOW_MANY
    return sorted({name.strip() for line in lines for name in line.split("|")}, key=len, reverse=True)


def councils_in(text: str) -> list[str]:
    """The councils that a text names. An everyday word counts inside a sentence, or where “Council” follows it."""
    plain = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names() if name not in EVERYDAY)})\b")
    rest = plain.sub("", text)
    starts = {match.end() for match in re.finditer(SENTENCE_ENDS, rest)}
    words = re.finditer(rf"\b({'|'.join(sorted(EVERYDAY))})\b( (?:[A-Z]\w+ )*Council\b)?", rest)
    return plain.findall(text) + [match[1] for match in words if match[2] or match.start() not in starts]


def texts(value: object, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a file with the name of its place, sources aside."""
    if isinstance(value, dict):
        for name, child in value.items():
            if name not in ("sources", "source", "source_url"):
                yield from texts(child, f"{at}.{name}")
    elif isinstance(value, list):
        for child in value:
            yield from texts(child, at)
    elif isinstance(value, str):
        yield at, value


def test_no_council_is_named_below_england():
    files = sorted(ENGLAND.rglob("*.yaml"))
    named = [
        (file.relative_to(ENGLAND).as_posix(), at, found)
        for file in files
        for at, text in texts(YAML(typ="safe", pure=True).load(file))
        if (found := councils_in(text))
    ]

    assert len(files) > 70
    assert named == []


@pytest.mark.parametrize(
    ("text", "councils"),
    [
        ("Ring Rotherham Council.", ["Rotherham"]),
        ("You live in Bury now.", ["Bury"]),
        ("Ask Reading Borough Council.", ["Reading"]),
        ("Reading Borough Council pays.", ["Reading"]),
        ("Bath and North East Somerset Council pays.", ["Bath and North East Somerset"]),
        ("In Stoke-on-Trent you can ring.", ["Stoke-on-Trent"]),
        ("Reading a book helps. Bath, story, light, goodnight.", []),
        ("reading, homework, bath", []),
        ("- Bath time.\n- Bury the hatchet.", []),
        ("Ring {council}.", []),
    ],
)
def test_a_council_is_told_from_an_everyday_word(text, councils):
    assert councils_in(text) == councils

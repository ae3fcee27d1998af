"""Templates are written to be read: no line needs scrolling to its end."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LONGEST = 160


def test_no_line_of_a_template_is_longer_than_160_characters():
    too_long = [
        f"{file.relative_to(PROJECT)}:{number}"
        for file in sorted((PROJECT / "templates").rglob("*.html"))
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if len(line) > LONGEST
    ]

    assert too_long == []

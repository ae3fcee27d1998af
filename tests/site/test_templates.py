"""Templates are written to be read: no line needs scrolling to its end."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LONGEST = 160


def test_no_line_of_a_template_is_longer_than_160_characters():
    """Those of mails and charts too; what no tag stands in is a drawing."""
    texts = {file: file.read_text() for file in sorted((PROJECT / "templates").rglob("*.*"))}
    too_long = [
        f"{file.relative_to(PROJECT)}:{number}"
        for file, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if len(line) > LONGEST and ("{%" in text or "{{" in text)
    ]

    assert too_long == []

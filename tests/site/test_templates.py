"""Templates are written to be read, and forms in them can be sent."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
TEMPLATES = PROJECT / "templates"
LONGEST = 160


def test_no_line_of_a_template_is_longer_than_160_characters():
    """Those of mails and charts too; what no tag stands in is a drawing."""
    texts = {file: file.read_text() for file in sorted(TEMPLATES.rglob("*.*"))}
    too_long = [
        f"{file.relative_to(PROJECT)}:{number}"
        for file, text in texts.items()
        for number, line in enumerate(text.splitlines(), start=1)
        if len(line) > LONGEST and ("{%" in text or "{{" in text)
    ]

    assert too_long == []


def test_a_template_with_a_form_is_given_its_token_wherever_it_is_included_alone():
    """Without it no browser can send the form, and no test without a browser notices."""
    templates = {str(file.relative_to(TEMPLATES)): file.read_text() for file in TEMPLATES.rglob("*.html")}
    sending = {name for name, text in templates.items() if "{% csrf_token %}" in text}
    forgotten = [
        f"{name}: {tag}"
        for name, text in templates.items()
        for tag in re.findall(r"{% include [^%]* only %}", text)
        if sending.intersection(re.findall(r'"([^"]+\.html)"', tag)) and "csrf_token=csrf_token" not in tag
    ]

    assert forgotten == []


def test_what_htmx_reads_is_valid_html():
    bare = [
        f"{file.relative_to(TEMPLATES)}: {match}"
        for file in TEMPLATES.rglob("*.html")
        for match in re.findall(r"(?<![\w-])hx-[\w-]+", file.read_text())
    ]

    assert bare == []

"""Tries every command of ours in turn, in one process, and prints as JSON what each ended with."""

import io
import json
import sys
import tempfile
from pathlib import Path

import django
from django.core.management import CommandError, call_command, get_commands

# What is typed after the name, where something must be: {} is a folder.
WORDS = {
    "backup": ["{}/backup.zip"],
    "export_offer": ["{}/offer"],
    "import_searches": ["{}/searches.csv"],
    "leaflet": ["{}/leaflet.pdf"],
    "load_offer": ["fixtures/rotherham"],
    "personal_data": ["nobody@example.gov.uk", "{}/kept.json"],
    "yearly_report": ["{}/report"],
}


def main(left_out):
    django.setup()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "searches.csv").write_text("")
        ours = sorted(name for name, app in get_commands().items() if app == "pages" and name not in left_out)
        print(json.dumps({name: ended_with(name, folder) for name in ours}))


def ended_with(name, folder):
    said = io.StringIO()
    try:
        call_command(name, *(word.format(folder) for word in WORDS.get(name, [])), stdout=said, stderr=said)
    except CommandError as error:
        return f"CommandError: {error}"
    except Exception as error:  # noqa: BLE001 (whatever it is, the test tells)
        return f"{type(error).__name__}: {error}"
    return f"done: {said.getvalue().strip()}"


if __name__ == "__main__":
    main(sys.argv[1:])

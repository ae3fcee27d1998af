"""Backups of hardly anything, to be spoilt."""

import hashlib
import json
import zipfile
from contextlib import contextmanager
from dataclasses import replace

from pages.backup.archive import MANIFEST, NewArchive
from pages.backup.manifest import new_manifest

PARTS = {
    "database/pages.Synonym.jsonl": '{"id":1}\n{"id":2}\n',
    "settings.txt": "SITE_URL=http://localhost:8000\n",
    "media/documents/rules.pdf": "%PDF-1.7 " + "words " * 2000,
}


def write_backup(file, parts=None, **fields):
    """Writes these parts, and a list of contents that fits them but for `fields`."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        archive = NewArchive(zipped)
        for name, text in (parts or PARTS).items():
            archive.add(name, text)
        manifest = new_manifest(
            migrations={("pages", "0001_initial")}, rows={"pages.Synonym": 2}, last_keys={}, checksums=archive.checksums
        )
        zipped.writestr(MANIFEST, replace(manifest, **fields).as_json())
    return file


@contextmanager
def rewritten(file):
    """Gives the parts of a backup to be changed, and writes what came of them."""
    with zipfile.ZipFile(file) as zipped:
        parts = {about.filename: zipped.read(about) for about in zipped.infolist()}
    yield parts
    with zipfile.ZipFile(file, "w") as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)


def forge(file, label, change, **fields):
    """Changes the rows of one table, and the list of contents so that it fits."""
    with rewritten(file) as parts:
        name = f"database/{label}.jsonl"
        rows = change([json.loads(line) for line in parts[name].splitlines()])
        parts[name] = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
        about = json.loads(parts["manifest.json"]) | fields
        about["rows"][label] = len(rows)
        about["checksums"][name] = hashlib.sha256(parts[name]).hexdigest()
        parts["manifest.json"] = json.dumps(about)
    return file


def add_part(file, name, text):
    """Adds a part, and names it in the list of contents."""
    with rewritten(file) as parts:
        parts[name] = text.encode()
        about = json.loads(parts["manifest.json"])
        about["checksums"][name] = hashlib.sha256(parts[name]).hexdigest()
        parts["manifest.json"] = json.dumps(about)

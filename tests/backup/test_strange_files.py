"""Whatever is in a file that somebody has made up, the answer is a sentence, and all is as it was."""

import json
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from django.apps import apps
from django.db import transaction

from pages.backup import archive
from pages.backup import restore as restoring
from pages.backup.back_up import back_up
from pages.backup.errors import BackupError
from pages.backup.last_keys import go_on_from
from pages.backup.restore import restore
from pages.backup.schema import Schema
from pages.backup.tables import kept_models
from tests.backup.files import add_part

pytestmark = pytest.mark.django_db(transaction=True)

STRANGE = [
    None, True, -1, 2**31, 10**22, 10**30, 1e308, float("inf"), float("nan"), "", " ", "\ud800", "\x00", "\x1b[31mred",
    "9" * 5000, "NaN", "1e999999", "2026-11-26", "2026-11-26T10:00:00", "0001-01-01T00:00:00+14:00", "25:00", "é" * 300,
    "../../etc/passwd", "AA=", [], {}, [[]], [["a"]], {"a": 1}, {"\ud800": "\ud800"},
]  # fmt: skip


@pytest.fixture(autouse=True)
def real_migrations(settings, tmp_path):
    settings.MIGRATION_MODULES = {}
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def backup(section, tmp_path):
    back_up(tmp_path / "backup.zip")
    return tmp_path / "backup.zip"


def others(value):
    """Strange values in place of this one, and in each part of it that is of its own kind."""
    yield from STRANGE
    for strange in STRANGE:
        if isinstance(value, dict):
            yield value | {next(iter(value)): strange}
            yield value | {strange: next(iter(value.values()))} if isinstance(strange, str) else {}
        if isinstance(value, list):
            yield [*value, strange]
            yield [*value, [strange, strange]]


def test_a_list_of_contents_of_any_kind_is_read_or_refused(backup, monkeypatch):
    """What is refused, is so before anything has changed."""
    schema, reached, answers = Schema(), [], set()
    monkeypatch.setattr(restoring, "Schema", lambda: schema)
    monkeypatch.setattr(restoring, "_fill", lambda opened, *words: reached.append(opened.manifest))
    with zipfile.ZipFile(backup) as zipped:
        about = json.loads(zipped.read("manifest.json"))

    for key in about:
        for value in others(about[key]):
            text = json.dumps(about | {key: value}).encode()
            monkeypatch.setattr(archive, "_contents", lambda zipped, text=text: text)
            try:
                restore(backup, replace=True)
            except BackupError as error:
                answers.add(str(error))

    assert all(answer.isprintable() for answer in answers)
    assert {manifest.site for manifest in reached} >= {"http://localhost:8000", ""}
    assert all(manifest.site.isprintable() for manifest in reached)
    for keys in {json.dumps(manifest.last_keys): manifest.last_keys for manifest in reached}.values():
        with transaction.atomic():
            go_on_from(kept_models(apps), keys)


def test_a_row_of_any_kind_is_read_or_refused(home):
    """Of each kind of column one is tried."""
    fields = {type(field): field for model in kept_models(apps) for field in model._meta.local_concrete_fields}

    for field in fields.values():
        model = field.model
        for value in STRANGE:
            row = {each.attname: None for each in model._meta.local_concrete_fields} | {field.attname: value}
            with suppress(BackupError), transaction.atomic():
                restoring._load(model, [json.dumps(row).encode()])


@pytest.mark.parametrize("name", ["images", "images/\x1b[31m", "\ud7ff", "documents/" + "x" * 300, "a/" * 2000 + "b"])
def test_a_file_of_any_name_is_there_or_refused(backup, name, settings):
    add_part(backup, "media/images/real.png", "words")
    add_part(backup, f"media/{name}", "words")
    root = Path(settings.MEDIA_ROOT)

    try:
        restore(backup, replace=True)
        assert (root / name).read_text() == "words"
    except BackupError as error:
        answer = str(error)
        assert not [file for file in root.rglob("*") if file.is_file()]
        assert answer.isprintable() and "None" not in answer

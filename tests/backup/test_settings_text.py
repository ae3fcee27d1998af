"""The settings in a backup: all of the README's, without what is secret."""

import re

import pytest

from pages.backup.settings_text import SECRET, WRITTEN, settings_text, without_password


def test_every_setting_is_written_or_secret(settings):
    readme = (settings.BASE_DIR / "README.md").read_text(encoding="utf-8")
    table = readme.partition("\n## Settings\n")[2].partition("\n## ")[0]
    names = re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE)

    assert sorted(names) == sorted(WRITTEN + SECRET)


def test_settings_stand_as_they_are_set_and_secrets_do_not(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://kinship.example.gov.uk")
    monkeypatch.setenv("SECRET_KEY", "never-to-be-seen" * 4)
    monkeypatch.setenv("DATABASE_URL", "postgres://kinship:horse@db.example.gov.uk/kinship")
    monkeypatch.delenv("CACHE_URL", raising=False)

    text = settings_text()

    assert "SITE_URL=https://kinship.example.gov.uk\n" in text
    assert "DATABASE_URL=postgres://…@db.example.gov.uk/kinship\n" in text
    assert "# CACHE_URL was not set.\n" in text
    assert "never-to-be-seen" not in text and "horse" not in text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("redis://:horse@cache:6379/0", "redis://…@cache:6379/0"),
        ("smtp+tls://user:ho/r#s@e@mail.example.gov.uk:587", "smtp+tls://…@mail.example.gov.uk:587"),
        ("postgres://host/name?user=me&password=horse", "postgres://host/name?…"),
        ("redis://cache:6379/0", "redis://cache:6379/0"),
        ("no-reply@example.gov.uk", "no-reply@example.gov.uk"),
    ],
)
def test_a_password_is_taken_out_wherever_it_stands(value, shown):
    assert without_password(value) == shown

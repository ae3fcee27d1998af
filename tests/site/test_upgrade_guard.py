"""What we override of other packages is what we looked at when we wrote ours."""

import pytest

from tests.site import overridden, upgrade_guard

LISTED = upgrade_guard.listed()
RENEW = "Mend ours if it must be, then run: python -m tests.site.upgrade_guard"


@pytest.fixture(scope="module")
def touched():
    return upgrade_guard.touched()


@pytest.mark.parametrize("name", LISTED)
def test_what_we_override_has_not_changed(name, touched):
    before = LISTED[name]
    ours = ", ".join(touched.get(name, []))
    try:
        now = upgrade_guard.original(name)
    except LookupError:
        pytest.fail(f"{name} is no longer in {before.package}; it was in {before.version}. Ours: {ours}. {RENEW}")
    if now.digest != before.digest:
        file, _source = upgrade_guard.source_of(name)
        pytest.fail(
            f"{name} has changed from {before.package} {before.version} to {now.version}. "
            f"Now it is in {file}; compare it with {before.version}. Ours: {ours}. {RENEW}"
        )


def test_all_that_we_override_is_in_the_list(touched):
    new = touched.keys() - LISTED.keys()
    assert not new, f"Not in the list yet: {sorted(new)}. {RENEW}"


def test_the_list_names_nothing_that_we_no_longer_override(touched):
    old = LISTED.keys() - touched.keys()
    assert not old, f"No longer overridden: {sorted(old)}. {RENEW}"


@pytest.mark.parametrize(("name", "reached"), upgrade_guard.REACHED.items())
def test_what_is_said_to_be_reached_into_still_is(name, reached):
    file, words = reached
    assert words in (overridden.SITE / file).read_text(), f"{file} no longer says {words}: take {name} out of REACHED."


def test_every_private_name_that_we_touch_is_in_the_list():
    words = [(file, words) for file, words in upgrade_guard.REACHED.values()]
    unknown = [
        (name, file)
        for name, files in overridden.private_names().items()
        for file in files
        if not any(file == listed_file and name in listed_words for listed_file, listed_words in words)
    ]
    assert not unknown, "Add their originals to REACHED in tests/site/upgrade_guard.py."

"""What readers see has changed: said once for each transaction, and only if it is kept."""

import pytest
from django.db import transaction

from pages.core.announce import announce_change, content_changed
from pages.core.content_version import ContentVersion


@pytest.fixture
def told():
    versions = []

    def listen(sender, **kwargs):
        versions.append(ContentVersion.current())

    content_changed.connect(listen)
    yield versions
    content_changed.disconnect(listen)


@pytest.mark.django_db(transaction=True)
def test_many_changes_in_a_transaction_are_told_once_with_the_last_version(told):
    with transaction.atomic():
        announce_change()
        announce_change()
        assert told == []

    assert told == [ContentVersion.current()]


@pytest.mark.django_db(transaction=True)
def test_each_transaction_is_told(told):
    announce_change()
    announce_change()

    assert len(told) == 2


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_taken_back_is_not_told(told):
    with pytest.raises(RuntimeError), transaction.atomic():
        announce_change()
        raise RuntimeError("taken back")

    assert told == []


@pytest.mark.django_db(transaction=True)
def test_what_is_kept_is_told_though_a_part_is_taken_back(told):
    with transaction.atomic():
        announce_change()
        with pytest.raises(RuntimeError), transaction.atomic():
            announce_change()
            raise RuntimeError("taken back")

    assert told == [ContentVersion.current()]


@pytest.mark.django_db(transaction=True)
def test_a_listener_that_fails_keeps_nobody_from_hearing(told):
    def fail(sender, **kwargs):
        raise RuntimeError("no paper")

    content_changed.connect(fail)
    try:
        announce_change()
    finally:
        content_changed.disconnect(fail)

    assert len(told) == 1

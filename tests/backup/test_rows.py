"""A row that was written as a line comes back as it was, whatever its model would make of it."""

import datetime
import json
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone
from wagtail.models import Comment, Revision

from pages.backup.errors import BackupError
from pages.backup.rows import as_line, read_rows, write_rows
from pages.content.guide import GuidePage
from pages.dated_facts.model import FactRow
from pages.groups.model import GroupPage
from pages.heard.comment import Comment as ReadersComment
from pages.paper.model import Paper
from tests import factories

MOMENT = datetime.datetime(2026, 10, 25, 1, 30, 0, 123457, tzinfo=datetime.UTC)
BYTES = bytes(range(256))


def again(model):
    """Takes all rows out and puts them back; gives what they were and are."""
    before = list(read_rows(model))
    lines = [as_line(row) for row in before]
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")
        assert not model._base_manager.exists()
    write_rows(model, lines)
    return before, list(read_rows(model))


def test_moments_come_back_to_the_microsecond(home):
    Paper.objects.create(format="offer", made_at=MOMENT)

    again(Paper)

    assert Paper.objects.get().made_at == MOMENT


def test_bytes_come_back(home):
    Paper.objects.create(format="offer", pdf=BYTES)

    again(Paper)

    assert bytes(Paper.objects.get().pdf) == BYTES


def test_sums_of_money_come_back_to_the_penny(home):
    factories.make_fact(amount=Decimal("1000000.10"))

    again(FactRow)

    assert str(FactRow.objects.get().amount) == "1000000.10"


def test_times_and_days_come_back(section):
    group = factories.make_group(section, start_time=datetime.time(9, 45))

    before, after = again(GroupPage)

    assert before == after
    assert (after[0]["start_time"], after[0]["first_date"]) == (datetime.time(9, 45), group.first_date)


def test_what_a_model_stamps_by_itself_stays(section):
    user = get_user_model().objects.create_user("officer")
    comment = Comment.objects.create(page=section, user=user, text="?", contentpath="body")
    Comment.objects.filter(pk=comment.pk).update(created_at=MOMENT, updated_at=MOMENT)

    again(Comment)

    assert Comment.objects.get().updated_at == MOMENT


def test_blocks_that_the_code_knows_no_more_come_back(section):
    guide = factories.make_guide(section)
    body = [{"type": "gone", "value": {"words": "“kept”"}, "id": "c1"}]
    table = GuidePage._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET body = %s WHERE page_ptr_id = %s", [json.dumps(body), guide.pk])

    again(GuidePage)

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT CAST(body AS text) FROM {table} WHERE page_ptr_id = %s", [guide.pk])
        assert json.loads(cursor.fetchone()[0]) == body


def test_the_word_null_of_json_comes_back(section):
    section.save_revision()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_revision SET content = 'null'")

    before, after = again(Revision)

    assert before == after and after[0]["content"] is None


def test_any_words_come_back(home):
    words = '“Groups” — ☎ 👵\u2028\t\\ " \r\n </script>'
    ReadersComment.objects.create(text=words, key="a", day=timezone.localdate())

    again(ReadersComment)

    assert ReadersComment.objects.get().text == words


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"id": 1}', "pages.Paper has other columns in this backup"),
        (b"[1]", "A row of pages.Paper in this backup can't be read"),
        (b'{"id": ', "A row of pages.Paper in this backup can't be read"),
        (
            b'{"id":1,"format":"offer","pdf":1,"made_at":"soon","source_digest":"","wanted_digest":"","problem":"","numbers":[],'
            b'"begun_at":null,"seconds":0}',
            "can't be read",
        ),
    ],
)
def test_a_row_that_is_none_is_refused(home, line, problem):
    with pytest.raises(BackupError, match=problem):
        write_rows(Paper, [line])

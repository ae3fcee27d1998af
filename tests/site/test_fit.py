"""What the site needs in order to serve: each is asked by using it, and what is wrong comes with what to do."""

import datetime
import os
from collections import namedtuple
from pathlib import Path
from types import SimpleNamespace

import pytest
import time_machine
from django.core import checks
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from kinship_offer import RELEASED
from kinship_offer.env import FEW_WORKERS
from kinship_offer.mail import mailers
from kinship_offer.shared_cache import ForgivingRedisCache
from kinship_offer.start import TAG
from pages.core.lease import Lease, is_held
from pages.site.fit import clock, database, disk, mail, proxies, schedule, shared_cache
from pages.site.fit.ready import trouble_with
from pages.site.fit.unfit import UnfitError
from pages.work.model import ScheduledRun
from pages.work.schedule import prepare
from tests.server import free_port, put_static_files
from tests.smtp import mail_server

NOON = datetime.time(12, tzinfo=datetime.UTC)
Disk = namedtuple("Disk", "total used free")


def found(*numbers):
    """What the start's checks say under these numbers."""
    messages = checks.run_checks() + checks.run_checks(tags=[TAG], include_deployment_checks=True)
    return {message.id: message for message in messages if message.id in numbers}


@pytest.fixture
def in_the_way(settings, tmp_path):
    """A file stands where the site's folder should be."""
    (tmp_path / "file").write_text("")
    settings.DATA_DIR = tmp_path / "file"
    return settings.DATA_DIR


@pytest.fixture
def refusing_writes():
    def refuse(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith("INSERT"):
            raise OperationalError("attempt to write a readonly database\nDETAIL: a row of somebody's")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


@pytest.fixture
def dead_cache(settings, monkeypatch):
    monkeypatch.setattr(ForgivingRedisCache, "tried_again_at", 0.0)
    backend = "kinship_offer.shared_cache.ForgivingRedisCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": f"redis://127.0.0.1:{free_port()}/0"}}


def test_on_a_site_that_is_fit_nothing_is_said(db, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    put_static_files(tmp_path)
    prepare(timezone.now())

    assert found(*(f"pages.{kind}{number:03}" for kind in "EW" for number in range(1, 20))) == {}


def test_asking_the_database_often_leaves_one_row_that_is_nobody_s_lease(db):
    for _ in range(3):
        database.can_be_written()

    assert [lease.name for lease in Lease.objects.all()] == [database.ASKED]
    assert not is_held(database.ASKED)


def test_each_time_the_database_is_asked_it_has_something_new_to_keep(db):
    """SQLite writes nothing for a row that stays as it is."""
    rows = []
    for _ in range(2):
        database.can_be_written()
        rows.append(Lease.objects.values_list("holder", "ends_at").get())

    assert rows[0] != rows[1]


def test_a_database_that_cannot_be_written_is_refused(db, refusing_writes):
    message = found("pages.E012")["pages.E012"]

    assert message.is_serious()
    assert "attempt to write a readonly database" in message.msg
    assert "DATABASE_URL" in message.msg
    assert "somebody" not in message.msg


def test_tables_of_another_release_are_refused_and_the_command_is_named(db, monkeypatch):
    monkeypatch.setattr(database, "_wanted", lambda: {("pages", "0001_initial")})  # a test's database knows none
    assert found("pages.E011") == {}
    MigrationRecorder(connection).record_unapplied("pages", "0001_initial")
    message = found("pages.E011")["pages.E011"]

    assert message.is_serious()
    assert message.msg.endswith("(pages). Run: manage.py migrate")


def test_a_folder_that_cannot_be_written_to_is_refused(db, in_the_way):
    message = found("pages.E013")["pages.E013"]

    assert message.is_serious()
    assert f"{in_the_way} (DATA_DIR) can't be written to" in message.msg


def test_uploads_need_a_place_too(settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.MEDIA_ROOT = tmp_path / "file" / "media"

    with pytest.raises(UnfitError, match=r"media \(for uploads\) can't be written to"):
        disk.can_be_written()


def test_the_folder_of_the_database_is_asked_about_too(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    name = tmp_path / "file" / "db.sqlite3"
    played = SimpleNamespace(vendor="sqlite", is_in_memory_db=lambda: False, settings_dict={"NAME": str(name)})
    monkeypatch.setattr(disk, "connection", played)
    with pytest.raises(UnfitError, match=r"file \(DATABASE_URL\) can't be written to"):
        disk.can_be_written()

    played.settings_dict["NAME"] = str(tmp_path / "db.sqlite3")
    free = {tmp_path: 20 * disk.MEGABYTE}
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Disk(10**12, 10**12, free.get(folder, 10**12)))
    with pytest.raises(UnfitError, match=r"Only 20 MB are free at .* \(DATABASE_URL\)"):
        disk.has_room()


def test_a_disk_that_is_nearly_full_is_refused_and_one_that_soon_will_be_is_told(db, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda folder: Disk(10**12, 10**12, 300 * disk.MEGABYTE))
    told = found("pages.E014", "pages.W011")
    assert list(told) == ["pages.W011"]
    assert "Only 300 MB are free" in told["pages.W011"].msg and not told["pages.W011"].is_serious()

    monkeypatch.setattr("shutil.disk_usage", lambda folder: Disk(10**12, 10**12, 20 * disk.MEGABYTE))
    assert found("pages.E014")["pages.E014"].is_serious()


@pytest.mark.parametrize("day", [datetime.date(1970, 1, 1), RELEASED - datetime.timedelta(days=1)], ids=str)
def test_a_clock_that_was_never_right_since_this_release_is_refused(db, day):
    with time_machine.travel(datetime.datetime.combine(day, NOON)):
        message = found("pages.E002")["pages.E002"]

    assert message.is_serious()
    assert f"The clock of this machine says {day:%d %B %Y}" in message.msg


@pytest.mark.parametrize("day", [RELEASED, RELEASED + datetime.timedelta(days=20 * 365)], ids=str)
def test_no_other_clock_is_refused_whatever_dates_the_files_have(settings, tmp_path, day):
    for number, date in enumerate((datetime.date(1980, 1, 1), RELEASED + datetime.timedelta(days=95))):
        settings.BASE_DIR = tmp_path / str(number)
        migration = settings.BASE_DIR / "pages/migrations/0001_initial.py"
        migration.parent.mkdir(parents=True)
        migration.touch()
        for file in (migration, migration.parent):
            os.utime(file, (datetime.datetime.combine(date, NOON).timestamp(),) * 2)

        clock.can_be_right(datetime.datetime.combine(day, NOON))


def test_this_release_is_not_of_a_day_to_come():
    assert datetime.datetime.now(datetime.UTC).date() >= RELEASED


def test_a_machine_without_time_zones_is_refused(db, settings, monkeypatch):
    def knows_none(name):
        raise clock.zoneinfo.ZoneInfoNotFoundError(name)

    monkeypatch.setattr(clock.zoneinfo, "ZoneInfo", knows_none)
    message = found("pages.E003")["pages.E003"]

    assert message.is_serious()
    assert "tzdata" in message.msg


def test_the_databases_clock_may_not_be_another(monkeypatch):
    for apart, is_told in ((30, False), (90, True)):
        cursor = PlayedCursor(timezone.now() + datetime.timedelta(seconds=apart))
        played = SimpleNamespace(vendor="postgresql", cursor=lambda cursor=cursor: cursor)
        monkeypatch.setattr(database, "connection", played)
        try:
            database.has_our_time(timezone.now())
            told = False
        except UnfitError as error:
            told = "seconds apart" in str(error)
        assert told is is_told


class PlayedCursor:
    def __init__(self, answer):
        self.answer = answer

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None

    def execute(self, sql):
        assert sql == "SELECT now()"

    def fetchone(self):
        return (self.answer,)


def test_an_https_site_must_say_how_many_proxies_it_has(db, settings):
    settings.IS_HTTPS, settings.TRUSTED_PROXIES_ARE_SET = True, False
    message = found("pages.E001")["pages.E001"]

    assert message.is_serious()
    assert "Set TRUSTED_PROXIES=1" in message.msg
    settings.TRUSTED_PROXIES_ARE_SET = True
    proxies.are_told()


def test_a_shared_cache_that_is_gone_is_told(db, dead_cache):
    message = found("pages.W013")["pages.W013"]

    assert not message.is_serious()
    assert "CACHE_URL" in message.msg
    assert "forms are not limited" in message.msg and "sign-in" not in message.msg


def test_a_shared_cache_that_never_ends_its_answer_is_not_waited_for(settings, dead_cache, monkeypatch):
    monkeypatch.setattr(shared_cache, "SECONDS", 0.3)
    with mail_server(drips=True) as server:
        place = server.url.replace("smtp", "redis")
        settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": f"{place}/0"}}
        with pytest.raises(UnfitError, match="CACHE_URL"):
            shared_cache.keeps_what_it_is_given()


def test_workers_without_a_cache_in_common_are_told(db, settings):
    settings.WORKERS = 3
    message = found("pages.W014")["pages.W014"]

    assert "3 workers" in message.msg and "CACHE_URL" in message.msg and "sign-in" not in message.msg
    settings.DEMONSTRATION = True
    shared_cache.is_shared_by_all_workers()
    settings.DEMONSTRATION, settings.WORKERS = False, FEW_WORKERS
    shared_cache.is_shared_by_all_workers()


def test_a_mail_server_that_greets_us_is_right(settings):
    with mail_server() as server:
        settings.MAILERS = mailers("MAIL_URL", server.url)
        mail.answers()


def test_a_mail_server_that_is_gone_or_silent_is_told_and_waited_for_a_little(settings, monkeypatch):
    monkeypatch.setattr(mail, "SECONDS", 0.3)
    settings.MAILERS = mailers("MAIL_URL", f"smtp://127.0.0.1:{free_port()}")
    with pytest.raises(UnfitError, match="MAIL_URL names can't be used: Connection refused"):
        mail.answers()

    for manner in ("hangs", "drips"):
        with mail_server(**{manner: True}) as silent:
            settings.MAILERS = mailers("MAIL_URL", silent.url)
            with pytest.raises(UnfitError, match=r"does not answer within 0\.3 seconds"):
                mail.answers()


@pytest.mark.parametrize(
    ("scheme", "greeting", "words"),
    [
        ("smtp", b"HTTP/1.1 400 Bad Request\r\n\r\n", "it does not answer as a mail server does"),
        ("smtp", b"554 go away\r\n", "it does not answer as a mail server does"),
        ("smtp", b"", "it hangs up"),
        ("smtp+tls", b"220 ok\r\n", "it does not offer the encryption or the log-in that MAIL_URL asks for"),
        ("smtps", b"220 ok\r\n", "[SSL"),
    ],
)
def test_what_is_wrong_with_a_mail_server_is_told_in_words(settings, scheme, greeting, words):
    with mail_server(greeting=greeting, hangs_up=not greeting) as server:
        settings.MAILERS = mailers("MAIL_URL", server.url.replace("smtp", scheme))
        with pytest.raises(UnfitError) as told:
            mail.answers()

    assert f"can't be used: {words}" in str(told.value)
    assert "SMTP" not in str(told.value) and "go away" not in str(told.value)


def test_a_log_in_that_the_mail_server_does_not_take_is_told_without_it(settings):
    with mail_server() as server:
        settings.MAILERS = mailers("MAIL_URL", server.url.replace("//", "//offer:hunter2@"))
        with pytest.raises(UnfitError, match="MAIL_URL names can't be used") as told:
            mail.answers()

    assert "hunter2" not in str(told.value)


def test_an_https_site_without_a_mail_server_is_told(settings):
    settings.MAILERS = {}
    mail.answers()
    settings.IS_HTTPS = True

    with pytest.raises(UnfitError, match="MAIL_URL is not set"):
        mail.answers()
    settings.NO_MAIL_IS_MEANT = True
    mail.answers()


def test_a_site_whose_messages_are_only_printed_is_told_unless_it_is_a_demonstration(settings):
    settings.MAILERS = mailers("MAIL_URL", "console")
    with pytest.raises(UnfitError, match="MAIL_URL is console"):
        mail.answers()

    settings.DEMONSTRATION = True
    mail.answers()


def test_a_site_that_does_not_know_its_address_is_told_unless_it_is_a_demonstration(db, settings):
    settings.SITE_URL_IS_SET = False
    assert "SITE_URL is not set" in found("pages.W017")["pages.W017"].msg

    settings.DEMONSTRATION = True
    assert found("pages.W017") == {}


def test_scheduled_work_that_is_late_or_fails_is_told(db):
    assert "Does “manage.py work” run?" in found("pages.W016")["pages.W016"].msg
    prepare(timezone.now())
    schedule.is_kept()

    ScheduledRun.objects.filter(name="check_links").update(failures=1)
    assert found("pages.W016")["pages.W016"].msg == "Failed last time: check_links."


def test_whatever_else_fails_is_told_by_its_kind(caplog):
    def broken():
        raise ZeroDivisionError("of somebody's")

    assert trouble_with((broken,)) == "ZeroDivisionError"


def test_a_proxy_that_nobody_spoke_of_is_told_once(db, client, caplog):
    for _ in range(3):
        client.get("/robots.txt", headers={"X-Forwarded-For": "203.0.113.7"})
    told = [record.getMessage() for record in caplog.records if "TRUSTED_PROXIES is 0" in record.getMessage()]

    assert len(told) == 1


@pytest.mark.parametrize(
    ("trusted", "headers", "words"),
    [
        (2, {"X-Forwarded-For": "203.0.113.7"}, "names 1 where TRUSTED_PROXIES is 2"),
        (99, {"X-Forwarded-For": "198.51.100.1, 203.0.113.7"}, "names 2 where TRUSTED_PROXIES is 99"),
        (1, {"X-Forwarded-Proto": "https"}, "names 0 where TRUSTED_PROXIES is 1"),
        (0, {"X-Forwarded-Proto": "https"}, "TRUSTED_PROXIES is 0"),
        (1, {"X-Forwarded-For": "unknown"}, "does not say a visitor's address"),
    ],
)
def test_whatever_makes_all_visitors_one_is_told_once(home, client, settings, caplog, trusted, headers, words):
    settings.TRUSTED_PROXIES = trusted
    for _ in range(3):
        client.get("/robots.txt", headers=headers)

    assert [words in record.getMessage() for record in caplog.records] == [True]


@pytest.mark.parametrize(
    ("trusted", "sent_by"), [(0, "1.1.1.1"), (1, "127.0.0.1")], ids=["made up by a visitor", "known"]
)
def test_no_proxy_is_told_where_none_is_or_it_is_known(db, settings, caplog, trusted, sent_by):
    settings.TRUSTED_PROXIES = trusted
    Client(REMOTE_ADDR=sent_by).get("/robots.txt", headers={"X-Forwarded-For": "203.0.113.7"})

    assert "TRUSTED_PROXIES" not in caplog.text


def test_new_uploads_are_for_their_owner_alone(settings, tmp_path):
    before = os.umask(0o022)
    try:
        storage = FileSystemStorage(location=tmp_path / "media")
        name = storage.save("documents/plan.txt", ContentFile(b"words"))
    finally:
        os.umask(before)

    assert Path(storage.path(name)).stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "media" / "documents").stat().st_mode & 0o777 == 0o700

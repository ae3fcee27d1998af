"""The environment is read strictly: what is missing or misspelt stops the start and says its name."""

import runpy

import pytest
from django.core.exceptions import ImproperlyConfigured

from pages.site.demonstration import LOG_INS, make_log_ins

PASSWORD = "only-for-this-test"
KEY = "a-key-" + "abcdefghij" * 5


@pytest.fixture
def start(monkeypatch, tmp_path, settings):
    """Reads the settings as a start with these variables would, and nothing else of ours set."""

    def read(**variables):
        ours = ("SECRET_KEY", "SITE_URL", "ALLOWED_HOSTS", "DATABASE_URL", "CACHE_URL", "DEBUG", "DEMONSTRATION")
        for name in (*ours, "MAIL_URL", "MAIL_FROM", "HEALTH_TOKEN", "TRUSTED_PROXIES", "WEB_CONCURRENCY"):
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"DATA_DIR": str(tmp_path), "SECRET_KEY": KEY} | variables).items():
            if value is not None:
                monkeypatch.setenv(name, value)
        return runpy.run_path(settings.BASE_DIR / "kinship_offer/settings.py")

    return read


def test_nothing_set_but_the_key_is_safe(start):
    read = start()

    assert read["DEBUG"] is False
    assert read["DEMONSTRATION"] is False
    assert read["ALLOWED_HOSTS"] == ["localhost"]


@pytest.mark.parametrize("key", ["", "  "])
def test_a_missing_key_stops_the_start(start, key):
    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY is not set"):
        start(SECRET_KEY=key)


@pytest.mark.parametrize("key", ["a", "x" * 200, "short-but-varied-1234567890", KEY[:49], f"django-insecure-{KEY}"])
def test_a_key_that_can_be_guessed_stops_the_start_and_is_not_repeated(start, key):
    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY is too easy to guess") as stopped:
        start(SECRET_KEY=key)

    assert f'"{key}"' not in str(stopped.value)


@pytest.mark.parametrize("name", ["DEBUG", "DEMONSTRATION"])
@pytest.mark.parametrize("value", ["yes", "true", "True", "on", "2", "-1"])
def test_a_switch_is_1_or_0_and_nothing_else(start, name, value):
    with pytest.raises(ImproperlyConfigured, match=rf'{name} is "{value}"\. It can be 1 or 0\.'):
        start(**{name: value})


@pytest.mark.parametrize(
    "address",
    [
        "kinship.example.gov.uk",
        "ftp://kinship.example.gov.uk",
        "https://",
        "https://kinship.example.gov.uk/offer",
        "https://kinship.example.gov.uk?a=b",
        "https://kinship.example.gov.uk:port",
        "https://[kinship",
        "//kinship.example.gov.uk",
        "https://kinship.example.gov.uk#top",
    ],
)
def test_an_address_that_is_none_stops_the_start(start, address):
    with pytest.raises(ImproperlyConfigured, match="SITE_URL"):
        start(SITE_URL=address)


@pytest.mark.parametrize("name", ["DEBUG", "DEMONSTRATION"])
def test_what_opens_the_site_cannot_be_on_for_https(start, name):
    with pytest.raises(ImproperlyConfigured, match=f"{name} .* can't be on for an https site"):
        start(**{name: "1"}, SITE_URL="https://kinship.example.gov.uk")


@pytest.mark.parametrize(
    "variables",
    [
        {"SITE_URL": "http://kinship.example.gov.uk"},
        {"SITE_URL": "http://10.1.2.3:8000"},
        {"SITE_URL": "http://0.0.0.0:8000"},
        {"SITE_URL": "http://localhost.example.gov.uk"},
        {"ALLOWED_HOSTS": "kinship.example.gov.uk"},
        {"SITE_URL": "http://localhost:8000", "ALLOWED_HOSTS": "127.0.0.1,kinship.example.gov.uk"},
    ],
    ids=str,
)
def test_a_site_that_others_reach_is_https_unless_it_is_a_demonstration(start, variables):
    with pytest.raises(ImproperlyConfigured, match="SITE_URL is not https"):
        start(**variables)

    assert start(**variables, DEMONSTRATION="1")["IS_HTTPS"] is False
    assert start(**variables, DEBUG="1")["IS_HTTPS"] is False


@pytest.mark.parametrize("host", ["localhost", "127.0.0.2", "[::1]", "kinship.localhost"])
def test_on_this_machine_alone_the_site_may_be_tried_without_https(start, host):
    assert start(SITE_URL=f"http://{host}:8000", ALLOWED_HOSTS=host)["SECOND_FACTOR_NEEDED"] is False


@pytest.mark.parametrize(
    "host",
    ["*", "https://kinship.example.gov.uk", "a.example:443", "a.example/offer", "a example", "[::1", "*.example"],
)
def test_a_host_name_that_is_none_stops_the_start(start, host):
    with pytest.raises(ImproperlyConfigured, match=r"ALLOWED_HOSTS has .* which is no host name") as stopped:
        start(SITE_URL="https://kinship.example.gov.uk", ALLOWED_HOSTS=f"www.example.gov.uk, {host}")

    assert f'"{host}"' in str(stopped.value)


def test_host_names_are_read_as_django_compares_them(start):
    hosts = ["kinship.example.gov.uk", "www.example.gov.uk", ".example.org", "10.1.2.3", "[2001:db8::1]"]

    assert start(SITE_URL=f"https://{hosts[0]}", ALLOWED_HOSTS=" , ".join(hosts[1:]))["ALLOWED_HOSTS"] == hosts


@pytest.mark.parametrize(
    "sender", ["not an address", "kinship", "a@b@c", "Kinship <kinship>", "a@b.example, c@d.example"]
)
def test_a_sender_without_an_address_stops_the_start(start, sender):
    with pytest.raises(ImproperlyConfigured, match=r"MAIL_FROM is .* It must be an email address"):
        start(MAIL_FROM=sender)


@pytest.mark.parametrize("sender", ["kinship@example.gov.uk", "Kinship <kinship@example.gov.uk>"])
def test_a_sender_may_have_a_name(start, sender):
    assert start(MAIL_FROM=sender)["DEFAULT_FROM_EMAIL"] == sender


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("MAILURL", "MAIL_URL"),
        ("MAIL_FORM", "MAIL_FROM"),
        ("TRUSTED_PROXYS", "TRUSTED_PROXIES"),
        ("SITEURL", "SITE_URL"),
        ("site_url", "SITE_URL"),
        ("ALLOWED_HOST", "ALLOWED_HOSTS"),
        ("DATABASE_URI", "DATABASE_URL"),
        ("HEALTHTOKEN_FILE", "HEALTH_TOKEN_FILE"),
        ("WEB_CONCURENCY", "WEB_CONCURRENCY"),
    ],
)
def test_a_setting_that_is_misspelt_stops_the_start(start, monkeypatch, misspelt, meant):
    monkeypatch.setenv(misspelt, "x")
    with pytest.raises(ImproperlyConfigured, match=f"^{misspelt} is not a setting. If you mean {meant}, write it so"):
        start()


@pytest.mark.parametrize(
    "name", ["MAIL", "PATH_INFO", "SITE", "DEBUGGER", "TEST_DATABASE_URL", "XDG_DATA_DIRS", "PORT"]
)
def test_what_belongs_to_other_programs_stops_nothing(start, monkeypatch, name):
    monkeypatch.setenv(name, "x")
    start()


def test_a_name_like_ours_beside_ours_is_another_program_s(start, monkeypatch):
    monkeypatch.setenv("DATABASE_URI", "x")

    assert start(DATABASE_URL="sqlite:///:memory:")["DATABASES"]["default"]["NAME"] == ":memory:"


@pytest.mark.parametrize("number", ["0", "-1", "abc", "1.5"])
def test_a_site_has_one_worker_at_least(start, number):
    with pytest.raises(ImproperlyConfigured, match=rf'WEB_CONCURRENCY is "{number}".* 1 or more'):
        start(WEB_CONCURRENCY=number)


def test_that_no_mail_is_sent_can_be_meant(start):
    read = start(MAIL_URL="none")

    assert (read["MAILERS"], read["NO_MAIL_IS_MEANT"]) == ({}, True)
    assert start()["NO_MAIL_IS_MEANT"] is False


@pytest.mark.parametrize("address", ["mysql://localhost/offer", "offer.db", "postgres://localhost:port/offer"])
def test_a_database_that_is_none_stops_the_start(start, address):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        start(DATABASE_URL=address)


def test_a_database_address_with_a_password_is_not_repeated_in_the_error(start):
    with pytest.raises(ImproperlyConfigured) as stopped:
        start(DATABASE_URL="postgres://offer:hunter2@localhost:port/offer")

    assert "hunter2" not in str(stopped.value)


@pytest.mark.parametrize(
    "address",
    [
        "elsewhere://localhost",
        "memcache://localhost:11211",
        "redis://",
        "redis://localhost:port/0",
        "redis://[localhost/0",
        "redis://localhost/first",
        "redis://localhost/0?sokcet_timeout=1",
        "localhost:6379",
    ],
)
def test_a_cache_that_is_none_stops_the_start(start, address):
    with pytest.raises(ImproperlyConfigured, match="CACHE_URL must look like redis://host:6379/0"):
        start(CACHE_URL=address)


def test_a_cache_address_with_a_password_is_not_repeated_in_the_error(start):
    with pytest.raises(ImproperlyConfigured) as stopped:
        start(CACHE_URL="redis://offer:hunter2@localhost:port/0")

    assert "hunter2" not in str(stopped.value)


def test_no_part_of_a_password_that_breaks_the_address_is_repeated(start):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL can't be read") as stopped:
        start(DATABASE_URL="postgres://offer:hun/ter2@localhost/offer")

    assert "hun" not in str(stopped.value)


SECRETS = {
    "SECRET_KEY": KEY,
    "DATABASE_URL": "postgres://offer:hunter2@db.example/offer",
    "MAIL_URL": "smtp+tls://offer:hunter2@mail.example:587",
    "CACHE_URL": "redis://:hunter2@cache.example:6379/0",
    "HEALTH_TOKEN": "token-" + "abcdefghij" * 5,
}


@pytest.fixture
def in_files(tmp_path):
    """Each secret in a file, as the variables that name them."""
    for name, value in SECRETS.items():
        (tmp_path / name).write_text(f"{value}\n", encoding="utf-8")
    return {f"{name}_FILE": str(tmp_path / name) for name in SECRETS} | {"SECRET_KEY": None}


def test_secrets_may_stand_in_files(start, in_files):
    read = start(**in_files)

    assert read["SECRET_KEY"] == SECRETS["SECRET_KEY"]
    assert read["DATABASES"]["default"]["PASSWORD"] == "hunter2"
    assert read["MAILERS"]["default"]["OPTIONS"]["password"] == "hunter2"
    assert read["CACHES"]["default"]["LOCATION"] == SECRETS["CACHE_URL"]
    assert read["HEALTH_TOKEN"] == SECRETS["HEALTH_TOKEN"]


def test_a_file_may_begin_as_windows_begins_them(start, in_files, tmp_path):
    for name, value in SECRETS.items():
        (tmp_path / name).write_text(value, encoding="utf-8-sig")
    read = start(**in_files)

    assert (read["SECRET_KEY"], read["HEALTH_TOKEN"]) == (SECRETS["SECRET_KEY"], SECRETS["HEALTH_TOKEN"])


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_and_its_file_are_not_both_set(start, in_files, name):
    with pytest.raises(ImproperlyConfigured, match=f"{name} and {name}_FILE are both set") as stopped:
        start(**in_files | {name: SECRETS[name]})

    assert "hunter2" not in str(stopped.value)


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("what", ["missing", "empty", "folder", "binary"])
def test_of_a_file_that_gives_no_secret_only_the_variable_is_named(start, in_files, tmp_path, name, what):
    place = tmp_path / what
    match what:
        case "empty":
            place.write_text("\n")
        case "folder":
            place.mkdir()
        case "binary":
            place.write_bytes(b"\xff\xfe")

    with pytest.raises(ImproperlyConfigured, match=rf"^{name}_FILE names a file that is") as stopped:
        start(**in_files | {f"{name}_FILE": str(place)})

    assert str(place) not in str(stopped.value)


def test_a_token_for_monitors_that_can_be_guessed_stops_the_start(start):
    with pytest.raises(ImproperlyConfigured, match="HEALTH_TOKEN is too easy to guess"):
        start(HEALTH_TOKEN="monitor")


def test_a_folder_that_cannot_be_made_stops_the_start_and_says_which(start, tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(ImproperlyConfigured, match=r"can't be made .* Set DATA_DIR"):
        start(DATA_DIR=str(tmp_path / "file" / "data"))


def test_a_proxy_is_believed_about_https_only_where_there_is_one(start):
    https = "https://kinship.example.gov.uk"

    assert start(SITE_URL=https, TRUSTED_PROXIES="1")["SECURE_PROXY_SSL_HEADER"]
    assert start(SITE_URL=https, TRUSTED_PROXIES="0")["SECURE_PROXY_SSL_HEADER"] is None


def test_https_brings_its_safeguards(start):
    read = start(SITE_URL="https://kinship.example.gov.uk")

    assert read["SECURE_SSL_REDIRECT"]
    assert read["SESSION_COOKIE_SECURE"] and read["CSRF_COOKIE_SECURE"]
    assert read["SECURE_HSTS_SECONDS"] >= 365 * 24 * 60 * 60


@pytest.mark.parametrize("name", LOG_INS)
def test_demonstration_log_ins_are_refused_without_a_demonstration(db, client, settings, name):
    make_log_ins(PASSWORD)

    settings.DEMONSTRATION = True
    assert client.login(username=name, password=PASSWORD)
    settings.DEMONSTRATION = False
    assert not client.login(username=name, password=PASSWORD)


def test_a_demonstration_session_ends_with_the_demonstration(home, client, settings):
    make_log_ins(PASSWORD)
    settings.DEMONSTRATION = True
    client.login(username="demo-admin", password=PASSWORD)
    assert client.get("/cms/").status_code == 200

    settings.DEMONSTRATION = False

    assert client.get("/cms/").status_code == 302

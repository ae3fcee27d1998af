import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import mailers as in_use

from kinship_offer import env
from kinship_offer.mail import SECONDS, mailers


def options(url):
    return mailers("MAIL_URL", url)["default"]["OPTIONS"]


def test_nothing_set_means_that_no_mail_is_sent():
    assert mailers("MAIL_URL", "") == {}


def test_the_console_is_for_demonstrations():
    assert mailers("MAIL_URL", "console")["default"]["BACKEND"].endswith("console.EmailBackend")


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("smtp://mail.example", {"host": "mail.example", "port": 25}),
        ("smtp+tls://mail.example", {"host": "mail.example", "port": 587, "use_tls": True}),
        ("smtps://mail.example:4650", {"host": "mail.example", "port": 4650, "use_ssl": True}),
        ("smtp://a%40b:p%2Fw@mail.example", {"host": "mail.example", "port": 25, "username": "a@b", "password": "p/w"}),
    ],
)
def test_a_mail_server_is_read_from_its_address(url, wanted):
    assert options(url) == wanted | {"timeout": SECONDS}


def test_django_takes_what_we_read(settings):
    settings.MAILERS = mailers("MAIL_URL", "smtp+tls://user:pass@mail.example")

    assert in_use.default.host == "mail.example"


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://", "smtp://host:port", "smtp://[host"])
def test_a_misspelt_address_stops_the_start_and_does_not_repeat_the_password(url):
    with pytest.raises(ImproperlyConfigured, match="MAIL_URL must look like") as error:
        mailers("MAIL_URL", url.replace("host", "user:hunter2@host"))
    assert "hunter2" not in str(error.value)


@pytest.mark.parametrize("value", ["-1", "two", "1.5", "²"])
def test_a_count_is_a_whole_number(monkeypatch, value):
    monkeypatch.setenv("TRUSTED_PROXIES", value)
    with pytest.raises(ImproperlyConfigured, match="must be a whole number"):
        env.count("TRUSTED_PROXIES")

"""What readers type anywhere on the site is found afterwards nowhere but where it is meant to be kept.

A real server is walked as a reader walks it: every form of every page is filled in and sent, and every address that
takes words is asked for with them. Then its logs, its cookies, its database and its folder are read.
"""

import base64
import binascii
import datetime
import http.cookiejar
import re
import sqlite3
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import html5lib
import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from pages.content.short_code import ShortCode
from tests.consultation.making import make_consultation
from tests.server import free_port, served, site_environment

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="The site begins with a copy of a database."),
]

WORD, NAME = "Zquxberg", "Mrs Vrzalova"
NUMBER, EMAIL, POSTCODE = "07700 900461", "zqmailbox@example.org", "ZE9 9ZQ"
ALL = f"{WORD} {NAME} {NUMBER} {EMAIL} {POSTCODE}"
PLANTED = {"word": WORD, "name": "Vrzalova", "number": NUMBER, "e-mail": "zqmailbox", "postcode": POSTCODE}
EVERYTHING = set(PLANTED)
# Where what a reader sends us is meant to stand, and what of it: whoever asks to be rung has to be reached. What people
# tell us waits for an officer, but numbers, addresses, names and words that nobody knows are taken out beforehand.
MEANT = {
    "pages_callback.name": EVERYTHING,
    "pages_callback.phone": {"number"},
    "pages_callback.email": {"e-mail"},
    "pages_callback.language": EVERYTHING,
    "pages_callback.keep_safe": EVERYTHING,
}
REACHED = {
    ("pages_callback.name", "word"), ("pages_callback.phone", "number"), ("pages_callback.keep_safe", "e-mail"),
}  # fmt: skip
ARE_KEPT = {"pages_callback", "pages_comment", "pages_feedback", "pages_answerpart"}
# The only tables in which a reader's journey may leave a row at all.
GROW = {
    "pages_callback", "pages_comment", "pages_feedback", "pages_consultationanswer", "pages_answerpart",
    "pages_missedsearch", "pages_missedsearchmonth", "pages_dailycount",
    "pages_lease", "django_tasks_database_dbtaskresult", "sqlite_sequence",
}  # fmt: skip
# Each form's own answer when all went well.
ARRIVED = {
    "POST /ask-us-to-ring/": 302, "POST /young-people/ask-us-to-ring/": 302, "POST /comment/": 302,
    "POST /my-list/pack.pdf": 200, "POST /have-your-say/asked/first-weeks/": 302,
    "POST /have-your-say/asked/first-weeks/children/": 302,
}  # fmt: skip
HOUSEHOLD = {
    "need": ["allowances", "school"], "age": "9", "arrangement": "special-guardianship-order", "looked-after": "yes",
    "ended": "yes", "age-2": "13", "arrangement-2": "informal", "working": "yes", "pension": "no", "parents": "no",
    "was": "allowances", "open": "1", "all": "1",
}  # fmt: skip
FINDER = "need age age-2 arrangement arrangement-2 looked-after ended working pension parents was open all".split()
OWN = ["/search/", "/find/", "/find/needs/", "/find/children/", "/my-list/", "/ask-us-to-ring/", "/comment/"]
OWN += ["/young-people/ask-us-to-ring/", "/how-we-meet-the-law/"]
ASKED = "first-weeks"
UNKNOWN = "/{} /{}/ /k/{} /money/{}/ /one-sheet/{}/ /useful/said/{}/ /have-your-say/asked/{}/ /sign-off/{}/".split()
NOBODY_FASTER = 3  # seconds


class Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


@dataclass
class Reader:
    """Somebody with a browser; `cookies` are all that any answer set."""

    site: str
    cookies: list[str] = field(default_factory=list)
    answers: dict[str, int] = field(default_factory=dict)

    def __post_init__(self):
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.browser = urllib.request.build_opener(jar, Stays)

    def get(self, path, **words):
        query = urllib.parse.urlencode(words, doseq=True)
        return self._open(path + ("&" if "?" in path else "?") * bool(query) + query)

    def post(self, path, words):
        return self._open(path, urllib.parse.urlencode(words, doseq=True).encode())

    def _open(self, path, data=None):
        address = urllib.parse.urljoin(self.site, urllib.parse.quote(path, safe="/?&=%#:"))
        try:
            answer = self.browser.open(address, data, timeout=60)
        except urllib.error.HTTPError as error:
            answer = error
        self.cookies += answer.headers.get_all("Set-Cookie", [])
        body = answer.read()
        assert answer.status < 500, f"{address} answered {answer.status}"
        self.answers[f"{'POST' if data else 'GET'} {path.partition('?')[0]}"] = answer.status
        self.place = answer.headers.get("Location", "")
        return body.decode(errors="replace") if "html" in answer.headers.get("Content-Type", "") else ""


def forms_on(path, html):
    """Each form as its method, its address, and what a reader types in all of it."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for form in tree.iter("form"):
        controls = [control for control in form.iter() if control.tag in {"input", "textarea", "select"}]
        controls += [button for button in form.iter("button") if button.get("type", "submit") == "submit"][:1]
        sent = [pair for control in controls if (pair := typed(control))]
        words = dict(reversed(sent))  # of several with one name the first is picked
        action = urllib.parse.urljoin(path, form.get("action") or path).partition("#")[0]
        yield (form.get("method") or "get").lower(), action, words


def typed(control):
    """The name and value of one control as somebody fills it in who plants what we look for."""
    name, kind = control.get("name"), control.get("type") or control.tag
    if not name or control.get("disabled") is not None or name == "leave_empty":
        return None
    if kind in {"hidden", "radio", "checkbox", "submit", "button"}:
        return name, control.get("value") or "on"
    if kind == "select":
        values = [option.get("value", "") for option in control.iter("option")]
        return name, next((value for value in values if value), "")
    if kind == "textarea":
        return name, ALL
    kind = control.get("inputmode", kind)
    return name, {"tel": NUMBER, "email": EMAIL, "numeric": "9", "number": "9", "date": "2026-12-01"}.get(
        kind, f"{WORD} {NAME}"
    )


@pytest.fixture
def walked(testham_loaded, tmp_path):
    """Walks every journey, and gives the folder of the site and all that was set as cookies."""
    make_consultation(slug=ASKED, opens=timezone.localdate(), closes=timezone.localdate() + datetime.timedelta(days=30))
    pages = [page.url for page in Page.objects.live().public().filter(depth__gt=1)]
    codes = list(ShortCode.objects.exclude(page=None).values_list("code", flat=True)[:2])
    folder = tmp_path / "site"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "db.sqlite3")) as copy:
        connection.connection.backup(copy)
    before = rows_in(folder / "db.sqlite3")
    port = free_port()
    address = f"http://localhost:{port}"
    environment = site_environment(folder, SITE_URL=address, MAIL_URL="smtp://127.0.0.1:9")
    options = ("--threads", "4", "--no-control-socket", "--access-logfile", str(tmp_path / "access.log"))
    with served(port, environment, tmp_path / "error.log", *options):
        reader = Reader(address)
        walk(reader, pages, codes)
    return tmp_path, reader, before


def walk(reader, pages, codes):
    own = [*OWN, f"/my-list/?i={'.'.join(codes)}"]
    asked = [f"/have-your-say/asked/{ASKED}/", f"/have-your-say/asked/{ASKED}/children/"]
    fill_in(reader, [*own, *pages, *asked])
    for path in [*own, *pages]:
        reader.get(path, q=ALL, **dict.fromkeys(FINDER, ALL), i=WORD, add=WORD, gone=WORD, d=WORD, useful=WORD)
    for planted in PLANTED.values():
        reader.get("/search/", q=planted)
        for path in UNKNOWN:
            reader.get(path.format(planted.replace(" ", "-")))
    for path in ("/find/", "/find/needs/", "/find/children/", "/money/allowance/"):
        reader.get(path, **HOUSEHOLD)
        for name in HOUSEHOLD:
            reader.get(path, **HOUSEHOLD | {name: ALL})


def fill_in(reader, paths):
    """Sends every form on these pages; one that stands on many pages, as the search does, once."""
    forms = {}
    for path, html in {path: reader.get(path) for path in paths}.items():
        for method, action, words in forms_on(path, html):
            like = re.sub(r"[0-9]+", "0", action.partition("?")[0])
            forms.setdefault((method, like, tuple(words)), (action, words))
    time.sleep(NOBODY_FASTER)
    for (method, _like, _names), (action, words) in forms.items():
        if method == "post":
            reader.post(action, words)
        else:
            reader.get(action, **words)
        if "useful=" in reader.place:
            say_a_sentence(reader)


def say_a_sentence(reader):
    """After a press on “yes” the reader is back on the page, which asks for one sentence."""
    path = reader.place.partition("#")[0]
    for method, action, words in forms_on(path, reader.get(path)):
        if "sentence" in words:
            assert method == "post"
            reader.post(action, words)


def squeezed(text):
    """Without what words and numbers may be set apart or written with."""
    return re.sub(r"[\s+_.()-]|%20", "", urllib.parse.unquote(text)).casefold()


LOOKED_FOR = {name: squeezed(planted) for name, planted in PLANTED.items()}


def planted_in(text):
    squeezed_text = squeezed(text)
    return {name for name, planted in LOOKED_FOR.items() if planted in squeezed_text}


def kept_in(database: Path):
    """Each column, with what of the planted stands in it."""
    with closing(sqlite3.connect(database)) as copy:
        tables = [name for (name,) in copy.execute("select name from sqlite_master where type = 'table'")]
        for table in tables:
            rows = copy.execute(f'select * from "{table}"')
            columns = [column[0] for column in rows.description]
            for row in rows:
                for column, value in zip(columns, row, strict=True):
                    text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
                    for name in planted_in(text):
                        yield f"{table}.{column}", name


def rows_in(database: Path):
    """How many rows each table has."""
    with closing(sqlite3.connect(database)) as copy:
        tables = [name for (name,) in copy.execute("select name from sqlite_master where type = 'table'")]
        return {table: copy.execute(f'select count(*) from "{table}"').fetchone()[0] for table in tables}


def opened_up(cookie):
    """A cookie, and what its parts say when they are packed."""
    parts = [cookie]
    for part in re.split(r"[=:;.\s\"]", cookie):
        try:
            parts.append(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode(errors="replace"))
        except (binascii.Error, ValueError):
            continue
    return " ".join(parts)


def test_what_is_typed_anywhere_stands_in_no_log_cookie_or_file_and_only_in_the_tables_meant_for_it(walked):
    folder, reader, before = walked
    database = folder / "site/db.sqlite3"

    assert {call: reader.answers.get(call) for call in ARRIVED} == ARRIVED
    grown = {table for table, rows in rows_in(database).items() if rows > before.get(table, 0)}
    assert grown <= GROW
    assert grown >= ARE_KEPT, "a journey did not arrive"

    kept = set(kept_in(database))
    left = [f"{column}: {name}" for column, name in sorted(kept) if name not in MEANT.get(column, ())]
    assert left == []
    assert kept >= REACHED, "a journey did not arrive"

    log = (folder / "access.log").read_text()
    assert log.count("\n") > 100
    lines = log.splitlines() + (folder / "error.log").read_text().splitlines()
    assert [line for line in lines if planted_in(line)] == []

    assert reader.cookies
    assert [cookie for cookie in reader.cookies if planted_in(opened_up(cookie))] == []

    files = [file for file in (folder / "site").rglob("*") if file.is_file() and "static" not in file.parts]
    others = [file for file in files if not file.name.startswith("db.sqlite3")]
    assert [str(file) for file in others if planted_in(file.read_bytes().decode(errors="replace") + file.name)] == []

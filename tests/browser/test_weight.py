"""Pages are light, private and kept by browsers: as a carer's phone meets them."""

import gzip
import http.client
import re
from urllib.parse import urlsplit

import pytest

from tests.browser.kinds import KINDS, PAGES

pytestmark = pytest.mark.xdist_group("browser")

FIRST_VIEW = 60 * 1024
LATER_VIEW = 15 * 1024
# The tab's own address, for the Back button; it is gone when the tab is.
HTMX_PLACE = "htmx-current-path-for-history"


class Wire:
    """What a page makes the browser fetch over the network, and what the browser complains of."""

    def __init__(self, page):
        self.page, self.addresses, self.size, self.complaints = page, [], 0, []
        page.on("console", lambda message: self.complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda sent: self.addresses.append(sent["request"]["url"]))
        session.on("Network.loadingFinished", lambda done: self._add(done["encodedDataLength"]))

    def _add(self, size):
        self.size += size

    def visit(self, path):
        self.addresses, self.size = [], 0
        self.answer = self.page.goto(path, wait_until="networkidle")
        return self


@pytest.fixture(scope="module", params=PAGES.values(), ids=PAGES)
def first_view(request, browser, base_url):
    """Every kind of page in a browser that was never here."""
    with browser.new_context(base_url=base_url) as context:
        yield Wire(context.new_page()).visit(request.param)


@pytest.fixture
def ask(base_url):
    """Asks the server as a browser does, and gives back the answer as it comes over the wire."""

    def send(path, **headers):
        connection = http.client.HTTPConnection(urlsplit(base_url).netloc, timeout=20)
        sent = {"Accept-Encoding": "gzip, br"} | {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=sent)
        answer = connection.getresponse()
        answer.body = answer.read()
        connection.close()
        return answer

    return send


def test_the_first_view_is_light(first_view):
    over_the_wire = [address for address in first_view.addresses if not address.startswith("data:")]

    assert first_view.size <= FIRST_VIEW
    assert len(over_the_wire) <= 6
    assert not any("htmx" in address for address in over_the_wire)


@pytest.mark.parametrize(
    ("path", "field"),
    [("/find/children/", "#find-age"), ("/search/", "#q"), ("/my-list/", "#add"), ("/groups/", "#choose-from")],
)
def test_what_makes_a_form_smoother_comes_with_the_first_touch(page, path, field):
    wire = Wire(page).visit(path)
    assert not any("htmx" in address for address in wire.addresses)

    with page.expect_response(re.compile("htmx")):
        page.locator(field).click()


def test_the_next_view_is_lighter_still(page):
    wire = Wire(page)
    wire.visit("/")

    for path in ("/money/", "/money/allowances/", "/"):
        assert wire.visit(path).size <= LATER_VIEW, path


def test_no_visitor_is_followed(first_view, base_url):
    page = first_view.page

    assert [address for address in first_view.addresses if not address.startswith((base_url, "data:"))] == []
    forms = [base_url + PAGES[name] for name in ("ask-us-to-ring", "young-ask-us-to-ring")]
    needed = {"csrftoken"} if page.url in forms else set()  # their forms need one
    assert {cookie["name"] for cookie in page.context.cookies()} == needed
    assert page.evaluate("Object.keys(localStorage)") == []
    assert set(page.evaluate("Object.keys(sessionStorage)")) <= {HTMX_PLACE}


def test_no_page_breaks_its_own_security_policy(first_view):
    policy = first_view.answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy and "unsafe" not in policy
    assert [words for words in first_view.complaints if "status of 404" not in words] == []


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_is_compressed_and_not_sent_twice(ask, path):
    answer = ask(path)

    assert answer.getheader("Content-Encoding") in {"gzip", "br"}
    assert "Accept-Encoding" in answer.getheader("Vary")
    assert "no-cache" in answer.getheader("Cache-Control")
    assert answer.getheader("Set-Cookie") is None

    again = ask(path, If_None_Match=answer.getheader("ETag"))
    assert again.status == 304
    assert again.body == b""


def test_a_compressed_page_reads_the_same(ask):
    packed = ask("/", Accept_Encoding="gzip")

    assert gzip.decompress(packed.body) == ask("/", Accept_Encoding="identity").body


def test_static_files_are_kept_for_good(page, base_url, ask):
    wire = Wire(page).visit("/find/children/")
    with page.expect_response(re.compile("htmx")):
        page.locator("#find-age").click()
    files = [address.removeprefix(base_url) for address in wire.addresses if "/static/" in address]

    assert len(files) >= 5
    for file in files:
        answer = ask(file)
        assert "immutable" in answer.getheader("Cache-Control"), file
        assert not file.endswith((".css", ".js")) or answer.getheader("Content-Encoding") == "br", file


def test_nothing_moves_while_a_page_loads(page):
    page.goto("/money/allowances/", wait_until="networkidle")

    shift = page.evaluate(
        """() => new Promise((resolve) => {
             let sum = 0;
             new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
               .observe({ type: "layout-shift", buffered: true });
             setTimeout(() => resolve(sum), 300);
           })"""
    )
    assert shift < 0.05

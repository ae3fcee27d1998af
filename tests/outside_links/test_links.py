"""The link checker: asks politely, goes nowhere private, and calls a link dead only when it is."""

import datetime
import socket
import time
from functools import partial

import pytest
from django.core.management import call_command
from django.utils import timezone

from pages import outside_links as links
from pages.core.content_version import ContentVersion
from pages.council.model import CouncilSettings
from pages.outside_links.answer import Answer, answer_of, note
from pages.outside_links.asking import ask, follow, user_agent
from pages.outside_links.deadline import Deadline
from pages.outside_links.model import OutsideLink
from pages.outside_links.places import addresses_in
from tests import factories
from tests.outside_links.servers import LONG, Drip, SecretDrip, Website, make_certificate, served

NOON = timezone.make_aware(datetime.datetime(2026, 11, 23, 12))
DAY = datetime.timedelta(days=1)
WORKS, MISSING, BROKEN = answer_of(200), answer_of(404), answer_of(500)


@pytest.fixture
def website():
    """The address of a real web server on this computer."""
    Website.asked, Website.sent = [], []
    with served(Website) as host:
        yield f"http://{host}"


ask_here = partial(ask, loopback=True)


@pytest.mark.parametrize(
    ("path", "works", "words"),
    [
        ("/200/", True, "It works."),
        ("/to//200/", True, "It works."),
        ("/no-head/", True, "It works."),
        ("/404/", False, "The page is not there (404)."),
        ("/to//410/", False, "The page is not there (410)."),
        ("/403/", False, "Its site would not let us in (403)."),
        ("/500/", False, "Its site is broken (500)."),
        ("/round/", False, "It leads on and on, and never arrives."),
        ("/drop/", False, "Its site could not be reached."),
        ("/200/a b?c=d é", True, "It works."),
    ],
)
def test_what_a_site_answers_is_said_in_words(website, path, works, words):
    assert ask_here(website + path)[:2] == (works, words)


def test_it_is_said_where_an_address_leads(website):
    assert follow(f"{website}/to//404/", loopback=True).end == f"{website}/404/"


def test_an_address_that_leads_where_it_should_is_not_asked_any_further(website):
    journey = follow(f"{website}/to//404/", is_there=lambda url: url.endswith("/404/"), loopback=True)

    assert journey.answer.works
    assert [path for _method, path, *_rest in Website.asked] == ["/to//404/"]


def test_a_site_that_asks_for_time_says_nothing_about_the_link(website):
    assert ask_here(f"{website}/429/").counts is False


def test_the_head_alone_is_asked_for_and_the_page_only_if_that_fails(website):
    ask_here(f"{website}/200/")
    ask_here(f"{website}/404/")

    assert [(method, path) for method, path, *_rest in Website.asked] == [
        ("HEAD", "/200/"), ("HEAD", "/404/"), ("GET", "/404/"),
    ]  # fmt: skip


def test_the_asker_says_who_it_is(website, settings):
    settings.SITE_URL = "https://offer.testham.example"

    ask_here(f"{website}/200/")

    assert Website.asked[0][2] == user_agent() == "KinshipLocalOffer link check (+https://offer.testham.example)"
    assert Website.asked[0][3] == website.removeprefix("http://")


PRIVATE = [
    "http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/",
    "http://169.254.169.254/latest/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/", "http://0.0.0.0/", "http://100.64.0.1/", "http://224.0.0.1/", "http://2130706433/",
    "http://[::127.0.0.1]/", "http://[2002:7f00:1::]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://localhost./",
    "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "http://name:secret@example.org/", "https://",
    "http://example.org:99999/",
]  # fmt: skip


@pytest.mark.parametrize("url", PRIVATE)
def test_nothing_private_is_asked(monkeypatch, url):
    monkeypatch.setattr(socket.socket, "connect", lambda *args: pytest.fail("it was asked"))

    assert not ask(url).works


def test_a_name_that_stands_for_a_private_server_is_not_asked(monkeypatch):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    monkeypatch.setattr(socket.socket, "connect", lambda *args: pytest.fail("it was asked"))

    assert ask("http://rebound.example/").words == "It does not lead to a public website."


@pytest.fixture
def connected(monkeypatch):
    """The numbers that a connection was asked for; none is made."""
    numbers = []

    def refuse(line, number):
        numbers.append(number)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return numbers


def answers_in_turn(*numbers):
    """A look-up that says another number each time."""
    turns = iter(numbers)
    return lambda host, port, **kwargs: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(turns), port))]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_very_number_that_was_looked_at_is_connected_to(monkeypatch, connected, scheme):
    monkeypatch.setattr(socket, "getaddrinfo", answers_in_turn("93.184.216.34", "127.0.0.1"))

    assert ask(f"{scheme}://rebound.example:8000/").words == "It does not lead to a public website."
    assert connected == [("93.184.216.34", 8000)]


def test_this_computer_is_not_asked_by_a_public_number_of_its_own(monkeypatch, website):
    monkeypatch.setattr("pages.outside_links.safe._is_public", lambda number, loopback: True)

    assert ask(website).words == "It does not lead to a public website."
    assert not Website.asked


def test_a_name_in_any_script_is_looked_up(monkeypatch, connected):
    names = []
    answer = answers_in_turn("93.184.216.34", "93.184.216.34")
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *args, **kwargs: names.append(host) or answer(host, *args))

    ask("https://b\u00fccher.example/")

    assert names[0] == "xn--bcher-kva.example"


@pytest.mark.parametrize("url", ["http://10.0.0.1/", "http://[fd00::1]/", "ftp://example.org/"])
def test_a_redirect_is_looked_at_like_the_first_address(website, url):
    assert ask_here(f"{website}/to/{url}").words == "It does not lead to a public website."


def test_a_name_nobody_has_is_told_from_a_site_that_is_down(monkeypatch):
    def nobody(*args, **kwargs):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert ask("https://gone.example/").words == "There is no website of that name."


def test_a_site_that_never_answers_is_not_waited_for(monkeypatch):
    monkeypatch.setattr("pages.outside_links.asking.LONGEST_WAIT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as slow:
        answer = ask_here(f"http://127.0.0.1:{slow.getsockname()[1]}/")

    assert answer.words == "Its site did not answer in time."


def test_a_site_that_drips_is_cut_off(monkeypatch):
    monkeypatch.setattr("pages.outside_links.asking.LONGEST_REQUEST", 0.5)
    with served(Drip) as host:
        begun = time.monotonic()
        answer = ask_here(f"http://{host}/")

    assert not answer.works
    assert time.monotonic() - begun < 5


def test_a_site_that_drips_before_anything_is_secret_is_cut_off_too(monkeypatch):
    monkeypatch.setattr("pages.outside_links.asking.LONGEST_REQUEST", 0.5)
    with served(SecretDrip) as host:
        begun = time.monotonic()
        answer = ask_here(f"https://{host}/")

    assert not answer.works
    assert time.monotonic() - begun < 5


def test_a_line_is_cut_off_by_whatever_handle_it_is_read():
    mine, theirs = socket.socketpair()
    with mine, theirs, Deadline(0.1) as deadline:
        deadline.cut(mine)
        with socket.socket(fileno=mine.detach()) as taken_over:
            taken_over.settimeout(5)
            assert taken_over.recv(1) == b""


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return make_certificate(tmp_path_factory.mktemp("certificate"))


def test_a_secure_site_is_asked_by_its_name(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with served(Website, certificate) as host:
        assert ask_here(f"https://{host}/200/").words == "It works."


def test_a_certificate_nobody_vouches_for_is_told_from_a_site_that_is_down(certificate):
    with served(Website, certificate) as host:
        assert ask_here(f"https://{host}/200/").words == "Its site’s certificate is not right."


def test_only_the_beginning_of_a_long_page_is_read():
    Website.asked, Website.sent = [], []
    with served(Website) as host:
        assert ask_here(f"http://{host}/long/").works

    (sent,) = Website.sent
    assert sent < LONG


def after(*answers, since=NOON, every=DAY):
    """A link after these answers, one a day."""
    link = OutsideLink(url="https://www.example.org/")
    for number, answer in enumerate(answers):
        note(link, answer, since + number * every)
    return link


def test_a_link_is_dead_after_failing_on_three_days():
    assert after(BROKEN, BROKEN).dead_since is None
    assert after(BROKEN, BROKEN, BROKEN).dead_since == (NOON + 2 * DAY).date()


def test_failing_three_times_on_one_day_is_failing_once():
    assert after(BROKEN, BROKEN, BROKEN, every=datetime.timedelta(hours=1)).failures == 1


def test_a_page_that_is_gone_twice_is_dead_at_once():
    assert after(MISSING).dead_since is None
    assert after(MISSING, MISSING).dead_since == (NOON + DAY).date()


def test_one_success_forgets_all_failures():
    link = after(BROKEN, BROKEN, WORKS, BROKEN)

    assert (link.failures, link.dead_since) == (1, None)


def test_a_dead_link_keeps_its_day_and_comes_back_to_life():
    assert after(MISSING, MISSING, MISSING).dead_since == (NOON + DAY).date()
    assert after(MISSING, MISSING, WORKS).dead_since is None


def test_a_site_that_asks_for_time_changes_nothing():
    assert after(BROKEN, BROKEN, Answer(False, "Later.", 429, counts=False)).failures == 2


def test_a_link_that_is_left_stays_left_until_its_site_says_something_else():
    link = after(BROKEN, BROKEN, BROKEN)
    link.left_because, link.dead_since, link.failures = "It opens for me.", None, 0

    note(link, BROKEN, NOON + 3 * DAY)
    assert (link.left_because, link.dead_since) == ("It opens for me.", None)
    note(link, MISSING, NOON + 4 * DAY)
    note(link, MISSING, NOON + 5 * DAY)
    assert (link.left_because, link.dead_since) == ("", (NOON + 5 * DAY).date())


@pytest.fixture
def no_links(home):
    CouncilSettings.objects.update(leave_address="")
    ContentVersion.bump()


@pytest.fixture
def linked(no_links, section, website):
    """A page with links of all kinds, a contact, a policy and an amount, each with its own address."""
    rich = '<p><a href="{}/200/text">One</a> <a href="/money/">Ours</a> <a href="mailto:a@b.c">Mail</a></p>'
    steps = [("step", {"lead": "Ask.", "text": f'<p><a href="{website}/200/step?a=1&amp;b=2">Two</a></p>'})]
    page = factories.make_support(
        section,
        title="Allowances",
        body=[("details", {"title": "More", "text": rich.format(website)})],
        steps=steps,
        cost=f'<p><a href="{website}/404/cost#part">Three</a></p>',
    )
    factories.make_contact(name="Citizens Advice", website=f"{website}/200/contact")
    factories.make_policy(title="Our promise", url=f"{website}/404/policy")
    factories.make_fact(source_url=f"{website}/200/amount")
    factories.make_group(section, online_link=f"{website}/200/online")
    return page


def check(day=0, **options):
    return links.check(lambda: NOON + day * DAY, pause=0, ask=ask_here, **options)


def test_links_are_found_wherever_they_stand(linked, website):
    found = {url.removeprefix(website) for url in links.places()}

    assert found == {
        "/200/text", "/200/step?a=1&b=2", "/404/cost", "/200/contact", "/404/policy", "/200/amount", "/200/online",
    }  # fmt: skip


def test_links_of_drafts_are_not_asked_for(linked, website):
    linked.unpublish()

    assert f"{website}/200/text" not in links.places()
    assert f"{website}/200/text" in addresses_in(linked)


def test_the_checker_remembers_what_it_found(linked, website):
    done = check()

    assert (done.tried, done.died, done.waiting) == (7, 0, 0)
    link = OutsideLink.objects.get(url=f"{website}/404/policy")
    assert (link.answer, link.failures, link.gone) == ("The page is not there (404).", 1, 1)
    assert (check(day=1).tried, OutsideLink.objects.exclude(dead_since=None).count()) == (2, 2)


def test_a_link_that_works_is_not_asked_for_every_day(linked):
    check()
    Website.asked = []

    assert check(day=1).tried == 2
    assert check(day=8).tried == 7


def test_the_longest_untried_come_first_and_only_so_many(linked):
    check(most=3)
    first = set(OutsideLink.objects.exclude(last_tried=None).values_list("pk", flat=True))
    check(most=4)

    assert len(first) == 3
    assert not OutsideLink.objects.filter(last_tried=None).exists()


def test_no_website_is_asked_twice_in_a_row_while_another_waits(no_links, section):
    addresses = [f"https://{place}" for place in ("a.example.org/1", "a.example.org/2", "b.example.org/1")]
    text = " ".join(f'<a href="{address}">Forms</a>' for address in addresses)
    factories.make_guide(section, body=[("text", {"text": f"<p>{text}</p>"})])
    asked = []

    links.check(lambda: NOON, pause=0, ask=lambda url: asked.append(url) or WORKS)

    assert asked == [addresses[0], addresses[2], addresses[1]]


def test_what_is_no_address_at_all_keeps_none_of_the_others_back(linked):
    factories.make_guide(linked.get_parent(), body=[("text", {"text": '<p><a href="http://[x">Forms</a></p>'})])

    assert check().tried == 8
    assert OutsideLink.objects.get(url="http://[x").answer == "It does not lead to a public website."


def test_the_checker_stops_when_its_time_is_up(linked):
    assert check(seconds=0).tried == 0


def test_an_address_that_is_used_no_more_is_forgotten(linked, website):
    check()
    linked.delete()
    check(day=1)

    assert not OutsideLink.objects.filter(url=f"{website}/200/text").exists()


def silence(url):
    return Answer(False, "There is no website of that name.")


def test_a_server_without_a_way_out_calls_no_link_dead(linked):
    for day in range(4):
        done = links.check(lambda day=day: NOON + day * DAY, pause=0, ask=silence)

    assert done.offline
    assert not OutsideLink.objects.exclude(last_tried=None).exists()


def test_a_website_that_is_gone_is_told_from_that_by_asking_another(linked, website):
    check()
    gone = f"{website}/200/contact"
    OutsideLink.objects.exclude(url=gone).update(last_tried=NOON + 10 * DAY, failures=0)

    for day in (10, 11, 12):
        links.check(
            lambda day=day: NOON + day * DAY, pause=0, ask=lambda url: silence(url) if url == gone else ask_here(url)
        )

    assert OutsideLink.objects.get(url=gone).dead_since == (NOON + 12 * DAY).date()


def test_a_round_tells_of_each_link_as_it_is_tried(linked, website):
    told = []

    check(tell=told.append)

    assert [line.partition(":")[0] for line in told] == [f"{number} of 7" for number in range(1, 8)]
    assert f": {website}/404/policy: The page is not there (404)." in "\n".join(told)


def test_the_command_says_what_it_did(no_links, capsys):
    call_command("check_links")

    assert "0 links tried, 0 newly dead, 0 left" in capsys.readouterr().out

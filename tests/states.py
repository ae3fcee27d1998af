"""What the database may hold when a test begins. A state is named for the fixture that asks for it."""

import datetime
from pathlib import Path

import time_machine

from pages.content.home import HomePage
from pages.offer_files.load import load_offer
from pages.paper import leaflet
from pages.site.set_up_roles import ensure_roles
from tests import factories

TESTS = Path(__file__).resolve().parent
ENGLAND = TESTS.parent / "fixtures/england"
ROTHERHAM = TESTS.parent / "fixtures/rotherham"
SLOUGH = TESTS.parent / "fixtures/slough"
NEWTOWN = TESTS / "councils/newtown"
TESTHAM = TESTS / "councils/testham"
TOYLAND, TOYTON = TESTS / "councils/toyland", TESTS / "councils/toyton"
# Of the empty offer: long enough ago, so that no test sets its clock before it.
MADE = datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)
NOTHING = "nothing"


def make_empty_offer():
    with time_machine.travel(MADE):
        factories.make_home()
        factories.make_council()
        ensure_roles()


def make_section():
    with time_machine.travel(MADE):
        factories.make_section(HomePage.objects.get(), title="Money and work", slug="money")


def load_testham():
    load_offer(TESTHAM)


def load_toyland():
    load_offer(TOYLAND)


def load_toyton():
    load_offer(TOYTON)


def load_england():
    load_offer(ENGLAND)


def load_rotherham():
    load_offer(ROTHERHAM)
    leaflet.remake()


def load_newtown():
    load_offer(NEWTOWN)
    leaflet.remake()


def load_slough():
    load_offer(SLOUGH)
    leaflet.remake()


# The state that each is made from, and what makes it. Where a test asks for more than one, it gets the last of them.
MAKERS = {
    "home": (NOTHING, make_empty_offer),
    "section": ("home", make_section),
    "testham_loaded": (NOTHING, load_testham),
    "toyland_loaded": (NOTHING, load_toyland),
    "toyton_loaded": ("toyland_loaded", load_toyton),
    "england_loaded": (NOTHING, load_england),
    "newtown_loaded": ("england_loaded", load_newtown),
    "rotherham_loaded": ("england_loaded", load_rotherham),
    "slough_loaded": ("england_loaded", load_slough),
}

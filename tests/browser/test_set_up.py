"""A council sets its site up in a browser, by keyboard, from an empty database to a public page and a leaflet.

`python -m tests.set_up.run` does the same with the commands of the README, and writes down how long they take.
"""

import shutil
import subprocess
import sys

import pytest
from django.db import connection
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere
from tests.server import PROJECT, free_port, served, site_environment
from tests.set_up.layer import LAYER
from tests.set_up.walk import open_it, see_the_leaflet, see_the_offer, walk

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="The site begins with a copy of a database."),
]


class Site:
    """A site with a folder of its own."""

    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        self.address = f"http://localhost:{self.port}"
        self.environment = site_environment(
            folder,
            DJANGO_SETTINGS_MODULE="tests.set_up.settings",
            SITE_URL=self.address,
            ALLOWED_HOSTS="127.0.0.1",
            MAIL_URL="",
        )

    def manage(self, *words):
        """Runs a command on it, and gives what it said."""
        command = [sys.executable, "manage.py", *map(str, words)]
        done = subprocess.run(
            command, cwd=PROJECT, env=self.environment, stdout=subprocess.PIPE, timeout=600, check=True
        )
        return done.stdout.decode()

    def begin_again(self):
        """Puts back what `new_council` has made, whatever was set up since."""
        for file in self.folder.glob("db.sqlite3*"):
            file.unlink()
        shutil.copy(self.folder / "begun.sqlite3", self.folder / "db.sqlite3")

    def served(self):
        return served(self.port, self.environment, self.folder / "server.log", "--threads", "4")


@pytest.fixture(scope="module")
def begun(tmp_path_factory, migrated):
    """A place with empty tables, in which `new_council` has begun, and its link."""
    site = Site(tmp_path_factory.mktemp("new-council"))
    shutil.copy(migrated, site.folder / "db.sqlite3")
    site.link = site.manage("new_council", "--layer", LAYER).splitlines()[-1]
    shutil.copy(site.folder / "db.sqlite3", site.folder / "begun.sqlite3")
    return site


@pytest.fixture
def new_site(begun):
    """It, served, before anybody has opened its link."""
    begun.begin_again()
    with begun.served():
        yield begun


@pytest.fixture
def small_phone(browser, new_site):
    """The smallest phone, whose browser runs no scripts."""
    with browser.new_context(
        base_url=new_site.address, java_script_enabled=False, viewport={"width": 320, "height": 640}
    ) as context:
        yield context.new_page()


def test_a_step_works_without_scripts_and_nothing_is_lost(small_phone, new_site):
    page = small_phone
    page.goto(new_site.link)
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("Council’s full name").fill("Somewhere Council")
    page.get_by_label("Short name").fill("")
    page.get_by_label("Your colour").fill("#0b7a75")
    page.get_by_role("button", name="Save, and go on").click()

    expect(page.get_by_role("alert")).to_contain_text("Type the short name.")
    expect(page.get_by_label("Council’s full name")).to_have_value("Somewhere Council")
    page.get_by_label("Short name").fill("Somewhere")
    page.get_by_label("The place").fill("Somewhere")
    page.get_by_role("button", name="Use #09605c").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved")
    expect(page.get_by_label("Your colour")).to_have_value("#09605c")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.slow  # the test above takes a step of it in a browser; tests/set_up takes all of them, and opens the offer
def test_from_an_empty_database_to_a_public_page_by_keyboard(browser, new_site):
    wrong = {}

    with browser.new_context(base_url=new_site.address) as context:
        page = context.new_page()

        def look(name):
            if found := violations_everywhere(page, widths=(360, 1280)):
                wrong[name] = found
            page.set_viewport_size({"width": 1280, "height": 800})

        page.goto("/")
        look("not-open-yet")
        walk(page, new_site.link, look)
        new_site.manage("remake_paper")
        open_it(page, look)

    assert wrong == {}
    with browser.new_context(base_url=new_site.address) as context:
        see_the_offer(context.new_page())
    file = new_site.folder / "leaflet.pdf"
    new_site.manage("leaflet", file)
    see_the_leaflet(file)

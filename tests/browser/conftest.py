"""A real site for a real browser: its own process, database and static files, with the Rotherham offer in it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.kinds import PAGES
from tests.server import PROJECT, free_port, served, site_environment

PASSWORD = "only-for-these-tests"
CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {
        "executable_path": CHROMIUM,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def environment(request, tmp_path_factory):
    """The environment of the served site; on PostgreSQL it has the server's own database."""
    folder = tmp_path_factory.mktemp("site")
    database = os.environ.get("TEST_DATABASE_URL", "")
    if not database:
        shutil.copy(request.getfixturevalue("migrated"), folder / "db.sqlite3")
    return site_environment(
        folder,
        DJANGO_SETTINGS_MODULE="tests.browser.settings",
        SITE_URL=f"http://localhost:{free_port()}",
        ALLOWED_HOSTS="127.0.0.1",
        DATABASE_URL=database,
        DEMONSTRATION="1",
        DEMONSTRATION_PASSWORD=PASSWORD,
    )


@pytest.fixture(scope="session")
def site(environment):
    """The address of the served site."""
    address, folder = environment["SITE_URL"], Path(environment["DATA_DIR"])
    port = urlsplit(address).port
    prepare = [sys.executable, "-m", "tests.browser.prepare", str(port)]
    subprocess.run(prepare, cwd=PROJECT, env=environment, check=True, capture_output=True, timeout=900)
    with served(port, environment, folder / "server.log", "--threads", "4"):
        yield address


@pytest.fixture(scope="session")
def base_url(site):
    """Lets tests say page.goto("/money/")."""
    return site


@pytest.fixture(scope="module")
def tab(browser, base_url):
    """One tab for all tests of a module; each sets the size and the colours that it looks at."""
    with browser.new_context(base_url=base_url) as context:
        yield context.new_page()


@pytest.fixture(scope="module", params=PAGES.values(), ids=PAGES)
def shown(request, tab):
    """Every kind of page, loaded once for all tests of a module that only look at it."""
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(request.param)
    return tab


@pytest.fixture(scope="session")
def signed_in(browser, base_url):
    """Gives the browser in which the officer of this name works: signed in once, the CMS's scripts kept.

    To sign in and to read the scripts anew costs more than most of what is looked at afterwards.
    """
    contexts = {}

    def context_of(name):
        if name not in contexts:
            contexts[name] = browser.new_context(base_url=base_url)
            sign_in(contexts[name].new_page(), name).close()
        return contexts[name]

    yield context_of
    for context in contexts.values():
        context.close()


def sign_in(page, name):
    page.goto("/cms/login/")
    page.get_by_role("textbox", name="Username").fill(name)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(re.compile(r"/cms/$"))
    return page


def _tab_of(context):
    """An officer's tab; what the CMS kept in the browser meanwhile, as which panel is open, is gone afterwards."""
    page = context.new_page()
    yield page
    page.evaluate("localStorage.clear()")
    page.close()


@pytest.fixture
def lead(signed_in):
    """The tab of the kinship lead."""
    yield from _tab_of(signed_in("demo-lead"))


@pytest.fixture
def editor(signed_in):
    """The tab of a section editor."""
    yield from _tab_of(signed_in("demo-editor"))


@pytest.fixture
def navigator(signed_in):
    """The tab of a Navigator."""
    yield from _tab_of(signed_in("demo-navigator"))


@pytest.fixture
def administrator(signed_in):
    """The tab of an administrator."""
    yield from _tab_of(signed_in("demo-admin"))

"""Sets a council up as the README says, in a real browser, and writes into CONTRIBUTING how long each part took.

Run by hand: `python -m tests.set_up.run`. The commands are those of the README: a test compares them.
"""

import datetime
import os
import re
import secrets
import shlex
import subprocess
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.axe import violations_everywhere
from tests.server import PROJECT, free_port, is_free, wait_for
from tests.set_up.layer import ENGLAND, LAYER
from tests.set_up.walk import open_it, see_the_leaflet, see_the_offer, walk

NEW_COUNCIL = ".venv/bin/python manage.py new_council"
COLLECT = ".venv/bin/python manage.py collectstatic --no-input"
SERVE = ".venv/bin/gunicorn kinship_offer.wsgi --bind 127.0.0.1:8000"
WORK = ".venv/bin/python manage.py work"
LEAFLET = ".venv/bin/python manage.py leaflet leaflet.pdf"
COMMANDS = (NEW_COUNCIL, COLLECT, SERVE, WORK, LEAFLET)

PORT = 8000
CHROMIUM = "/usr/bin/chromium"
BLOCK = re.compile("(<!-- set-up: begin -->\n).*(<!-- set-up: end -->)", re.DOTALL)


class Clock:
    """What was done, and how long each took."""

    def __init__(self):
        self.rows = []

    @contextmanager
    def timed(self, what):
        began = time.monotonic()
        yield
        self.rows.append((what, time.monotonic() - began))
        print(f"{self.rows[-1][1]:6.1f} s  {what}", flush=True)


def environment(folder, address):
    """A site of its own: nothing of whoever runs this."""
    ours = {"PATH", "HOME", "LANG"}
    kept = {name: value for name, value in os.environ.items() if name in ours}
    return (
        kept
        | {"DATA_DIR": str(folder), "SITE_URL": address, "ALLOWED_HOSTS": "127.0.0.1"}
        | {"SECRET_KEY": secrets.token_urlsafe(48)}
    )


def run(command, settings, **options):
    return subprocess.run(shlex.split(command), cwd=PROJECT, env=settings, check=True, **options)


def main():
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        port = PORT if is_free(PORT) else free_port()
        address = f"http://localhost:{port}"
        settings = environment(folder, address)
        layer = "" if LAYER == ENGLAND else f" --layer {LAYER.relative_to(PROJECT)}"
        with clock.timed(f"`{NEW_COUNCIL}{layer}`"):
            link = run(NEW_COUNCIL + layer, settings, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1]
        with clock.timed(f"`{COLLECT}`"):
            run(COLLECT, settings, stdout=subprocess.DEVNULL)
        with clock.timed(f"`{WORK}` and `{SERVE}`, until it answers"):
            stack.enter_context(process(WORK, settings))
            wait_for(f"{address}/healthz", stack.enter_context(process(SERVE.replace(str(PORT), str(port)), settings)))
        in_a_browser(address, link, clock)
        file = Path(folder) / "leaflet.pdf"
        with clock.timed(f"`{LEAFLET}`"):
            run(LEAFLET.replace("leaflet.pdf", str(file)), settings, stdout=subprocess.DEVNULL)
        see_the_leaflet(file)
    write_down(clock)


@contextmanager
def process(command, settings):
    """A command that runs until it is told to stop."""
    started = subprocess.Popen(
        shlex.split(command), cwd=PROJECT, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield started
    finally:
        started.terminate()
        started.wait(timeout=30)


def in_a_browser(address, link, clock):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(base_url=address).new_page()
        with clock.timed("the six steps, in a browser, by keyboard, axe on every screen"):
            walk(page, link, lambda name: accessible(page, name))
        with clock.timed("until the papers are made, and opening the offer"):
            open_it(page, lambda name: accessible(page, name))
        with clock.timed("the public page has the new name, colour and number"):
            see_the_offer(browser.new_context(base_url=address).new_page())
        browser.close()


def accessible(page, name):
    found = violations_everywhere(page, widths=(360, 1280))
    assert found == {}, f"{name}: {found}"
    page.set_viewport_size({"width": 1280, "height": 800})


def write_down(clock):
    """The rows in place of those of the last run."""
    day = datetime.datetime.now(datetime.UTC)
    lines = [f"Run on {day.day} {day:%B %Y}:", "", "| what | minutes |", "|---|---|"]
    lines += [f"| {what} | {seconds / 60:.1f} |" for what, seconds in clock.rows]
    lines.append(f"| together | {sum(seconds for _what, seconds in clock.rows) / 60:.1f} |")
    file = PROJECT / "CONTRIBUTING.md"
    text = file.read_text(encoding="utf-8")
    assert BLOCK.search(text)
    file.write_text(BLOCK.sub(lambda found: found[1] + "\n".join(lines) + "\n" + found[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()

"""An officer's whole way: signs in, sets up codes, and signs in again with one; on a phone, by day and by night."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations_everywhere
from tests.browser.conftest import PASSWORD, sign_in
from tests.sign_in.officers import code_now

pytestmark = pytest.mark.xdist_group("browser")

NAME = "demo-navigator"


@pytest.fixture
def officer(new_context):
    return new_context(viewport={"width": 360, "height": 740}).new_page()


def looks_right(page):
    """Nothing for axe to mend, and nothing to scroll for sideways on a phone."""
    assert violations_everywhere(page, widths=(360,)) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_from_the_first_sign_in_to_the_second_step(officer):
    officer.goto("/sign-in/")
    looks_right(officer)
    sign_in(officer, NAME)
    officer.goto("/sign-in/factors/")
    looks_right(officer)
    officer.get_by_role("link", name="Set up one-time codes").click()
    looks_right(officer)
    secret = officer.locator("#key").inner_text().replace(" ", "")
    officer.get_by_label("The code that the app shows now").fill(code_now(secret))
    officer.get_by_role("button", name="Switch it on").click()
    expect(officer.get_by_text("You see them only now.")).to_be_visible()
    looks_right(officer)
    recovery = officer.locator(".sign-in__codes code").first.inner_text()

    officer.goto("/sign-in/out/")
    officer.get_by_role("button", name="Sign out").click()
    expect(officer.get_by_text("You are signed out.")).to_be_visible()
    officer.get_by_label("Username").fill(NAME)
    officer.locator("#id_password").fill(PASSWORD)
    officer.get_by_role("button", name="Sign in", exact=True).click()
    expect(officer.get_by_role("heading", name="Your second step")).to_be_visible()
    looks_right(officer)
    officer.get_by_label("Code").fill("000000")
    officer.get_by_role("button", name="Sign in", exact=True).click()
    expect(officer.get_by_role("alert")).to_contain_text("That code is not right.")
    officer.get_by_label("Code").fill(recovery)
    officer.get_by_role("button", name="Sign in", exact=True).click()
    officer.wait_for_url(re.compile("/cms/$"))

    officer.goto("/sign-in/factors/codes/remove/")
    officer.get_by_role("button", name="Remove them").click()
    expect(officer.get_by_text("One-time codes are removed.")).to_be_visible()


def test_a_passkey_of_the_browser_opens_too(officer):
    """Chromium plays the key."""
    session = officer.context.new_cdp_session(officer)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    ready = {"isUserVerified": True, "automaticPresenceSimulation": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options | ready})
    sign_in(officer, NAME)
    officer.goto("/sign-in/factors/passkeys/add/")
    looks_right(officer)
    officer.get_by_label("A name for it").fill("My phone")
    officer.get_by_label("Sign in with it alone").check()
    officer.get_by_role("button", name="Add it").click()
    expect(officer.get_by_text("You see them only now.")).to_be_visible()

    officer.goto("/sign-in/out/")
    officer.get_by_role("button", name="Sign out").click()
    officer.get_by_role("button", name="Sign in with a passkey").click()
    officer.wait_for_url(re.compile("/cms/$"))

    officer.goto("/sign-in/factors/passkeys/")
    looks_right(officer)
    officer.get_by_role("link", name="Remove My phone").click()
    officer.get_by_role("button", name="Remove it").click()
    officer.goto("/sign-in/factors/")
    expect(officer.get_by_role("heading", name="Recovery codes")).to_have_count(0)


def test_what_went_wrong_takes_the_focus(officer):
    officer.goto("/sign-in/")
    officer.get_by_label("Username").fill("nobody")
    officer.locator("#id_password").fill("wrong")
    officer.get_by_role("button", name="Sign in", exact=True).click()

    expect(officer.get_by_role("alert")).to_be_focused()
    looks_right(officer)

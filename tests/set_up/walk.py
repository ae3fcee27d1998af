"""The set-up of a council as somebody does it who has a keyboard only: shared by the browser's test and `run.py`."""

import re
import subprocess

COUNCIL = {
    "name": "Barnfield Borough Council",
    "short name": "Barnfield Council",
    "area": "Barnfield",
    "colour too light": "#0b7a75",
    "colour": "#09605c",
    "phone": "01234 567 321",
    "web address": "barnfield.gov.uk/kinship",
}
PASSWORD = "green lorries sing softly"
MOST_STOPS = 150
LOOK_AGAIN = 2_000  # milliseconds
PATIENCE = 180_000  # milliseconds: the first officer's desk is worked out from nothing, beside papers that are made


class Keyboard:
    """A page, and a hand on its keyboard."""

    def __init__(self, page):
        self.page = page

    def reach(self, target):
        """Goes from one stop to the next until this one has the focus."""
        for _stop in range(MOST_STOPS):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The keyboard does not reach {target}")

    def type(self, label, words):
        """Types into the field that is called so, in place of what stands there."""
        self.reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def press(self, name):
        """Presses the button that is called so."""
        self.reach(self.page.get_by_role("button", name=name))
        self.page.keyboard.press("Enter")

    def follow(self, name):
        self.reach(self.page.get_by_role("link", name=name))
        self.page.keyboard.press("Enter")


def walk(page, link, look):
    """From the link of the set-up to its end. `look` is called on every screen, with its name."""
    hand = Keyboard(page)
    page.set_default_timeout(PATIENCE)
    page.goto(link)
    look("link")
    hand.press(re.compile("^(Begin|Go on here)$"))
    your_council(hand, look)
    who_answers(hand, look)
    at_night(hand, look)
    days_and_paper(hand, look)
    who_works_here(hand, look)
    your_log_in(hand, look)
    arrive(hand, "Your offer is not open yet")
    look("in-the-way")


def arrive(hand, heading):
    hand.page.get_by_role("heading", level=1, name=heading).wait_for()


def your_council(hand, look):
    arrive(hand, "Who you are, and your colour")
    hand.type("Council’s full name", COUNCIL["name"])
    hand.type("Short name", COUNCIL["short name"])
    hand.type("The place", COUNCIL["area"])
    hand.type("Your colour", COUNCIL["colour too light"])
    hand.page.get_by_text("A little darker, and it passes.").wait_for()
    look("your-council")
    hand.press(f"Use {COUNCIL['colour']}")
    hand.page.get_by_text("It reads well.").wait_for()
    hand.press("Save, and go on: Who answers")


def who_answers(hand, look):
    arrive(hand, "Whom carers ring, and when")
    hand.type("What the people who answer are called", "Barnfield Navigators")
    hand.type("Their number", COUNCIL["phone"])
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday"):
        hand.type(day, "9am to 5pm")
    hand.type("Friday", "09:00-12:30, 13:30-16:00")
    look("who-answers")
    hand.press("Save, and go on: At night")


def at_night(hand, look):
    arrive(hand, "Who to ring when you are closed")
    national = hand.page.get_by_role("checkbox", name=re.compile("^Worried about a child"))
    if national.count():  # the council's own line stands in its place
        hand.reach(national)
        hand.page.keyboard.press("Space")
    hand.type("A short question", "Worried about a child at night?")
    hand.type("Who answers", "Emergency duty team")
    hand.type("Their number", "01234 567 322")
    hand.type("When they answer", "Every night, 5pm to 9am")
    look("at-night")
    hand.press("Save, and go on: Days and paper")


def days_and_paper(hand, look):
    arrive(hand, "Your address on paper, and your days")
    hand.type("Short web address for paper", COUNCIL["web address"])
    look("days-and-paper")
    hand.press("Save, and go on: Who works here")


def who_works_here(hand, look):
    arrive(hand, "Who answers for the offer")
    hand.type("Post of the kinship lead", "Service Manager, Kinship")
    hand.reach(hand.page.get_by_label("E-mail at work", exact=True).first)
    hand.page.keyboard.type("lead@barnfield.example")
    look("who-works-here")
    hand.press("Save, and go on: Your log-in")


def your_log_in(hand, look):
    arrive(hand, "Your own log-in")
    hand.type("First name", "Robin")
    hand.type("Last name", "Testperson")
    hand.type("Your e-mail at work", "robin@barnfield.example")
    hand.type("Username", "robin")
    hand.type("Password", PASSWORD)
    hand.type("The password once more", PASSWORD)
    look("your-log-in")
    hand.press("Finish the set-up")


def see_the_offer(page):
    """What a reader gets who comes to the site that was set up."""
    page.goto("/")
    assert page.locator(f"a[href='tel:{COUNCIL['phone'].replace(' ', '')}']").first.is_visible()
    assert COUNCIL["name"] in page.locator("footer").inner_text()
    assert page.locator(f"link[href='/brand-{COUNCIL['colour'].removeprefix('#')}.css']").count() == 1
    assert page.locator(".button").first.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(9, 96, 92)"


def see_the_leaflet(file):
    """What its paper says."""
    done = subprocess.run(["pdftotext", "-layout", str(file), "-"], stdout=subprocess.PIPE, check=True)
    words = "".join(done.stdout.decode().split())  # an address may go over two lines
    assert COUNCIL["phone"].replace(" ", "") in words
    assert COUNCIL["web address"] in words


def open_it(page, look):
    """From the end of the set-up to an open offer, as soon as its papers are made and nothing is in the way."""
    hand = Keyboard(page)
    button = page.get_by_role("button", name="Open the offer to readers")
    for _look_again in range(PATIENCE // LOOK_AGAIN):
        if button.count():
            break
        page.wait_for_timeout(LOOK_AGAIN)
        hand.follow("Look again")
        arrive(hand, "Your offer is not open yet")
    look("open-the-site")
    hand.press("Open the offer to readers")
    page.wait_for_url(re.compile("/cms/$"))

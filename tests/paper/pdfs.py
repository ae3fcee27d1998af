"""Reads PDFs as the tests need them: where words stand, and in which order they are read."""

import re
import subprocess
from itertools import takewhile

from pages.content.section import Icon
from pages.council.model import UrgentHelp
from pages.paper.leaflet.model import LeafletEntry
from tests import factories

MM_PER_POINT = 25.4 / 72
WORD = re.compile(r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>')
STEPS = ["Ring a Navigator.", "Tell the school and the doctor.", "Claim Child Benefit."]


def make_full_leaflet(home, **fields):
    """A leaflet with something on every panel: sections inside, steps on the flap and on the right."""
    page = factories.make_leaflet_page(home, **fields)
    help_section = factories.make_section(home, title="Health", search_description="Doctors and keeping well.")
    steps = [("steps", {"heading": "", "steps": [{"lead": lead, "text": ""} for lead in STEPS]})]
    first_days = factories.make_guide(help_section, title="The first days", body=steps)
    add_entry(page, "flap", first_days, "steps")
    for panel, title, icon in [
        ("inside-left", "Groups", Icon.PEOPLE),
        ("inside-left", "Money", Icon.WALLET),
        ("inside-right", "Young people", Icon.STAR),
    ]:
        summary = f"What there is about {title.lower()}."
        add_entry(page, panel, factories.make_section(home, title=title, icon=icon, search_description=summary))
    add_entry(page, "inside-middle", help_section)
    return page


def add_entry(leaflet, panel, page, show="summary"):
    order = leaflet.entries.count()
    return LeafletEntry.objects.create(leaflet=leaflet, panel=panel, page=page, show=show, sort_order=order)


def overfill(leaflet, home, panel="inside-left", entries=8):
    """Puts more on a panel than it can hold."""
    for _number in range(entries):
        summary = "A long summary that says many things about help for families and how to get it, at length."
        add_entry(leaflet, panel, factories.make_section(home, search_description=summary))


def add_urgent_help(council, words="Is someone in danger now?", phone="999"):
    contact = factories.make_contact(name="Emergency", phone=phone)
    return UrgentHelp.objects.create(settings=council, words=words, contact=contact)


def words_on(path, page):
    """The words of a page with their place in mm: (left, top, right, bottom, word)."""
    out = _run("pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(path), "-")
    return [(*(float(side) * MM_PER_POINT for side in match[:4]), match[4]) for match in WORD.findall(out)]


def outside(path):
    """Words that pass an edge of their page, each with its page."""
    pages = _run("pdftotext", "-bbox", str(path), "-").split("<page ")[1:]
    return [(number, word) for number, page in enumerate(pages, 1) for word in _outside(page)]


def _outside(page):
    width, height = (float(side) for side in re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
    for left, top, right, bottom, word in WORD.findall(page):
        if float(left) < 0 or float(top) < 0 or float(right) > width or float(bottom) > height:
            yield word


def crossings(path):
    """Pairs of words that are printed over one another, each with its page. Lines may touch; a third is too much."""
    pages = _run("pdftotext", "-bbox", str(path), "-").split("<page ")[1:]
    return [(number, *pair) for number, page in enumerate(pages, 1) for pair in _crossings_on(page)]


def _crossings_on(page):
    words = [(*(float(side) for side in match[:4]), match[4]) for match in WORD.findall(page)]
    words.sort(key=lambda word: word[1])
    for number, one in enumerate(words):
        for other in takewhile(lambda word, end=one[3]: word[1] < end, words[number + 1 :]):
            if _cross(one, other):
                yield one[4], other[4]


def _cross(one, other):
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and down > min(one[3] - one[1], other[3] - other[1]) / 3


def read_aloud(path):
    """The text in the order of the structure tree, as a screen reader meets it, in one line."""
    lines = re.findall(r'"(.*)"', _run("pdfinfo", "-struct-text", str(path)))
    return " ".join(" ".join(lines).split())


def headings_of(path):
    """The level and the words of each heading, in the order of the structure tree."""
    lines = _run("pdfinfo", "-struct-text", str(path)).splitlines()
    headings, depth = [], None
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if heading := re.fullmatch(r"\s*H([1-6]) \(block\):?", line):
            headings.append((int(heading[1]), []))
            depth = indent
        elif depth is not None and indent <= depth:
            depth = None
        elif depth is not None and (words := re.fullmatch(r'\s*"(.*)"', line)):
            headings[-1][1].append(words[1])
    return [(level, " ".join("".join(words).split())) for level, words in headings]


def text_of(path):
    return " ".join(_run("pdftotext", "-layout", str(path), "-").split())


def words_of(path):
    """The text as it was drawn, in one line. Of a long paper it comes much sooner than read aloud."""
    return " ".join(_run("pdftotext", "-raw", str(path), "-").split())


def _run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout

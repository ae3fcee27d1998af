"""axe as all tests run it: which rules, and what is another by night."""

from axe_playwright_python.base import AXE_SCRIPT

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEVELS = {"AA": RULES, "AAA": ["wcag2aaa", "wcag22aaa"]}
# A page is the same by night but for its colours, and everything else has been tried by day.
ONLY = {"light": RULES, "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# Of what axe can fetch beforehand our rules ask for sound only: it need not read every style sheet once more.
LEAN = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}, "iframes": False}
# Only elements that break a rule come back: what axe says about all others is megabytes. It looks from the top of the
# page: further down a link may lie half under the bar that stays in reach, and would be too small.
RUN = """async ([exclude, options]) => {
  const top = scrollY;
  scrollTo({ top: 0, behavior: "instant" });
  const { violations } = await axe.run(exclude.length ? { exclude } : document, options);
  scrollTo({ top, behavior: "instant" });
  return Object.fromEntries(violations.map((rule) => [rule.id, rule.nodes.map((node) => node.target)]));
}"""
# Elsewhere than on pages for readers colours fade into one another, on a busy machine for longer than it seems.
UNFADED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::before, ::after { transition: none !important; }");
  document.adoptedStyleSheets.push(sheet);
}"""


def violations(page, scheme="light", exclude=()):
    """What axe finds on the screen that is open: the elements, by the rule that they break."""
    return broken(page, ONLY[scheme], exclude)


def broken(page, rules, exclude=()):
    """What breaks one of these rules, named or by their tags: the elements, by the rule."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(RUN, [list(exclude), LEAN | {"runOnly": rules}])


def violations_everywhere(page, widths=(1280,), exclude=()):
    """What axe finds on the screen that is open, in windows of these widths, by day and by night."""
    page.evaluate(UNFADED)
    found = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ONLY:
            page.emulate_media(color_scheme=scheme)
            for rule, elements in violations(page, scheme, exclude).items():
                found[width, scheme, rule] = elements
    return found

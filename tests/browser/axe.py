"""axe as all tests run it: which rules, and what is another by night."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A page is the same by night but for its colours, and everything else has been tried by day.
ONLY = {"light": RULES, "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def violations(page, scheme="light", exclude=()):
    """What axe finds on the screen that is open: the elements, by the rule that they break."""
    context = {"exclude": list(exclude)} if exclude else None
    options = {"runOnly": ONLY[scheme], "resultTypes": ["violations"]}
    rules = Axe().run(page, context=context, options=options).response["violations"]
    return {rule["id"]: [node["target"] for node in rule["nodes"]] for rule in rules}

"""Counts the breaks that the tests find, and holds the list of those they don't: `python -m tests.mutants [part]`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from .run import Runner

LEAST_FOUND = 0.9
SURVIVORS = Path(__file__).with_name("survivors.txt")
# The rules that are broken, each with the tests that should find it.
TESTS = {
    "pages/finder/rules.py": ("tests/finder/test_rules.py", "tests/finder/test_edges.py"),
    "pages/finder/pairs.py": ("tests/finder/test_rules.py", "tests/finder/test_edges.py"),
    "pages/finder/answer.py": ("tests/finder/test_answer.py",),
    "pages/finder/address.py": ("tests/finder/test_address.py",),
    "pages/core/opening.py": ("tests/council/test_opening.py",),
    "pages/core/opening_words.py": ("tests/council/test_opening.py",),
    "pages/dated_facts/amounts.py": ("tests/money/test_amounts.py", "tests/money/test_money.py"),
    "pages/dated_facts/model.py": ("tests/money/test_amounts.py", "tests/money/test_money.py"),
    "pages/heard/scrub.py": ("tests/heard/test_scrub.py",),
    "pages/paper/leaflet/layout.py": ("tests/paper/test_leaflet_fit.py",),
}


def main(only: str = "") -> int:
    """The exit code: 1 when too few breaks are found, or one that is not found has no reason in the list."""
    tests = {module: files for module, files in TESTS.items() if only in module or only.startswith(module)}
    runner = Runner(tests, only)
    files = sorted({file for files in tests.values() for file in files})
    code = pytest.main(["-q", *files], plugins=[runner])
    if code not in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
        return int(code)
    return _report(runner, only)


def _report(runner: Runner, only: str) -> int:
    reasons = dict(line.rsplit(" # ", 1) for line in SURVIVORS.read_text(encoding="utf-8").splitlines() if line)
    survivors = {broken.key for broken in runner.survivors}
    unexplained = sorted(survivors - set(reasons))
    found = sorted({broken.key for broken in runner.found} & set(reasons) - survivors)
    total = len(runner.found) + len(runner.survivors)
    share = len(runner.found) / max(1, total)
    for key in unexplained:
        print(f"No reason is given in {SURVIVORS.name}: {key}")
    for key in found:
        print(f"Stands in {SURVIVORS.name} but is found: {key}")
    print(f"{datetime.now(UTC):%-d %B %Y}: {len(runner.found)} of {total} breaks were found, {share:.1%}.")
    return int(share < LEAST_FOUND or bool(unexplained) or bool(found))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

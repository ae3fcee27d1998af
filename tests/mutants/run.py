"""Runs the tests of each rule against each of its breaks, in a process of its own that is forked off after set-up."""

import os
import resource
import signal
import time
from pathlib import Path

import pytest
from _pytest.runner import runtestprotocol

from .breaks import Break, breaks_of
from .place import put_in_place

MEMORY = 4 * 1024**3
LEAST_SECONDS, TIMES_AS_LONG = 10, 4


class Runner:
    """A plugin of pytest: what is collected is run once unbroken, then against every break of the rules it is for.

    `tests` are the test files of each module. Set-up and collection are paid for once. A break lives in the memory
    of a forked process only, so that no file is ever changed.
    """

    def __init__(self, tests: dict[str, tuple[str, ...]], only: str = ""):
        self.tests = tests
        self.only = only
        self.found: list[Break] = []
        self.survivors: list[Break] = []

    def pytest_configure(self) -> None:
        """The same examples each time, and no search for the smallest: that a test fails is all that counts."""
        from hypothesis import Phase, settings  # Here, for pytest wants to be the first to import it.

        settings.register_profile(
            "mutants", derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate]
        )
        settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        tell = session.config.pluginmanager.get_plugin("terminalreporter").write_line
        for module, files in self.tests.items():
            root = session.config.rootpath
            items = _quickest_first([item for item in session.items if str(item.path.relative_to(root)) in files])
            for broken in breaks_of(Path(module)):
                if self.only in broken.key:
                    is_found = _is_found(broken, items, session)
                    (self.found if is_found else self.survivors).append(broken)
                    if not is_found:
                        tell(f"{broken.path}:{broken.line}: not found: {broken.place}: {broken.change}")
        return True


def _quickest_first(items: list[pytest.Item]) -> list[tuple[pytest.Item, float]]:
    """The tests, run once on the unbroken rules, each with the seconds it takes."""
    timed = []
    for item in items:
        begun = time.monotonic()
        failure = _failure([item], item.session)
        if failure:
            pytest.exit(f"{failure} fails without any break.", returncode=2)
        timed.append((item, time.monotonic() - begun))
    return sorted(timed, key=lambda pair: pair[1])


def _is_found(broken: Break, timed: list[tuple[pytest.Item, float]], session: pytest.Session) -> bool:
    """True when a test fails, or when they take so long that somebody would see it."""
    seconds = LEAST_SECONDS + TIMES_AS_LONG * sum(seconds for _item, seconds in timed)
    process = os.fork()
    if process == 0:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            put_in_place(broken)
            found = bool(_failure([item for item, _seconds in timed], session))
        except BaseException:  # noqa: BLE001 (a break that ends the process is found too)
            found = True
        os._exit(found)
    return os.waitpid(process, 0)[1] != 0


def _failure(items: list[pytest.Item], session: pytest.Session) -> str:
    """The name of the first test that fails. What lasts for the whole session is left standing for the next run."""
    for item, after in zip(items, [*items[1:], session], strict=True):
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=after)):
            return item.nodeid
    return ""

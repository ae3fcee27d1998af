"""The processes behind `manage.py work`: one for each queue, started again when it ends.

Each is a copy of this one, so it starts at once and gives its memory back when it ends, as that for paper does after
each print. They hold the reading end of a pipe: when this process stops or is killed, the other end is gone, and they
end too.
"""

import logging
import multiprocessing
import os
import select
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.context import ForkProcess

from django.db import connections

from .worker import QUEUES, work_off

logger = logging.getLogger(__name__)

SIGNALS = (signal.SIGINT, signal.SIGTERM)
GRACE = 10  # seconds to the end of a task under way when all is to stop; what needs longer is done anew after a start
REST = 5  # seconds before a process that failed is started again


def run() -> None:
    """Works until it is told to stop, by Ctrl+C or SIGTERM."""
    reading, writing = os.pipe()
    with _told_by_signals() as told:
        processes = {name: _start(name, reading, writing) for name in QUEUES}
        while not told:
            wait([process.sentinel for process in processes.values()], timeout=1)
            for name, process in processes.items():
                if not told and not process.is_alive():
                    _rest_after(process)
                    processes[name] = _start(name, reading, writing)
    os.close(writing)
    _end(list(processes.values()))
    os.close(reading)


def _start(name: str, reading: int, writing: int) -> ForkProcess:
    connections.close_all()  # a connection can't be shared by two processes
    process = multiprocessing.get_context("fork").Process(target=_work, args=(name, reading, writing), name=name)
    process.start()
    return process


def _work(name: str, reading: int, writing: int) -> None:
    """What a copy does. Signals are for its parent."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    os.close(writing)
    most, begin = QUEUES[name]
    if begin:
        begin()
    try:
        work_off(name, most, lambda seconds: bool(select.select([reading], [], [], seconds)[0]))
    except Exception as error:  # noqa: BLE001 (it is started again, when the database may be back)
        logger.error("The worker of the queue %s gave up: %s.", name, type(error).__name__)
        os._exit(1)


def _rest_after(process: ForkProcess) -> None:
    if process.exitcode:
        logger.error("The worker of the queue %s ended with %s.", process.name, process.exitcode)
        time.sleep(REST)


def _end(processes: list[ForkProcess]) -> None:
    end = time.monotonic() + GRACE
    for process in processes:
        process.join(max(0.0, end - time.monotonic()))
        if process.is_alive():
            process.kill()
            process.join()


@contextmanager
def _told_by_signals() -> Iterator[list[int]]:
    told: list[int] = []
    before = {number: signal.signal(number, lambda number, frame: told.append(number)) for number in SIGNALS}
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

import threading
from collections.abc import Callable
from concurrent.futures import Future


def in_time(ask: Callable[[], None], seconds: float) -> None:
    """Asks in a thread that is left behind after so many seconds: TimeoutError.

    A server's own limit is for each read: one that sends a byte now and then would keep us for ever.
    """
    answer: Future[None] = Future()

    def run() -> None:
        try:
            ask()
        except Exception as error:  # noqa: BLE001 (it is raised where it is waited for)
            answer.set_exception(error)
        else:
            answer.set_result(None)

    threading.Thread(target=run, daemon=True).start()
    answer.result(seconds)

"""How the site is served: `gunicorn kinship_offer.wsgi` in this folder reads it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from gunicorn.arbiter import Arbiter
from gunicorn.config import Config
from gunicorn.glogging import Logger
from gunicorn.workers.base import Worker

from kinship_offer import env, memory, start
from kinship_offer.logs import NOT_OURS, TYPED, WithoutSecrets, without_secrets

# The command line goes before.
try:
    workers = env.workers()
except ImproperlyConfigured as error:
    start.refuse(str(error))
threads = 4
# What laying paper out leaves in memory goes back when a worker is replaced: after so many requests, never all of them
# at once, or when one has so many bytes more than it began with. A pack of twenty pages leaves about 100 MB.
max_requests, max_requests_jitter = 2000, 400
MOST_MEMORY_MORE = 120 * 2**20
# A worker whose main loop is stuck is replaced. A request may take longer: its thread is not the main loop.
timeout, graceful_timeout = 60, 30
# Longer than a proxy's pause between two of a page's files, shorter than its patience with a connection it keeps.
keepalive = 5
# Waiting connections take no thread, but memory.
worker_connections = 200
# What no browser exceeds on this site; a form's own content has its limit in Django.
limit_request_line, limit_request_fields, limit_request_field_size = 4094, 50, 8190
# The place of the site is set by SITE_URL. A header of that name comes from a visitor, though a proxy of ours hands it
# on; and no header is taken for another because one has a hyphen where the other has an underscore.
forwarder_headers = ""
header_map = "drop"
control_socket_disable = True


def on_starting(server: Arbiter) -> None:
    """Asks once, in a process of its own: this one starts workers, which must find nothing loaded or connected."""
    environment = os.environ | {"WEB_CONCURRENCY": str(server.cfg.workers), "WEB_CONCURRENCY_FILE": ""}
    environment[start.HAS_CERTIFICATE] = "1" if server.cfg.certfile else "0"
    asked = [sys.executable, "-m", start.__name__]
    done = subprocess.run(asked, cwd=Path(__file__).parent, env=environment, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    os.environ[start.ASKED] = "1"


def post_worker_init(worker: Worker) -> None:
    """Has the search's index made at once, behind the requests. What it imports needs Django set up."""
    from pages.search import behind

    worker.began_with = memory.held()
    behind.begin()


def post_request(worker: Worker, request: object, environ: object, response: object) -> None:
    """Has a worker that grew replaced as gunicorn does after `max_requests`: what it is at is finished first."""
    if worker.alive and memory.held() > worker.began_with + MOST_MEMORY_MORE:
        worker.alive = False


# Time, method and path, status, size, milliseconds. Gunicorn's own has the query, the referrer and the address too.
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(b)s %(M)s'


class QuietLogger(Logger):
    """Leaves out of what the server writes down the secrets that stand in paths, and paths that are not ours."""

    def setup(self, cfg: Config) -> None:
        super().setup(cfg)
        self.error_log.addFilter(WithoutSecrets())

    def atoms(self, *args: Any) -> dict[str, Any]:
        values = super().atoms(*args)
        if values["s"] in map(str, NOT_OURS):
            values |= {"U": TYPED, "r": TYPED}
        return {name: without_secrets(value) if isinstance(value, str) else value for name, value in values.items()}


logger_class = QuietLogger

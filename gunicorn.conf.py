"""What the web server writes down, wherever it is started: never what somebody searched for, answered, or may open."""

from typing import Any

from gunicorn.config import Config
from gunicorn.glogging import Logger

from kinship_offer.logs import WithoutSecrets, without_secrets

# Time, method and path, status, size, milliseconds. Gunicorn's own has the query, the referrer and the address too.
access_log_format = '%(t)s "%(m)s %(U)s" %(s)s %(b)s %(M)s'


class QuietLogger(Logger):
    """Leaves out the secrets that stand in paths."""

    def setup(self, cfg: Config) -> None:
        super().setup(cfg)
        self.error_log.addFilter(WithoutSecrets())

    def atoms(self, *args: Any) -> dict[str, Any]:
        values = super().atoms(*args)
        return {name: without_secrets(value) if isinstance(value, str) else value for name, value in values.items()}


logger_class = QuietLogger

"""Asks, before the site is served, whether it can be right: `python -m kinship_offer.start`.

What can't be right is refused, with what to do about it; what only may be wrong is said.
`manage.py check --deploy` says the same, and more.
"""

import os
import sys
from typing import NoReturn

import django
from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured

from kinship_offer.postgresql.limits import serve_requests

# Set in the environment of workers whose server has asked for all of them.
ASKED = "KINSHIP_START_ASKED"
# Set by a server that knows: "1" if it brings https itself, "0" if a proxy must.
HAS_CERTIFICATE = "KINSHIP_HAS_CERTIFICATE"
TAG = "start"
# What gunicorn takes from a worker as: start no other in its place.
GIVE_UP = 3


def refuse_what_cannot_be_right() -> None:
    """Ends the process where the site could not serve. With DEBUG somebody is building it, and sees for themselves."""
    if settings.DEBUG:
        return
    messages = checks.run_checks() + checks.run_checks(tags=[TAG], include_deployment_checks=True)
    wrong = list(dict.fromkeys(str(message.msg) for message in messages if message.is_serious()))
    if wrong:
        refuse(*wrong)
    for message in messages:
        if message.level >= checks.WARNING and not message.is_silenced():
            print(f"Please look at this: {message.msg}", file=sys.stderr, flush=True)


def refuse(*troubles: str) -> NoReturn:
    print("The site is not started:", *(f"- {trouble}" for trouble in troubles), sep="\n", file=sys.stderr, flush=True)
    sys.exit(GIVE_UP)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinship_offer.settings")
    os.umask(0o077)
    serve_requests()  # whoever starts the site waits no longer than its visitors would
    try:
        django.setup()
        refuse_what_cannot_be_right()
    except ImproperlyConfigured as error:
        refuse(str(error))


if __name__ == "__main__":
    main()

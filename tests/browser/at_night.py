"""The served site as it is at two in the coming night: `gunicorn tests.browser.at_night`."""

import datetime
from zoneinfo import ZoneInfo

import time_machine

NOW = datetime.datetime.now(ZoneInfo("Europe/London"))
TWO_AT_NIGHT = NOW.replace(hour=2, minute=0, second=0) + datetime.timedelta(days=1)
time_machine.travel(TWO_AT_NIGHT, tick=True).start()

from kinship_offer.wsgi import application  # noqa: E402, F401 (what it loads finds the clock as it is from here on)

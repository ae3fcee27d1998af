"""The duty that these tests are about, who looks at it, and how it stands."""

import re

from django.test import Client
from django.utils import timezone

from pages.core.vocabulary import Duty
from pages.duties.duty_map import rows_on
from tests.cms import make_officer

LAW = "/how-we-meet-the-law/"
LEGAL = Duty.GUIDANCE_LEGAL.value


def officer(role):
    client = Client()
    client.force_login(make_officer(role))
    return client


def row(name=LEGAL, day=None):
    return next(row for row in rows_on(day or timezone.localdate()) if row.item.name == name)


def part(html, name=LEGAL):
    """What the public page says of one item."""
    return re.search(rf'<li class="duty duty--\w+" id="{name}">.*?(?=<li class="duty duty--|</ol>)', html, re.DOTALL)[0]


def published(page, **fields):
    page = page.specific
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()

"""Drafts on their way to somebody who signs them off."""

import datetime
import hashlib

from django.utils import timezone
from wagtail.models import Page

from pages import sign_off as sign_offs
from tests import factories


def make_draft(page, **fields):
    """Saves a draft under a page, as its editor would."""
    page = page.specific
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    return Page.objects.get(pk=page.pk)


def make_new_draft(parent, **fields):
    """A page that no reader has seen yet."""
    page = factories.make_guide(parent, **{"live": False} | fields)
    return make_draft(page)


def send(*pages, user=None, **fields):
    """Sends the drafts of these pages; gives the sign-off and the address that opens it."""
    now = timezone.now()
    details = {
        "role": "Solicitor",
        "name": "Sol Testperson",
        "email": "",
        "note": "",
        "form_key": hashlib.sha256(f"{now.timestamp()} {fields}".encode()).hexdigest(),
        "expires_at": now + datetime.timedelta(days=14),
    } | fields
    drafts = [sign_offs.draft_of(Page.objects.get(pk=page.pk)) for page in pages]
    sign_off, secret = sign_offs.send(details, drafts, user, now)
    return sign_off, f"/sign-off/{secret}/"

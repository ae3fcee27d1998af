"""What a council's site has after some weeks of use, for a backup to bring back."""

import datetime
from pathlib import Path

from django.contrib.sessions.backends.db import SessionStore
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Page

from pages.content.guide import GuidePage
from pages.content.policy import Policy
from pages.core.content_version import ContentVersion
from pages.council.model import CouncilSettings
from pages.council.roles import KINSHIP_LEAD, NAVIGATORS
from pages.heard.closing import Closing
from pages.heard.comment import Comment
from pages.paper.model import Paper, PaperFormat
from pages.ring_back.model import Callback
from pages.visits.model import DailyCount
from tests import factories
from tests.cms import make_officer
from tests.sign_off.drafts import make_draft, send

MOMENT = datetime.datetime(2026, 11, 2, 9, 30, 1, 123456, tzinfo=datetime.UTC)
PDF = b"%PDF-1.7\x00" + bytes(range(256)) * 40


def fill() -> None:
    """Officers, requests, comments, sign-off, pictures, drafts; and papers where the site has none of its own."""
    lead, navigator = make_officer(KINSHIP_LEAD), make_officer(NAVIGATORS)
    closing = _make_closing(by=lead, at=MOMENT)
    Comment.objects.create(text="More “groups”, please — ☎\n", key="a", closing=closing, day=MOMENT.date())
    Comment.objects.create(text="", key="b", day=MOMENT.date())
    Callback.objects.create(name="Gran Testperson", phone="01632 960 555", request_key="a", asked_at=MOMENT)
    reached = {
        "way": "text",
        "language": "اردو",
        "asked_by": "young-person",
        "keep_safe": "Text first\n",
        "if_seen": "say",
    }
    answered = {"answered_by": navigator, "answered_at": timezone.now()}
    Callback.objects.create(name="Robin", about_whom="home", request_key="b", **reached, **answered)
    factories.make_fact()
    _use_files(lead)
    _write_drafts(lead)
    _forget_the_last_key()
    DailyCount.objects.create(day=MOMENT.date(), what="page", page=9_000_000_000, count=3)
    for form in set(PaperFormat) - set(Paper.objects.printed().values_list("format", flat=True)):
        Paper.objects.update_or_create(format=form, defaults={"pdf": PDF + form.value.encode(), "made_at": MOMENT})
    session = SessionStore()
    session["officer"] = lead.pk
    session.create()
    ContentVersion.bump()


def _use_files(lead):
    CouncilSettings.objects.update(logo=factories.make_image(title="Logo", uploaded_by_user=lead))
    Policy.objects.filter(pk=Policy.objects.first().pk).update(document=factories.make_document(), url="")
    Path(factories.make_document(file=ContentFile(b"%PDF", name="lost.pdf")).file.path).unlink()


def _write_drafts(lead):
    guide = GuidePage.objects.live().first()
    draft = make_draft(guide, title="Another title")
    send(draft, user=lead)
    Page.objects.filter(pk=guide.pk).update(locked=True, locked_by=lead, locked_at=MOMENT)


def _forget_the_last_key():
    """A row that had the highest key and is no more: its key must not be given out again."""
    _make_closing().delete()


def _make_closing(**fields):
    values = {"told_by": "comment", "how": "page", "label": "Beds", "sentence": "Done.", "count": 1}
    return Closing.objects.create(**values | fields)

"""Nothing that is remembered outlives a change of what it was worked out from."""

import datetime
import uuid

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.models import Page, PageViewRestriction

from pages.core.content_version import ContentVersion
from pages.core.law_change import LawChange
from pages.core.offer_version import OfferVersion
from pages.core.remembered import REMEMBERED
from pages.groups.meeting_dates import CancelledMeeting
from pages.groups.model import GroupPage
from pages.heard.have_your_say import HaveYourSayPage
from pages.set_up.model import SetUp
from pages.urgent_notice.model import UrgentNotice
from tests import factories
from tests.consultation.making import make_consultation

# What is written with a page or a change that is announced itself, never by its own.
FOLLOWS = {"contenttypes.ContentType", "pages.ContentVersion", "pages.ShortCode", "taggit.Tag", "taggit.TaggedItem"}
FOLLOWS |= {
    "pages.FollowedGroup",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Locale",
    "wagtailcore.PageLogEntry",
    "wagtailcore.Collection",
    "wagtailcore.Revision",
}


@pytest.fixture(autouse=True)
def some_of_everything(rotherham_loaded):
    """The offer, and the first version of it that a publishing began."""
    report = factories.make_report(HaveYourSayPage.objects.get())
    version = OfferVersion.objects.create(number=2, day=datetime.date(2026, 11, 22), consultation_report=report)
    version.changes.create(page=report, title="Money", sentence="More of it.")
    factories.make_policy(title="A paper", url="", document=factories.make_document())
    factories.make_image()
    CancelledMeeting.objects.create(group=GroupPage.objects.first(), date=version.day)
    SetUp.objects.create(opened_at=timezone.now())
    LawChange.objects.create(day=version.day, title="Money", sentence="The age went up.")
    make_consultation()
    PageViewRestriction.objects.create(page=report, restriction_type=PageViewRestriction.LOGIN)


def models_read() -> set[type]:
    """The models whose tables stand in a query of any remembered function."""
    with CaptureQueriesContext(connection) as queries:
        for function in REMEMBERED:
            function(uuid.uuid4())
    text = " ".join(query["sql"] for query in queries)
    return {model for model in apps.get_models() if f'"{model._meta.db_table}"' in text}


def whole(model) -> type:
    """The model that its rows are saved with: itself, or the parent they belong to."""
    parents = [field.related_model for field in model._meta.fields if isinstance(field, ParentalKey)]
    return whole(parents[0]) if parents else model


def test_a_change_of_whatever_a_remembered_value_reads_begins_a_new_version():
    wholes = {whole(model) for model in models_read() if model._meta.label not in FOLLOWS}
    silent = []
    UrgentNotice.objects.create(text="Our line is down.", shown_until=timezone.now() + datetime.timedelta(days=1))
    for model in wholes:
        if issubclass(model, Page):
            continue  # publishing announces it: tests/publishing
        row = model.objects.first()
        assert row, f"The offer has no {model._meta.label} to save."
        before = ContentVersion.current()
        row.save()
        if ContentVersion.current() == before:
            silent.append(model._meta.label)

    assert len(wholes) > 8
    assert silent == []

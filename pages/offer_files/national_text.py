"""New national texts that wait for a person, and what becomes of them."""

import datetime

from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import Page, Revision

from .model import HowSettled, Layer, NationalText, PackRecord

A_MOMENT = datetime.timedelta(microseconds=1)


def record_of(page: Page) -> PackRecord | None:
    """What was loaded of a national page; nothing for a page of the council's own."""
    if not page.layer:
        return None
    return PackRecord.objects.filter(layer=page.layer, object_key=page.pk, key__startswith="pages/").first()


def version_of(layer: str) -> str:
    """The version of a layer that was loaded last."""
    return Layer.objects.filter(name=layer).values_list("version", flat=True).first() or ""


def waiting_for(page: Page) -> NationalText | None:
    return NationalText.objects.filter(page_id=page.pk, settled_at=None).first()


def let_wait(page: Page, version: str) -> NationalText:
    """Keeps the page as it stands in memory, with the new national text in it, beside the page as it is on the site.

    The revision is dated before the page's latest: it is never taken for that.
    """
    settle(page, HowSettled.NEWER)
    latest = Page.objects.get(pk=page.pk).latest_revision
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        created_at=latest.created_at - A_MOMENT,
        content=page.serializable_data(),
        object_str=str(page),
    )
    return NationalText.objects.create(page_id=page.pk, layer=page.layer, version=version, revision=revision)


def settle(page: Page, how: HowSettled, user: User | None = None) -> None:
    """What waited for the page waits no more."""
    waiting = NationalText.objects.filter(page_id=page.pk, settled_at=None)
    waiting.update(settled_at=timezone.now(), how=how, settled_by=user)

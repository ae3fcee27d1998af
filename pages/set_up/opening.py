"""The moment from which readers see the offer: when the notice of the settings is switched off, here or there."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils import timezone

from pages import before_we_open
from pages.before_we_open import LooseEnd
from pages.council.model import CouncilSettings
from pages.set_up.council import council_settings
from pages.set_up.model import SetUp


class NotFitError(Exception):
    """Something that readers must not see is live still, or something that they need is not there."""


def what_is_in_the_way() -> list[LooseEnd]:
    return before_we_open.what_blocks(council_settings(), timezone.now())


def open_to_readers() -> None:
    """Opens the offer for good. Raises NotFitError while anything is in the way."""
    if what_is_in_the_way():
        raise NotFitError
    council = council_settings()
    council.demonstration_notice = False
    council.save()


@receiver(post_save, sender=CouncilSettings)
def an_offer_whose_notice_is_off_is_open(
    sender: type[CouncilSettings], instance: CouncilSettings, **kwargs: Any
) -> None:
    """Settings refuse that while anything is in the way."""
    if instance.demonstration_notice:
        return
    for set_up in SetUp.objects.filter(opened_at=None).exclude(finished_at=None):
        set_up.opened_at = timezone.now()
        set_up.link_hash = set_up.browser_hash = ""
        set_up.save()

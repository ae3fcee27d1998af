"""Forgets who the signers were, a year after their links ended."""

import datetime

from django.db.models import Q

from pages.personal_data import kept_for
from pages.personal_data.table import SIGNERS
from pages.sign_off.model import SignOff


def forget_signers(now: datetime.datetime) -> int:
    """Deletes names and e-mail addresses; roles and answers stay, for they are the council's proof."""
    old = SignOff.objects.filter(expires_at__lt=now - kept_for(SIGNERS)).exclude(Q(name="") & Q(email=""))
    return old.update(name="", email="")

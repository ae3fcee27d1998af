"""Signing in, for administrators: invitations, log-ins, and the log."""

from .account import CountedPasswordChangeForm, ways_to_sign_in
from .help import URLS as HELP
from .invitations import URLS as INVITATIONS
from .invitations import InvitationViewSet
from .report import URLS as REPORT
from .report import menu_item

URLS = [*HELP, *INVITATIONS, *REPORT]

__all__ = ["URLS", "CountedPasswordChangeForm", "InvitationViewSet", "menu_item", "ways_to_sign_in"]

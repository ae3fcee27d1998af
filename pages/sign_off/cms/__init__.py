"""Sign-off in the CMS: sending drafts to somebody without an account, and the list of what they said."""

from django.urls import path

from .acts import make_new_link, withdraw
from .buttons import send_buttons
from .history import register_log_actions
from .listing import SignOffViewSet
from .send import send

URLS = [
    path("sign-offs/send/<int:pk>/", send, name="sign-off-send"),
    path("sign-offs/<int:pk>/withdraw/", withdraw, name="sign-off-withdraw"),
    path("sign-offs/<int:pk>/new-link/", make_new_link, name="sign-off-new-link"),
]

__all__ = ["URLS", "SignOffViewSet", "register_log_actions", "send_buttons"]

"""The settings of the served site: the real ones, without what costs much and shows on no page."""

from kinship_offer.settings import *  # noqa: F403
from kinship_offer.settings import TASKS

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Each change would have the whole offer printed once more beside the tests; prepare.py puts a book there.
PRINT_OFFER_AFTER = None
# No worker stands beside this site: what comes after an answer is done with it.
TASKS["default"]["BACKEND"] = "django.tasks.backends.immediate.ImmediateBackend"
SEARCH_FOLLOWS_BEHIND = False

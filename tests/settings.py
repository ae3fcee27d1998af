"""The site's settings with only what tests need changed."""

import os
import tempfile

os.environ |= {
    "SECRET_KEY": "only-for-tests-" + "abcdefghij" * 5,
    "SITE_URL": "http://localhost:8000",
    "ALLOWED_HOSTS": "",
    "DATABASE_URL": os.environ.get("TEST_DATABASE_URL", "sqlite://:memory:"),
    "DATA_DIR": tempfile.mkdtemp(prefix="kinship-tests-"),
    "DEBUG": "0",
    "DEMONSTRATION": "0",
    "MAIL_URL": "console",
}

from kinship_offer.settings import *  # noqa: F403
from kinship_offer.settings import STATIC_ROOT, STORAGES, TASKS

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT.mkdir(parents=True)
# What comes after an answer is done with it; tests of the work behind the site have its own backend.
TASKS["default"]["BACKEND"] = "django.tasks.backends.immediate.ImmediateBackend"
PRINT_OFFER_AFTER = None
WRITE_COUNTS_AFTER = None
SEARCH_FOLLOWS_BEHIND = False  # a test sees its own changes at once

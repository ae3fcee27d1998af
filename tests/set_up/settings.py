"""The settings of a site that is set up in a browser's test: the real ones, without what costs much."""

from kinship_offer.settings import *  # noqa: F403
from kinship_offer.settings import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

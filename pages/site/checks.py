from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError

from pages.core import common_words
from pages.paper import letters
from pages.sign_in.who import DEMONSTRATION_DOMAIN


@register(Tags.security, deploy=True)
def no_demonstration_log_ins(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Says so when demonstration log-ins lie in a database that does not serve a demonstration."""
    if settings.DEMONSTRATION:
        return []
    try:
        are_there = get_user_model().objects.filter(email__endswith=DEMONSTRATION_DOMAIN).exists()
    except DatabaseError:
        return []
    hint = "They can't sign in while DEMONSTRATION is off. Delete them all the same."
    return [Warning("Demonstration log-ins are in this database.", hint=hint, id="pages.W001")] if are_there else []


@register(deploy=True)
def list_of_english_words(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Says so when there is no list of English words to know the words of a search by."""
    if common_words.is_installed():
        return []
    hint = "Install Debian's package wbritish. Until then only the offer's own words are kept of searches and answers."
    return [Warning("The list of English words is missing.", hint=hint, id="pages.W002")]


@register(deploy=True)
def letters_on_paper(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Says so when names in many languages can't be printed."""
    missing = letters.missing_packages()
    hint = f"Install Debian's {' and '.join(missing)}. Until then a name or note in such letters is not printed."
    return [Warning("Paper has no letters for many languages.", hint=hint, id="pages.W003")] if missing else []

"""A rule for passwords: this site's own words and any digits do not make one long enough."""

import re

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.council.council import current_council

LONG_ENOUGH = 12
SITES_OWN = {"kinship", "local", "offer", "carer", "council", "password", "navigator", "wagtail"}
SHORTEST = 4  # letters that a word of the council's name must have: "of" and "the" stand in every passphrase


def counted_part(password: str, words: set[str]) -> str:
    """What counts of a password: all of it, or what the site's words and digits leave when it has one of them."""
    any_word = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    without, found = re.subn(any_word, "", password, flags=re.IGNORECASE)
    return re.sub(r"\d", "", without) if found else password


class NotOfThisSite:
    """Refuses "kinship1", "Council2026!!" and the like, which anybody would try first."""

    def validate(self, password: str, user: User | None = None) -> None:
        if len(counted_part(password, _words())) < min(LONG_ENOUGH, len(password)):
            raise ValidationError(
                _(
                    "Words of this site, and digits beside them, do not count: anybody would try them first. "
                    "Add other words until there are 12 characters without them."
                ),
                code="words_of_this_site",
            )

    def get_help_text(self) -> str:
        return _("Words of this site, such as kinship or the council’s name, do not count.")


def _words() -> set[str]:
    council = current_council()
    names = f"{council.council_name} {council.short_name} {council.area}"
    return SITES_OWN | {word.lower() for word in re.findall(r"[^\W\d_]+", names) if len(word) >= SHORTEST}

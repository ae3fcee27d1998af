from django.conf import settings

from .unfit import UnfitError


def is_told() -> None:
    """Messages and paper name the site's address, and only by it is the site reached."""
    if not (settings.SITE_URL_IS_SET or settings.DEMONSTRATION):
        raise UnfitError(
            f"SITE_URL is not set: only this machine reaches the site, and messages and paper name {settings.SITE_URL}."
        )

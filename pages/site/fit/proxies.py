import os

from django.conf import settings
from django.http import HttpRequest

from kinship_offer.start import HAS_CERTIFICATE
from pages.core.visitor import address_of, chain_of

from .unfit import UnfitError

WHAT_TO_SET = "Set it to how many proxies of yours stand in front"


def are_told() -> None:
    """An https site that knows nothing of its proxy takes all its visitors for one."""
    if not settings.IS_HTTPS:
        return
    if not settings.TRUSTED_PROXIES_ARE_SET:
        raise UnfitError(
            "TRUSTED_PROXIES is not set. Behind a proxy all visitors would count as one, and twenty forms would shut "
            "everybody out. Set TRUSTED_PROXIES=1, or how many proxies of yours stand in front; 0 only if this server "
            "itself has the certificate."
        )
    if not settings.TRUSTED_PROXIES and os.environ.get(HAS_CERTIFICATE) == "0":
        raise UnfitError(
            "TRUSTED_PROXIES is 0, but this server has no certificate: visitors reach an https site through a proxy "
            f"then, and all of them would count as one. {WHAT_TO_SET}, or give gunicorn its --certfile."
        )


class LastVisit:
    """What was wrong with the proxies when the last visitor came through one, as far as this process has seen."""

    trouble = ""


last_visit = LastVisit()


def trouble_with(request: HttpRequest) -> str:
    """What is wrong with what the proxies say of a visitor who came through them, or nothing."""
    trusted, known = settings.TRUSTED_PROXIES, len(chain_of(request))
    if not trusted:
        return f"Visitors come through a proxy, but TRUSTED_PROXIES is 0: all of them count as one. {WHAT_TO_SET}."
    if known < trusted:
        return (
            f"X-Forwarded-For names {known} where TRUSTED_PROXIES is {trusted}: visitors count as one. {WHAT_TO_SET}, "
            "and let each add the address that asked it."
        )
    if not address_of(request):
        return "X-Forwarded-For does not say a visitor's address where it should: visitors count as one."
    return ""

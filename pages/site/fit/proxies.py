from django.conf import settings

from .unfit import UnfitError


def are_told() -> None:
    """An https site that knows nothing of its proxy takes all its visitors for one."""
    if settings.IS_HTTPS and not settings.TRUSTED_PROXIES_ARE_SET:
        raise UnfitError(
            "TRUSTED_PROXIES is not set. Behind a proxy all visitors would count as one, and twenty forms would shut "
            "everybody out. Set TRUSTED_PROXIES=1, or how many proxies of yours stand in front; 0 only if this server "
            "itself has the certificate."
        )

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from pages.council.council import current_council


def council(request: HttpRequest) -> dict[str, SimpleLazyObject]:
    """What every page shows of the council, read only when a template asks for it."""
    return {"council": SimpleLazyObject(current_council)}

from django.contrib.auth.models import User
from django.http import HttpRequest


class OfficersRequest(HttpRequest):
    """A request to the CMS, which lets nobody in without a log-in: only a name for type hints."""

    user: User

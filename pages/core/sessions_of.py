from collections.abc import Iterable

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.db.models import QuerySet


def sessions_of(users: Iterable[User]) -> QuerySet[Session]:
    """In which somebody is signed in, or was. Whose a session is stands inside it, so each is read."""
    keys = {str(user.pk) for user in users}
    theirs = [row.pk for row in Session.objects.iterator() if row.get_decoded().get(SESSION_KEY) in keys]
    return Session.objects.filter(pk__in=theirs)

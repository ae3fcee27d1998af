from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import log

from pages.heard.closing import Closing, ToldBy
from pages.heard.comment import Comment
from pages.heard.missed_search import MissedSearch
from pages.heard.useful import Feedback, Useful

from .group import Told

CLOSED = "pages.told.close"


@transaction.atomic
def close(told: Told, closing: Closing, user: User) -> Closing:
    """Notes what was done about it, by whom and when, in the history too: also in that of the page it is about."""
    closing.told_by, closing.label, closing.count = told.told_by, told.label[:255], told.count
    closing.by, closing.at = user, timezone.now()
    closing.save()
    match told.told_by:
        case ToldBy.SEARCH:
            MissedSearch.objects.filter(pk__in=told.keys).update(closing=closing, closed_count=F("count"))
        case ToldBy.NO:
            given = Feedback.objects.filter(page=told.pk, answer=Useful.NO, closing=None)
            given.update(closing=closing)
        case ToldBy.COMMENT:
            Comment.objects.filter(pk=told.pk, closing=None).update(closing=closing)
    data = {"told_by": told.told_by, "label": closing.label, "count": told.count}
    data |= {"how": closing.how, "sentence": closing.sentence}
    pages = {page.pk: page for page in (closing.page, told.page) if page}
    for instance in (closing, *pages.values()):
        log(instance=instance, action=CLOSED, user=user, data=data)
    return closing

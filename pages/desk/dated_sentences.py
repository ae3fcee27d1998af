"""The sentences with a last right day that are past it or end soon, for whoever may change their pages."""

import datetime

from django.contrib.auth.models import User
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from pages.core.open_pages import open_pages
from pages.core.owners import owner_of, users_by_key
from pages.dated_facts.ends import Ending, dated, ending_of
from pages.dated_facts.value import SOON

from .part import Line


def sentence_lines(user: User, today: datetime.date) -> list[Line]:
    """A line for each sentence, the earliest first: its words, its page, and who keeps that."""
    pages = open_pages()
    ending = [
        (ending_of(sentence), pages[key])
        for key, known in dated().items()
        for sentence in known.sentences
        if key in pages and sentence.right.until <= today + SOON
    ]
    if not ending:
        return []
    mine = page_permission_policy.instances_user_has_permission_for(user, "change").filter(
        pk__in={page.pk for _sentence, page in ending}
    )
    may_change = set(mine.values_list("pk", flat=True))
    owners = users_by_key([page for _sentence, page in ending])
    ending = [(sentence, page) for sentence, page in ending if page.pk in may_change]
    ending.sort(key=lambda pair: (pair[0].until, pair[1].path))
    return [_line(sentence, page, owners, today) for sentence, page in ending]


def _line(sentence: Ending, page: Page, owners: dict[int, User], today: datetime.date) -> Line:
    late = sentence.until < today
    words = _("Out of date since %(day)s: the page tells readers to check.") if late else _("Right until %(day)s.")
    owner = owner_of(page, owners)
    kept_by = owner.name if owner else getattr(page, "kept_by", "")
    detail = [
        words % {"day": date_format(sentence.until, "j F Y")},
        _("In: %(page)s.") % {"page": page.title},
        _("Kept by: %(name)s.") % {"name": kept_by} if kept_by else _("Nobody owns this page."),
    ]
    return Line(sentence.words, reverse("wagtailadmin_pages:edit", args=[page.pk]), " ".join(detail), serious=late)

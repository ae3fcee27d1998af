"""Where something shared is used: what an officer should know before changing, unpublishing or deleting it."""

from typing import NamedTuple

from django.db import models
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex


class Use(NamedTuple):
    """One page, or one other thing, that uses it; `url` is empty for who may not edit that."""

    words: str
    kind: str
    url: str
    is_page: bool
    live: bool
    reaches_far: bool


def uses_of(thing: models.Model, user) -> list[Use]:
    """Everything that uses `thing`: first what shows on many pages or on paper, then live pages, then drafts."""
    return _uses([thing], user)


def uses_of_branch(page: Page, user) -> list[Use]:
    """What links to a page or to those below it, from outside of that branch."""
    return _uses([page, *page.get_descendants()], user)


def _uses(things, user) -> list[Use]:
    keys: dict[type[models.Model], set[str]] = {}
    for thing in things:
        for reference in ReferenceIndex.get_references_to(thing).select_related("base_content_type"):
            keys.setdefault(reference.base_content_type.model_class(), set()).add(reference.object_id)
    finder = AdminURLFinder(user)
    own = {(thing._meta.concrete_model, str(thing.pk)) for thing in things}
    found = [_use(source, finder) for model, pks in keys.items() for source in _sources(model, pks, own)]
    return sorted(found, key=lambda use: (not use.reaches_far, not use.live, use.words))


def _sources(model, pks, own):
    if not issubclass(model, Page):
        return list(model._default_manager.filter(pk__in=pks))
    branch = {pk for kind, pk in own if issubclass(kind, Page)}
    return list(Page.objects.filter(pk__in=pks - branch).specific())


def _use(source, finder) -> Use:
    is_page = isinstance(source, Page)
    words = source.get_admin_display_title() if is_page else str(source)
    kind = capfirst(str(source._meta.verbose_name))
    far = not is_page or getattr(source, "reaches_far", False)
    return Use(words, kind, finder.get_edit_url(source) or "", is_page, not is_page or source.live, far)

"""Where something shared is used: what an officer should know before changing, unpublishing or deleting it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from django.db import models
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, ReferenceIndex

from pages.core.any_user import AnyUser


class Use(NamedTuple):
    """One page, or one other thing, that uses it; `url` is empty for who may not edit that."""

    words: str
    kind: str
    url: str
    is_page: bool
    live: bool
    reaches_far: bool


# Who finds what names a thing in its texts, by the model of the thing: the reference index knows only references.
_by_name: dict[type[models.Model], Callable[[Any], Iterable[models.Model]]] = {}


def is_named_in_texts[Thing: models.Model](model: type[Thing], find: Callable[[Thing], Iterable[models.Model]]) -> None:
    """Has what `find` gives for a thing of this model count as a use of it."""
    _by_name[model] = find


def uses_of(thing: models.Model, user: AnyUser) -> list[Use]:
    """Everything that uses `thing`: first what shows on many pages or on paper, then live pages, then drafts."""
    return _uses([thing], user)


def uses_of_branch(page: Page, user: AnyUser) -> list[Use]:
    """What links to a page or to those below it, from outside of that branch."""
    return _uses([page, *page.get_descendants()], user)


def _uses(things: list[models.Model], user: AnyUser) -> list[Use]:
    keys: dict[type[models.Model], set[str]] = {}
    for thing in things:
        for reference in ReferenceIndex.get_references_to(thing).select_related("base_content_type"):
            keys.setdefault(reference.base_content_type.model_class(), set()).add(reference.object_id)
        for source in _by_name.get(type(thing), lambda thing: ())(thing):
            keys.setdefault(Page if isinstance(source, Page) else type(source), set()).add(str(source.pk))
    finder = AdminURLFinder(user)
    branch = {str(thing.pk) for thing in things if isinstance(thing, Page)}
    uses = [_use(source, finder) for model, pks in keys.items() for source in _sources(model, pks, branch)]
    return sorted(uses, key=lambda use: (not use.reaches_far, not use.live, use.words))


def _sources(model: type[models.Model], pks: set[str], branch: set[str]) -> list[models.Model]:
    if issubclass(model, Page):
        return list(Page.objects.filter(pk__in=pks - branch).specific())
    return list(model._default_manager.filter(pk__in=pks))


def _use(source: models.Model, finder: AdminURLFinder) -> Use:
    kind, url = capfirst(str(source._meta.verbose_name)), finder.get_edit_url(source) or ""
    if isinstance(source, Page):
        reaches_far = getattr(source, "reaches_far", False)
        return Use(source.get_admin_display_title(), kind, url, is_page=True, live=source.live, reaches_far=reaches_far)
    return Use(str(source), kind, url, is_page=False, live=True, reaches_far=True)

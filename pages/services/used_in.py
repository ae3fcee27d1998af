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


def uses_of(thing: models.Model, user) -> list[Use]:
    """Everything that uses `thing`: pages that readers can open first, then drafts, then what is no page."""
    references = ReferenceIndex.get_references_to(thing).select_related("base_content_type")
    keys: dict[type[models.Model], set[str]] = {}
    for reference in references:
        keys.setdefault(reference.base_content_type.model_class(), set()).add(reference.object_id)
    finder = AdminURLFinder(user)
    found = [_use(source, finder) for model, pks in keys.items() for source in _sources(model, pks, thing)]
    return sorted(found, key=lambda use: (not use.is_page, not use.live, use.words))


def is_used(thing: models.Model) -> bool:
    return ReferenceIndex.get_references_to(thing).exists()


def _sources(model, pks, thing):
    sources = model._default_manager.filter(pk__in=pks)
    if issubclass(model, Page):
        sources = sources.specific()
    return [source for source in sources if source != thing]


def _use(source, finder) -> Use:
    is_page = isinstance(source, Page)
    words = source.get_admin_display_title() if is_page else str(source)
    kind = capfirst(str(source._meta.verbose_name))
    return Use(words, kind, finder.get_edit_url(source) or "", is_page, not is_page or source.live)

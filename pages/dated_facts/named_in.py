"""Where plain text names a dated fact: `{fact: child-benefit-eldest}`. The reference index does not know of it."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.blocks.stream_block import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page

from pages.core.inline import fact_by_name, facts_named_in
from pages.core.remembered import remembered
from pages.core.written import Written, text_fields

BEGINS = "{fact: "


def named_in(slug: str) -> Iterator[models.Model]:
    """The pages and other entries whose texts name the fact; of a row, what the row stands on."""
    name = fact_by_name(slug)
    for model in apps.get_app_config("pages").get_models():
        if fields := _searched(model):
            wanted = Q()
            for field in fields:
                wanted |= Q(**{f"{field}__icontains": name})
            for entry in model._default_manager.filter(wanted):
                yield _whole(entry)


def in_fields(page: Page) -> list[str]:
    """The names of facts in a page's own texts and blocks, as it is in memory."""
    texts = [getattr(page, name) for name in _searched(type(page))]
    stored = (text.get_prep_value() if isinstance(text, StreamValue) else text for text in texts)
    return facts_named_in(" ".join(str(text) for text in stored if text))


def in_rows(version: object) -> dict[int, list[str]]:
    """The names of facts in the rows of pages, such as reasons and questions, by the keys of the pages.

    One query for each kind of row, however many pages there are; remembered for a version of the content.
    """
    return _in_rows_at(version)


@remembered
def _in_rows_at(version: object) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for model in apps.get_app_config("pages").get_models():
        parent, texts = _page_of(model), _searched(model)
        if parent is None or not texts:
            continue
        wanted = Q()
        for text in texts:
            wanted |= Q(**{f"{text}__icontains": BEGINS})
        for key, *values in model._default_manager.filter(wanted).values_list(parent.attname, *texts):
            names.setdefault(key, []).extend(facts_named_in(" ".join(map(str, values))))
    return names


def _page_of(model: type[models.Model]) -> ParentalKey | None:
    """The key by which a row stands on a page."""
    keys = (field for field in model._meta.concrete_fields if isinstance(field, ParentalKey))
    return next((key for key in keys if issubclass(key.related_model, Page)), None)


def _searched(model: type[models.Model]) -> list[str]:
    texts = [field.name for field in text_fields(model)] if issubclass(model, Written) else []
    return texts + [field.name for field in model._meta.concrete_fields if isinstance(field, StreamField)]


def _whole(entry: models.Model) -> models.Model:
    for field in entry._meta.concrete_fields:
        if isinstance(field, ParentalKey):
            return getattr(entry, field.name)
    return entry

"""Where plain text names a dated fact: `{fact: child-benefit-eldest}`. The reference index does not know of it."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models
from django.db.models import Q
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField

from pages.core.inline import fact_by_name
from pages.core.written import Written, text_fields


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


def _searched(model: type[models.Model]) -> list[str]:
    texts = [field.name for field in text_fields(model)] if issubclass(model, Written) else []
    return texts + [field.name for field in model._meta.concrete_fields if isinstance(field, StreamField)]


def _whole(entry: models.Model) -> models.Model:
    for field in entry._meta.concrete_fields:
        if isinstance(field, ParentalKey):
            return getattr(entry, field.name)
    return entry

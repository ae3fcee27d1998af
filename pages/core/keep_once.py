"""Keeps what somebody has sent: for good, before they are told so, and once however often the form is sent."""

import logging
from collections.abc import Mapping

from django.db import DatabaseError, IntegrityError, models, transaction
from django.views.decorators.debug import sensitive_variables


class NotStoredError(Exception):
    """It could not be kept. It carries nothing of what was sent."""


@sensitive_variables()
def keep_once(
    logger: logging.Logger, what: str, model: type[models.Model], key: Mapping[str, str], fields: Mapping[str, object]
) -> None:
    """Stores a row unless one has this unique key; `what` says in the log what could not be stored."""
    try:
        with transaction.atomic(durable=True):
            model._default_manager.create(**key, **fields)
    except DatabaseError as error:
        if isinstance(error, IntegrityError) and model._default_manager.filter(**key).exists():
            return
        # The database's own message may repeat the whole row: only the kind of error is passed on.
        logger.error("%s could not be stored: %s.", what, type(error).__name__)
        raise NotStoredError from None

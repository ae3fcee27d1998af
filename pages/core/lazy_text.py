"""Words that may wait for their translation until they are shown."""

from django.utils.functional import Promise

type LazyText = str | Promise

"""A cache that several workers or servers share. When it is gone the site is slower; no page depends on it."""

import functools
import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.redis import RedisCache

logger = logging.getLogger(__name__)

# Seconds that a page waits for the server, and that a server which failed is left alone: a dead one slows few pages.
WAIT = 0.5
LEFT_ALONE = 5


def _or_as_if_empty(name: str) -> Callable[..., Any]:
    """The method of that name; Django's dummy cache answers while the server can't."""

    @functools.wraps(getattr(RedisCache, name))
    def forgiving(self: "ForgivingRedisCache", *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= ForgivingRedisCache.tried_again_at:
            try:
                answer = getattr(RedisCache, name)(self, *args, **kwargs)
            except Exception as error:
                if name == "incr" and isinstance(error, ValueError):
                    raise  # the count ran out: part of what a cache promises
                ForgivingRedisCache.tried_again_at = time.monotonic() + LEFT_ALONE
                # The error's own words may hold the address with its password: only its kind is logged.
                logger.warning("The shared cache can't be used: %s.", type(error).__name__)
            else:
                return answer
        return getattr(self.empty, name)(*args, **kwargs)

    return forgiving


class ForgivingRedisCache(RedisCache):
    """Redis or Valkey; one that refuses, hangs or fails counts as a cache that keeps nothing."""

    # Shared by all threads of this process, each of which has a cache of its own.
    tried_again_at = 0.0

    def __init__(self, server: str, params: dict[str, Any]):
        waits = {"socket_connect_timeout": WAIT, "socket_timeout": WAIT, "retry": None}
        super().__init__(server, params | {"OPTIONS": waits | params.get("OPTIONS", {})})
        self.empty = DummyCache(server, params)

    add = _or_as_if_empty("add")
    get = _or_as_if_empty("get")
    set = _or_as_if_empty("set")
    touch = _or_as_if_empty("touch")
    delete = _or_as_if_empty("delete")
    get_many = _or_as_if_empty("get_many")
    has_key = _or_as_if_empty("has_key")
    incr = _or_as_if_empty("incr")
    set_many = _or_as_if_empty("set_many")
    delete_many = _or_as_if_empty("delete_many")
    clear = _or_as_if_empty("clear")

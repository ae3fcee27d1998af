"""What a search tells those who keep count: they know search, search knows none of them."""

from django.dispatch import Signal

# Sent with `query` and `day` when a reader's search, typed to its end, found nothing.
found_nothing = Signal()

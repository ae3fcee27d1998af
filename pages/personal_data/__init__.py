"""What is kept about people: one table that says of every field of every model whether it is, why, and how long.

It drives deletion, the privacy page and what somebody gets who asks what is kept about them.
"""

from .kept_for import kept_for

__all__ = ["kept_for"]

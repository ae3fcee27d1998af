"""What is done behind the answer: tasks that wait, work that has its times, and the processes that do both."""

from .names import failures, may_see
from .queue import is_anybody_at_work

__all__ = ["failures", "is_anybody_at_work", "may_see"]

"""The groups of the offer and their meetings: as readers see them, as a calendar, and called off."""

from .calendar import calendar, calendar_of_one
from .cancel import CANCELLED, PUT_BACK, cancel, may_cancel, put_back
from .choose import Chosen, choose
from .events import structured_data
from .group import Group, Listed, next_ones
from .read import all_groups, draft, find

__all__ = [
    "CANCELLED", "PUT_BACK", "Chosen", "Group", "Listed", "all_groups", "calendar", "calendar_of_one", "cancel",
    "choose", "draft", "find", "may_cancel", "next_ones", "put_back", "structured_data",
]  # fmt: skip

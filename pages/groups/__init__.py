"""The groups of the offer and their meetings: as readers see them, as a calendar, and called off."""

from .calendar import calendar, calendar_of_gone, calendar_of_one
from .cancel import CANCELLED, PUT_BACK, cancel, may_cancel, put_back
from .choose import Chosen, choose
from .events import structured_data
from .follow import cancelled, followed, followed_by_number, has_ended, keep, key_of_place
from .followed_group import FollowedGroup
from .group import Group, Listed, next_ones
from .read import all_groups, draft, find, find_by_key

__all__ = [
    "CANCELLED", "PUT_BACK", "Chosen", "FollowedGroup", "Group", "Listed", "all_groups", "calendar",
    "calendar_of_gone", "calendar_of_one", "cancel", "cancelled", "choose", "draft", "find", "find_by_key",
    "followed", "followed_by_number", "has_ended", "keep", "key_of_place", "may_cancel", "next_ones", "put_back",
    "structured_data",
]  # fmt: skip

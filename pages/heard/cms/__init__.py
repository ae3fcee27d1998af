"""“What readers told us” in the CMS: the ranked list, closing, and giving words a meaning."""

from .comments import CommentViewSet
from .history import register_log_actions
from .listing import menu_item
from .urls import URLS

__all__ = ["URLS", "CommentViewSet", "menu_item", "register_log_actions"]

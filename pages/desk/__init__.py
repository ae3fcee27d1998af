"""The CMS home as a desk: one module for each list on it."""

from .desk import Desk
from .home import no_counts_of_files, only_the_desk
from .part import Act, DeskPart, Line
from .parts import PARTS

__all__ = ["PARTS", "Act", "Desk", "DeskPart", "Line", "no_counts_of_files", "only_the_desk"]

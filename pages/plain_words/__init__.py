"""Plain words: reads a page by the house rules and says what to put right, and where."""

from .finding import Code, Finding
from .passage import Passage, Where
from .passages import passages
from .ranking import Standing, ranking
from .whole_page import Look, findings, look

__all__ = ["Code", "Finding", "Look", "Passage", "Standing", "Where", "findings", "look", "passages", "ranking"]

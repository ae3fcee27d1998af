"""When a group meets: pure rules on plain values. The day is always passed in; nothing here reads a clock."""

from .meeting import Break, Meeting
from .rule import Rule, meets_on, words
from .timetable import DateMoved, Term, Timetable

__all__ = ["Break", "DateMoved", "Meeting", "Rule", "Term", "Timetable", "meets_on", "words"]

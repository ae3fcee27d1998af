"""Parts of the CMS of our own: what an officer is told there."""

from .groups import GroupsPanel
from .leaflet_fit import LeafletFitPanel
from .leaflet_problem import LeafletProblemPanel
from .meetings import MeetingsPanel

__all__ = ["GroupsPanel", "LeafletFitPanel", "LeafletProblemPanel", "MeetingsPanel"]

"""Parts of the CMS of our own: what an officer is told there."""

from .leaflet_fit import LeafletFitPanel
from .leaflet_problem import LeafletProblemPanel

__all__ = ["LeafletFitPanel", "LeafletProblemPanel"]

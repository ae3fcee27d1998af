"""Parts of the CMS of our own: what an officer is told there."""

from .leaflet_fit import LeafletFitPanel
from .meetings import MeetingsPanel

__all__ = ["LeafletFitPanel", "MeetingsPanel"]

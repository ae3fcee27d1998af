"""The offer on paper: what goes on each panel, whether it fits, and the PDFs that are kept."""

from .content import Leaflet, gather
from .draft import Fit, check, draft_html
from .layout import PanelFit
from .live import live_leaflet
from .store import DoesNotFitError, Look, look_over, make, remake

__all__ = [
    "DoesNotFitError", "Fit", "Leaflet", "Look", "PanelFit", "check", "draft_html", "gather", "live_leaflet",
    "look_over", "make", "remake",
]  # fmt: skip

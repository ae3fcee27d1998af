"""The offer on paper: what goes on each panel, whether it fits, and the PDFs that are kept."""

from .content import Leaflet, gather, live_leaflet
from .draft import Fit, check, draft_html
from .layout import PanelFit
from .store import DoesNotFitError, make, remake

__all__ = [
    "DoesNotFitError", "Fit", "Leaflet", "PanelFit", "check", "draft_html", "gather", "live_leaflet", "make", "remake",
]  # fmt: skip

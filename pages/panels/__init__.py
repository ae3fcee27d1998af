"""Parts of the CMS of our own: what an officer is told there."""

from .checked import CheckedPanel
from .dead_links import DeadLinksPanel
from .leaflet_fit import LeafletFitPanel
from .meetings import MeetingsPanel
from .plain_words import PlainWordsPanel
from .sign_off import SignOffPanel
from .used_in import UsedInPanel

__all__ = [
    "CheckedPanel",
    "DeadLinksPanel",
    "LeafletFitPanel",
    "MeetingsPanel",
    "PlainWordsPanel",
    "SignOffPanel",
    "UsedInPanel",
]

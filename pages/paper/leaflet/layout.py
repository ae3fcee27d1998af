"""Measures whether each panel holds its words, and shares out the room that is left."""

from dataclasses import dataclass
from itertools import zip_longest

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.paper.leaflet.vocabulary import Panel
from pages.paper.pdf import Frame, Layout

PANELS = {
    "cover": gettext_lazy("Cover"),
    Panel.FLAP.value: gettext_lazy("Flap"),
    Panel.INSIDE_LEFT.value: gettext_lazy("Inside, left"),
    Panel.INSIDE_MIDDLE.value: gettext_lazy("Inside, middle"),
    Panel.INSIDE_RIGHT.value: gettext_lazy("Inside, right"),
    "back": gettext_lazy("Back"),
}
LARGE_PRINT = "large-print"
NAMES = PANELS | {LARGE_PRINT: gettext_lazy("Large print")}
REMEDIES = {
    "cover": gettext_lazy("Shorten the cover title or the cover words."),
    "back": gettext_lazy("Shorten the words on the back, or those of the council's settings."),
}
REMEDY = gettext_lazy("Shorten a summary or a step on it, or move an entry to another panel.")
ROWS = (Panel.INSIDE_LEFT.value, Panel.INSIDE_MIDDLE.value)
ROUNDING_MM = 0.3
MOST_EXTRA_GAP_MM = {Panel.FLAP.value: 9.0, Panel.INSIDE_RIGHT.value: 14.0, "back": 6.0}
MOST_EXTRA_ROW_GAP_MM = 9.0
ABOVE_FOOT_MM = 5.0


@dataclass(frozen=True)
class PanelFit:
    """How much room a panel has left, in mm; below nothing when its words pass its end."""

    panel: str
    spare_mm: float
    too_wide_mm: float = 0.0

    @property
    def name(self) -> str:
        return str(NAMES[self.panel])

    @property
    def fits(self) -> bool:
        return self.spare_mm > -ROUNDING_MM and self.too_wide_mm < ROUNDING_MM

    @property
    def words(self) -> str:
        """What an officer should know: the room left, or what is wrong and what would help."""
        if self.too_wide_mm >= ROUNDING_MM:
            return _("%(panel)s: a word or a number is %(mm)d mm too wide. Use a shorter one.") % {
                "panel": self.name, "mm": max(1, round(self.too_wide_mm)),
            }  # fmt: skip
        if not self.fits:
            return _("%(panel)s: %(mm)d mm too long. %(remedy)s") % {
                "panel": self.name, "mm": max(1, round(-self.spare_mm)), "remedy": REMEDIES.get(self.panel, REMEDY),
            }  # fmt: skip
        return _("%(panel)s: fits, %(mm)d mm left.") % {"panel": self.name, "mm": int(self.spare_mm)}


def measure_sheet(layout: Layout) -> list[PanelFit]:
    """The fit of every panel of the folded sheet, in the order in which it is unfolded."""
    return [_measure_panel(layout.frames, panel) for panel in PANELS]


def measure_pages(layout: Layout) -> list[PanelFit]:
    """Large print flows on to as many pages as it needs, so only a word can be too wide for it."""
    return [PanelFit(LARGE_PRINT, 0.0, max(0.0, layout.too_wide_mm))]


def share_room(layout: Layout) -> dict[str, float]:
    """Lengths in mm that fill the panels evenly: rows level across the inside, and wider gaps where there is room."""
    frames = layout.frames
    room = {fit.panel: fit.spare_mm for fit in measure_sheet(layout)}
    lengths = _level_rows(frames, room)
    for panel, most in MOST_EXTRA_GAP_MM.items():
        share = room[panel] / max(1, len(_heights(frames, panel)))
        lengths[f"gap-{panel}"] = round(min(most, max(0.0, share - ROUNDING_MM)), 2)
    return lengths


def _level_rows(frames: dict[str, Frame], room: dict[str, float]) -> dict[str, float]:
    """Heights that put the rows of the left and the middle panel side by side, if both have room for that."""
    rows = {panel: _heights(frames, panel) for panel in ROWS}
    tallest = [max(pair) for pair in zip_longest(*rows.values(), fillvalue=0.0)]
    left = {panel: room[panel] - sum(tallest[: len(own)]) + sum(own) for panel, own in rows.items()}
    if min(left.values()) < ROUNDING_MM:
        return {}
    gap = (min(left.values()) - ROUNDING_MM) / max(1, len(tallest) - 1)
    heights = {f"row-{panel}-{at}": tallest[at - 1] for panel in ROWS for at in range(1, len(rows[panel]) + 1)}
    return heights | {"gap-rows": round(min(MOST_EXTRA_ROW_GAP_MM, gap), 2)}


def _heights(frames: dict[str, Frame], panel: str) -> list[float]:
    """The heights of the blocks of a panel; each has the panel's name and a number as its id."""
    blocks = [frame for name, frame in frames.items() if name.startswith(f"{panel}-block-")]
    return [frame.reaches_bottom - frame.top for frame in blocks]


def _measure_panel(frames: dict[str, Frame], panel: str) -> PanelFit:
    flow, foot = frames[f"{panel}-flow"], frames.get(f"{panel}-foot")
    end = foot.top - ABOVE_FOOT_MM if foot else frames[panel].bottom
    parts = [frame for name, frame in frames.items() if name.startswith(f"{panel}-")]
    too_wide = max(frame.reaches_right - frame.right for frame in parts)
    return PanelFit(panel, end - flow.reaches_bottom, max(0.0, too_wide))

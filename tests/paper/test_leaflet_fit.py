"""Whether a panel holds its words and how its room is shared out: rules over lengths, without a sheet of paper."""

from types import SimpleNamespace

import pytest

from pages.paper.leaflet.layout import PANELS, PanelFit, measure_pages, measure_sheet, share_room
from pages.paper.pdf import Frame

BOTTOM, RIGHT = 200.0, 100.0
REMEDY = "Shorten a summary or a step on it, or move an entry to another panel."


def frame(top=0.0, bottom=BOTTOM, reaches=0.0, reaches_right=RIGHT):
    return Frame(
        page=0, left=10.0, top=top, right=RIGHT, bottom=bottom, reaches_right=reaches_right, reaches_bottom=reaches
    )


def panel(name, *, room=0.0, heights=(), **parts):
    """The frames of one panel, `room` mm above its end; `heights` are those of its blocks."""
    blocks = {f"{name}-block-{at}": frame(top=50.0, reaches=50.0 + height) for at, height in enumerate(heights, 1)}
    own = {name: frame(bottom=room), f"{name}-flow": frame()}
    return own | blocks | {f"{name}-{part}": part_frame for part, part_frame in parts.items()}


def sheet(*panels):
    """A sheet of empty, full panels, but for those that are given."""
    frames = {name: one for plain in PANELS for name, one in panel(plain).items()}
    for given in panels:
        frames |= given
    return SimpleNamespace(frames=frames)


def fit_of(name, *panels):
    return next(fit for fit in measure_sheet(sheet(*panels)) if fit.panel == name)


@pytest.mark.parametrize(
    ("spare", "too_wide", "fits"),
    [(5, 0, True), (0, 0, True), (-0.29, 0.29, True), (-0.3, 0, False), (-3, 0, False), (0, 0.3, False), (9, 3, False)],
)
def test_words_may_pass_the_end_of_a_panel_by_less_than_a_third_of_a_millimetre(spare, too_wide, fits):
    assert PanelFit("flap", spare, too_wide).fits is fits


@pytest.mark.parametrize(
    ("fit", "words"),
    [
        (PanelFit("flap", 3.9), "Flap: fits, 3 mm left."),
        (PanelFit("inside-left", -0.2), "Inside, left: fits, 0 mm left."),
        (PanelFit("flap", -2.6), f"Flap: 3 mm too long. {REMEDY}"),
        (PanelFit("cover", -0.4), "Cover: 1 mm too long. Shorten the cover title or the cover words."),
        (PanelFit("back", 9, 3.6), "Back: a word or a number is 4 mm too wide. Use a shorter one."),
        (PanelFit("large-print", 0, 0.3), "Large print: a word or a number is 1 mm too wide. Use a shorter one."),
    ],
)  # fmt: skip
def test_an_officer_reads_by_how_much_it_does_not_fit_and_what_would_help(fit, words):
    assert fit.words == words


def test_panels_are_measured_in_the_order_in_which_they_unfold():
    panels = ["cover", "flap", "inside-left", "inside-middle", "inside-right", "back"]

    assert [fit.panel for fit in measure_sheet(sheet())] == panels


def test_the_room_of_a_panel_ends_at_its_bottom():
    assert fit_of("flap", panel("flap", room=12.0, flow=frame(reaches=4.0))).spare_mm == 8


def test_the_room_of_a_panel_with_a_foot_ends_five_millimetres_above_it():
    assert fit_of("back", panel("back", room=90.0, foot=frame(top=40.0))).spare_mm == 35


def test_a_panel_is_as_wide_as_the_widest_thing_on_it():
    wide, wider = frame(reaches_right=RIGHT + 1), frame(reaches_right=RIGHT + 4)
    back = panel("back", foot=frame(reaches_right=RIGHT + 9))

    assert fit_of("flap", panel("flap", title=wider, number=wide), back).too_wide_mm == 4
    assert fit_of("cover", panel("cover", title=wide), back).too_wide_mm == 1


def test_a_panel_of_short_words_is_not_too_wide():
    narrow = {name: frame(reaches_right=RIGHT - 20) for name in ("flap-flow", "flap-title")}

    assert fit_of("flap", narrow).too_wide_mm == 0


@pytest.mark.parametrize(("too_wide", "measured"), [(-20.0, 0), (0.5, 0.5)])
def test_only_a_word_can_be_too_wide_for_large_print(too_wide, measured):
    assert measure_pages(SimpleNamespace(too_wide_mm=too_wide)) == [PanelFit("large-print", 0.0, measured)]


@pytest.mark.parametrize(
    ("room", "heights", "gap"),
    [
        (8.0, (10.0, 10.0), 3.7),
        (10.0, (1.0, 2.0, 3.0), 3.03),
        (3.0, (), 2.7),
        (3.0, (10.0,), 2.7),
        (0.5, (10.0, 10.0), 0.0),
        (-9.0, (10.0,), 0.0),
    ],
)
def test_the_room_that_is_left_is_shared_by_the_gaps_and_a_little_is_kept(room, heights, gap):
    lengths = share_room(sheet(panel("flap", room=room, heights=heights)))

    assert lengths["gap-flap"] == gap


@pytest.mark.parametrize(("name", "most"), [("flap", 9), ("inside-right", 14), ("back", 6)])
def test_no_gap_grows_so_wide_that_a_panel_falls_apart(name, most):
    assert share_room(sheet(panel(name, room=100.0, heights=(10.0,))))[f"gap-{name}"] == most


def rows(left, middle, left_room, middle_room):
    """The lengths that are set for the rows of the inside."""
    inside = (
        panel("inside-left", room=left_room, heights=left),
        panel("inside-middle", room=middle_room, heights=middle),
    )
    return {name: length for name, length in share_room(sheet(*inside)).items() if "row" in name}


def test_rows_stand_side_by_side_across_the_inside_when_there_is_room():
    assert rows((20.0, 30.0, 10.0), (25.0, 20.0), 12.0, 60.0) == {
        "row-inside-left-1": 25, "row-inside-left-2": 30, "row-inside-left-3": 10,
        "row-inside-middle-1": 25, "row-inside-middle-2": 30, "gap-rows": 3.35,
    }  # fmt: skip


def test_a_row_with_nothing_beside_it_keeps_its_height():
    assert rows((20.0, 0.5), (20.0,), 12.0, 60.0)["row-inside-left-2"] == 0.5


def test_the_fuller_of_the_two_panels_says_how_wide_the_gaps_of_the_rows_are():
    assert rows((20.0, 20.0), (20.0, 20.0), 30.0, 4.3)["gap-rows"] == 4
    assert rows((20.0, 20.0), (20.0, 20.0), 2.0, 30.0)["gap-rows"] == 1.7
    assert rows((20.0,) * 4, (20.0,) * 4, 10.0, 10.0)["gap-rows"] == 3.23


def test_one_row_alone_needs_no_gap_and_does_not_break_the_sum():
    assert rows((20.0,), (20.0,), 2.0, 2.0)["gap-rows"] == 1.7
    assert rows((), (), 0.3, 2.0) == {"gap-rows": 0}


def test_the_gaps_of_the_rows_have_a_limit_too():
    assert rows((20.0, 20.0), (20.0, 20.0), 50.0, 50.0)["gap-rows"] == 9


def test_rows_stay_as_they_are_when_one_of_the_panels_has_no_room_to_level_them():
    assert rows((20.0,), (30.0,), 10.2, 50.0) == {}
    assert rows((20.0,), (30.0,), 10.0, 50.0) == rows((30.0,), (20.0,), 50.0, 5.0) == {}
    assert rows((20.0,), (30.0,), 10.5, 50.0) == {"row-inside-left-1": 30, "row-inside-middle-1": 30, "gap-rows": 0.2}

"""What reaches the trim edge goes on into the bleed, and only that."""

from __future__ import annotations

import pytest

from fuzi.model.press_file import Frame
from fuzi.prepress.edges import Edges

EDGES = Edges((0, 0, 100, 200), (-10, -10, 110, 210))


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ((0, 0, 100, 200), (-10, -10, 110, 210)),
        ((0.3, 50, 40, 60), (-10, 50, 40, 60)),
        ((-4, 50, 40, 60), (-10, 50, 40, 60)),  # half way into the bleed
        ((20, 20, 80, 180), (20, 20, 80, 180)),
        ((1, 1, 99, 199), (1, 1, 99, 199)),
        ((-30, 0, 130, 200), (-30, -10, 130, 210)),  # wider than the sheet already
        ((-20, 50, 0.2, 60), (-20, 50, 0.2, 60)),  # beside the page
    ],
)
def test_sides_on_the_edge_move_out_to_the_bleed(given: Frame, made: Frame) -> None:
    assert EDGES.drawn_on(given) == made


def test_a_picture_grows_in_proportion() -> None:
    left, bottom, right, top = EDGES.enlarged((0, 0, 100, 200))
    assert (right - left) / (top - bottom) == pytest.approx(0.5)
    assert left <= -10
    assert right >= 110
    assert bottom <= -10
    assert top >= 210


def test_a_side_inside_the_page_stays_where_it_is() -> None:
    left, bottom, right, top = EDGES.enlarged((0, 50, 40, 90))
    assert (left, right) == (-10, 40)
    assert bottom + top == pytest.approx(140)  # what grows in height gives alike
    assert top - bottom == pytest.approx(50)


def test_what_touches_nothing_is_not_enlarged() -> None:
    assert EDGES.enlarged((10, 10, 90, 90)) == (10, 10, 90, 90)

"""Gradients for the press: the same course, in inks."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from fuzi.prepress.gradients import PIECES, colour_at
from tests.prepress.pages import new, pressed, separated


def course(*colours: list[float]) -> Dictionary:
    pieces = [
        Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(first), C1=Array(last), N=1)
        for first, last in zip(colours, colours[1:], strict=False)
    ]
    bounds = [(index + 1) / len(pieces) for index in range(len(pieces) - 1)]
    return Dictionary(
        FunctionType=3,
        Domain=Array([0, 1]),
        Functions=Array(pieces),
        Bounds=Array(bounds),
        Encode=Array([0, 1] * len(pieces)),
    )


def gradient(function: Dictionary, space: Name = Name.DeviceRGB, kind: int = 2) -> pikepdf.Pdf:
    shading = Dictionary(
        ShadingType=kind, ColorSpace=space, Coords=Array([0, 0, 1, 0]), Domain=Array([0, 1]), Function=function
    )
    return new("q 100 0 0 100 20 20 cm /G sh Q", resources={"/Shading": Dictionary(G=shading)})


def test_a_stitched_function_is_evaluated_piece_by_piece() -> None:
    function = course([0, 0, 0], [1, 0, 0], [1, 1, 0])
    assert colour_at(function, 0.25) == pytest.approx((0.5, 0, 0))
    assert colour_at(function, 0.5) == pytest.approx((1, 0, 0))
    assert colour_at(function, 0.75) == pytest.approx((1, 0.5, 0))
    assert colour_at(function, 1) == pytest.approx((1, 1, 0))


def test_a_table_of_samples_is_read() -> None:
    pdf = pikepdf.new()
    head = Dictionary(FunctionType=0, Domain=Array([0, 1]), Range=Array([0, 1, 0, 1]), Size=Array([3]), BitsPerSample=8)
    function = pikepdf.Stream(pdf, bytes([0, 255, 255, 0, 0, 0]), head)
    assert colour_at(function, 0.25) == pytest.approx((0.5, 0.5))
    assert colour_at(function, 1) == pytest.approx((0, 0))


def test_a_grey_gradient_prints_in_black_alone() -> None:
    file = separated(gradient(course([1, 1, 1], [0, 0, 0])))
    function = file.pages[0].obj.Resources.Shading.G.Function
    for position in (0, 0.3, 0.7, 1):
        cyan, magenta, yellow, black = colour_at(function, position)
        assert (cyan, magenta, yellow) == (0, 0, 0)
        assert black == pytest.approx(position, abs=0.01)


def test_a_coloured_gradient_keeps_its_ends_and_its_middle() -> None:
    file = separated(gradient(course([1, 1, 1], [1, 0, 0])))
    shading = file.pages[0].obj.Resources.Shading.G
    assert shading.ColorSpace == Name.DeviceCMYK
    assert len(shading.Function.Functions) == PIECES
    assert colour_at(shading.Function, 0) == pytest.approx((0, 0, 0, 0), abs=0.01)
    end, middle = colour_at(shading.Function, 1), colour_at(shading.Function, 0.5)
    assert end[1] > 0.9 > middle[1] > 0.3


def test_a_mesh_is_an_error() -> None:
    outcome = pressed(gradient(course([1, 1, 1], [1, 0, 0]), kind=4))
    assert [item.code.id for item in outcome.report.diagnostics] == ["X102"]
    assert "Shading 4" in outcome.report.diagnostics[0].message("en")

"""Small PDFs made by hand, and what stands in the ones that come back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from fuzi.model.production import PressWork
from fuzi.model.report import Outcome
from fuzi.prepress import PressJob, choose_profile, for_press

WIDTH, HEIGHT = 200, 300
MOMENT = datetime(2026, 11, 1, tzinfo=UTC)
PLAIN = PressWork()
CROP = PressWork(marks="crop")
_HELD: list[pikepdf.Pdf] = []
"""Objects of a file that nobody holds any more are gone."""

BLEED = 3 * 72 / 25.4


def new(content: str | bytes = "", *, resources: Mapping[str, Any] | None = None, pages: int = 1) -> pikepdf.Pdf:
    """A file whose pages have this content and resources."""
    pdf = pikepdf.new()
    _HELD.append(pdf)
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page.obj.TrimBox = page.obj.BleedBox = Array([0, 0, WIDTH, HEIGHT])
        data = content.encode() if isinstance(content, str) else content
        page.obj.Contents = pdf.make_stream(data)
        page.obj.Resources = Dictionary(dict(resources or {}))
    return pdf


def data(pdf: pikepdf.Pdf) -> bytes:
    """The bytes of a file, the same each time."""
    target = BytesIO()
    pdf.save(target, deterministic_id=True)
    return target.getvalue()


def pressed(pdf: pikepdf.Pdf | bytes, work: PressWork = PLAIN, **job: Any) -> Outcome[bytes]:
    """What comes back from the press."""
    given = pdf if isinstance(pdf, bytes) else data(pdf)
    return for_press(given, PressJob(choose_profile(None, work), work, MOMENT, **job))


def separated(pdf: pikepdf.Pdf, work: PressWork = PLAIN, **job: Any) -> pikepdf.Pdf:
    """The file that comes back, which must be well formed."""
    outcome = pressed(pdf, work, **job)
    assert not outcome.report.failed, [item.message("en") for item in outcome.report.diagnostics]
    made = pikepdf.open(BytesIO(outcome.value))
    _HELD.append(made)
    assert made.check_pdf_syntax() == []
    return made


def operators(stream: Any) -> list[str]:
    """``0 0 0 1 k`` and so on, one string for each operator, numbers rounded."""
    return [" ".join([*(_shown(value) for value in item.operands), str(item.operator)]) for item in parsed(stream)]


def parsed(stream: Any) -> list[Any]:
    """The operators of a page or stream."""
    return list(pikepdf.parse_content_stream(stream))


def _shown(value: Any) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".") if isinstance(value, int | float | Decimal) else str(value)


def raster(pdf: pikepdf.Pdf, image: Image.Image, form: str = "raw", **entries: Any) -> pikepdf.Object:
    """An image XObject of this picture."""
    spaces = {"1": Name.DeviceGray, "L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}
    head = {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": image.width,
        "Height": image.height,
        "ColorSpace": spaces[image.mode],
        "BitsPerComponent": 1 if image.mode == "1" else 8,
        **entries,
    }
    content = image.tobytes()
    if form == "jpeg":
        target = BytesIO()
        image.save(target, "JPEG", quality=90)
        content, head["Filter"] = target.getvalue(), Name.DCTDecode
    return pdf.make_indirect(pikepdf.Stream(pdf, content, Dictionary(**head)))


def showing(image: Image.Image, matrix: str = "100 0 0 100 50 100", form: str = "raw", **entries: Any) -> pikepdf.Pdf:
    """A page with one picture, ``/Pic``."""
    pdf = new(f"q {matrix} cm /Pic Do Q")
    mask = entries.pop("mask", None)
    if mask is not None:
        entries["SMask"] = raster(pdf, mask)
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Pic=raster(pdf, image, form, **entries)))
    return pdf


def picture_of(pdf: pikepdf.Pdf) -> Any:
    """The picture that ``showing`` put there."""
    return pdf.pages[0].obj.Resources.XObject.Pic


def boxes(page: pikepdf.Page) -> dict[str, list[float]]:
    """The boxes of a page, rounded."""
    names = ("/MediaBox", "/BleedBox", "/TrimBox", "/CropBox")
    return {name[1:]: [round(float(value), 2) for value in page.obj[name]] for name in names if name in page.obj}

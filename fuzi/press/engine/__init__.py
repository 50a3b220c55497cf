"""The door to WeasyPrint: the only package that imports weasyprint and pydyf, and the only one that knows its boxes."""

from __future__ import annotations

from PIL import ImageFile

from fuzi.press.engine import (
    baseline,
    contents,
    drawing,
    drawings,
    fitting,
    floats,
    folios,
    footnotes,
    grid,
    linefacts,
    linemarks,
    lines,
    makeup,
    subsets,
    tagging,
)
from fuzi.press.engine.guard import require_engine

# WeasyPrint lets Pillow accept truncated pictures in the whole process; a torn picture must be an error.
ImageFile.LOAD_TRUNCATED_IMAGES = False

require_engine()
folios.install()
footnotes.install()
baseline.install()
grid.install()
linefacts.install()
lines.install()
makeup.install()
contents.install()
fitting.install()
drawing.install()
linemarks.install()
drawings.install()
floats.install()
subsets.install()
tagging.install()

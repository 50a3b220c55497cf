"""``python -m bench.gallery OUT_DIR``: hard pages by fuzi and by other engines side by side, as PNG at 200 dpi."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from PIL import Image

from bench.gallery.engines import ENGINES, Engine, Task
from bench.gallery.ours import Drawn, draw
from bench.gallery.raster import DPI
from bench.gallery.samples import SAMPLES
from bench.gallery.sheet import Column, sheet

TAGS = ("zh-Hans", "zh-Hant-TW")


def main() -> None:
    names = [sample.name for sample in SAMPLES]
    options = argparse.ArgumentParser(prog="python -m bench.gallery", description=__doc__)
    options.add_argument("folder", type=Path, help="where the pictures go")
    options.add_argument("--variant", action="append", choices=TAGS, help="default: both")
    options.add_argument("--sample", action="append", choices=names, help="default: all")
    options.add_argument("--scale", type=float, default=1.0, help="smaller pictures, of few colours, for a document")
    chosen = options.parse_args()
    engines = [engine for engine in ENGINES if not engine.missing()]
    for engine in ENGINES:
        if reason := engine.missing():
            print(f"left out: {engine.name}: {reason}")
    samples = [sample for sample in SAMPLES if not chosen.sample or sample.name in chosen.sample]
    for tag in chosen.variant or TAGS:
        (chosen.folder / tag).mkdir(parents=True, exist_ok=True)
        for drawn in draw(samples, tag):
            columns = [("fuzi", drawn.picture), *(_column(engine, drawn, tag) for engine in engines)]
            path = chosen.folder / tag / f"{SAMPLES.index(drawn.sample) + 1:02}-{drawn.sample.name}.png"
            _save(sheet(drawn.sample.watch, columns, drawn.page.measure), path, chosen.scale)
            print(path)


def _save(picture: Image.Image, path: Path, scale: float) -> None:
    if scale == 1:
        picture.save(path, dpi=(DPI, DPI))
        return
    size = (round(picture.width * scale), round(picture.height * scale))
    small = picture.resize(size, Image.Resampling.LANCZOS).quantize(16, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def _column(engine: Engine, drawn: Drawn, tag: str) -> Column:
    with tempfile.TemporaryDirectory(prefix="fuzi-gallery-") as folder:
        task = Task(drawn.chapter, drawn.page, tag.startswith("zh-Hant"), Path(folder))
        try:
            return engine.name, engine.draw(task)
        except Exception as error:  # another engine's failure is its own; ours would have stopped us before
            print(f"{engine.name} failed at {drawn.sample.name}: {error}")
            return f"{engine.name} (failed)", None


if __name__ == "__main__":
    main()

"""Small book folders on disk, and short names for what the load stage says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from fuzi.load.marked_yaml import Marked, parse
from fuzi.model.report import Diagnostic

_UNFILLED = re.compile(r"\{[a-z_]+\}")

PLAIN_CHAPTER = "# 第一章\n\n正文一段。\n"


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files by their paths; texts as UTF-8."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def marked(text: str) -> Marked:
    """A tree of YAML that has no faults."""
    tree, found = parse(text, "book.yaml")
    assert tree is not None
    assert not found
    return tree


def said(found: Iterable[Diagnostic]) -> list[str]:
    """``Y111 book.yaml:2:1`` for each diagnostic, sorted; every message and hint must be filled in."""
    lines = []
    for item in found:
        for language in ("zh", "en"):
            for words in (item.message(language), item.hint(language)):
                assert words
                assert not _UNFILLED.search(words), words
        lines.append(f"{item.code.id} {item.place or '-'}")
    return sorted(lines)


def png(width: int = 4, height: int = 3, mode: str = "RGB", form: str = "PNG", **options: object) -> bytes:
    """A small picture that is whole; noise, so that cutting it off takes something away."""
    small = width * height < 1_000_000
    image = Image.effect_noise((width, height), 80).convert(mode) if small else Image.new(mode, (width, height))
    target = BytesIO()
    image.save(target, form, **options)  # type: ignore[arg-type]
    return target.getvalue()

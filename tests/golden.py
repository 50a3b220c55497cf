"""Golden files: what a stage gives today against what it gave when somebody last read it."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any

from fuzi.model.source import Place

RENEW = "FUZI_GOLDEN"


def check(path: Path, text: str) -> None:
    """Compare with the golden file; with FUZI_GOLDEN=1 in the environment write it anew (then read the diff)."""
    if os.environ.get(RENEW):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no golden file {path.name}: run once with {RENEW}=1 and read what it wrote"
    assert text == path.read_text(encoding="utf-8")


def dump(value: Any) -> str:
    """A tree of model values as indented text: kind, place, fields; empty fields are left out."""
    return "\n".join(_lines(value, "")) + "\n"


def _lines(value: Any, indent: str, name: str = "") -> Iterator[str]:
    label = f"{name}: " if name else ""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {item.name: getattr(value, item.name) for item in dataclasses.fields(value) if item.repr}
        place = fields.pop("place", None)
        where = f" @{place}" if isinstance(place, Place) else ""
        simple = {key: text for key, item in fields.items() if (text := _simple(item)) is not None}
        inline = "".join(f" {key}={text}" for key, text in simple.items() if text)
        yield f"{indent}{label}{type(value).__name__}{where}{inline}"
        for key, item in fields.items():
            if key not in simple:
                yield from _lines(item, indent + "  ", key)
    elif isinstance(value, frozenset | set):
        yield from _lines(sorted(value, key=repr), indent, name)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _lines(item, indent, name)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _lines(item, indent, str(key))
    else:
        yield f"{indent}{label}{value!r}"


def _simple(item: Any) -> str | None:
    """One word for a plain value, empty text for nothing, None for what needs lines of its own."""
    if item in (None, "", (), 0) or item is False:
        return ""
    if isinstance(item, Enum):
        return str(item.value)
    if isinstance(item, bytes):
        return f"<{len(item)} bytes>"
    if isinstance(item, str | int | float):
        return repr(item)
    if isinstance(item, Iterable) and all(isinstance(part, str) for part in item):
        return repr(tuple(item))
    return None if dataclasses.is_dataclass(item) or isinstance(item, Iterable) else str(item)

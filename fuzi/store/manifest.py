"""manifest.json: which files belong to a set of editions, with their digests."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from fuzi.model.product import FontFact

SCHEMA = 2
READABLE = (1, 2)
"""Schemas that are still read; the first did not list fonts."""
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a set; ``sources`` is the digest of all that it was made from, ``extent`` pages or documents.

    ``fonts`` are the font files that its pages were set from.
    """

    edition: str
    path: str
    media_type: str
    size: int
    sha256: str
    extent: int
    sources: str
    fonts: tuple[FontFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A whole set of editions of one book. It holds no dates, so that equal sets have equal manifests."""

    book: str
    title: str
    tool: str
    entries: tuple[Entry, ...]

    def encode(self) -> bytes:
        """The manifest as JSON, keys and entries in a fixed order."""
        tree = {
            "schema": SCHEMA,
            "book": self.book,
            "title": self.title,
            "tool": self.tool,
            "files": [asdict(entry) for entry in sorted(self.entries, key=lambda entry: entry.path)],
        }
        return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


def read(folder: Path) -> Manifest | None:
    """The manifest of a set, or None when there is none that can be trusted."""
    try:
        tree = json.loads((folder / NAME).read_bytes())
        if tree["schema"] not in READABLE:
            return None
        entries = tuple(_entry(item) for item in tree["files"])
        manifest = Manifest(tree["book"], tree["title"], tree["tool"], entries)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return manifest if all(_inside(entry.path) for entry in entries) else None


def _entry(item: dict[str, Any]) -> Entry:
    fonts = tuple(FontFact(**font) for font in item.get("fonts", ()))
    return Entry(**{**item, "fonts": fonts})


def _inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts

"""manifest.json: which files belong to a set of editions, with their digests."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

SCHEMA = 1
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a set; ``sources`` is the digest of all that it was made from, ``extent`` pages or documents."""

    edition: str
    path: str
    media_type: str
    size: int
    sha256: str
    extent: int
    sources: str


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
        if tree["schema"] != SCHEMA:
            return None
        entries = tuple(Entry(**item) for item in tree["files"])
        manifest = Manifest(tree["book"], tree["title"], tree["tool"], entries)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return manifest if all(_inside(entry.path) for entry in entries) else None


def _inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts

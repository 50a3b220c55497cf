"""Ids of chapters and parts: ASCII, unique in the book, and the same as long as the file keeps its name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from hashlib import sha256

RESERVED = frozenset(
    ("cover", "half-title", "series", "title", "copyright", "contributors", "contents", "colophon", "nav", "toc", "ncx")
)
"""Ids of the pages that the tool itself makes."""

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


@dataclass(slots=True)
class Ids:
    """Gives out ids; two that differ only in capitals count as the same, since they become file names."""

    taken: set[str] = field(default_factory=set)

    def chapter(self, path: str) -> str:
        """The id of the chapter in ``text/…``, from the name of its file and of the folders below text/."""
        stem = path.removeprefix("text/").rpartition(".")[0]
        return self._unique(_slug(stem, "c"), path)

    def part(self, title: str, path: str) -> str:
        """The id of a part, from its title; ``path`` (of its first file) tells parts of the same title apart."""
        return self._unique(_slug(title, "part", always=True), path)

    def _unique(self, wanted: str, path: str) -> str:
        found = wanted
        number = 1
        while found.casefold() in self.taken or found.casefold() in RESERVED:
            found = f"{wanted}-{_digest(path)}" if number == 1 else f"{wanted}-{_digest(path)}-{number}"
            number += 1
        self.taken.add(found.casefold())
        return found


def _slug(text: str, prefix: str, *, always: bool = False) -> str:
    """ASCII of a name: itself if it can be an id; else with the prefix, and with a digest of what ASCII cannot say."""
    name = unicodedata.normalize("NFC", text)
    slug = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-_")
    if not name.isascii() or not slug:
        slug = f"{slug}-{_digest(name)}" if slug else _digest(name)
    return slug if _PLAIN.fullmatch(slug) and not always and name.isascii() else f"{prefix}-{slug}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:8]

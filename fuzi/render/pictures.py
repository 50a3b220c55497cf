"""Pictures: what of the book folder a galley shows, under plain ASCII names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import PurePosixPath

from fuzi.model.book import Asset
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from fuzi.render.codes import PICTURE_MISSING

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")


@dataclass(slots=True)
class PictureShelf:
    """The pictures of a book by their path in its folder; keeps those that were used, under the name of the galley."""

    sources: dict[str, Asset]
    used: dict[str, Asset] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @classmethod
    def of(cls, assets: Iterable[Asset]) -> PictureShelf:
        """A shelf of these pictures."""
        return cls({asset.path: asset for asset in assets})

    def use(self, source: str, place: Place) -> Asset | None:
        """The picture as the galley calls it, or None (and a diagnostic) when the book does not have it."""
        if source in self.used:
            return self.used[source]
        asset = self.sources.get(source)
        if asset is None:
            self.diagnostics.append(PICTURE_MISSING.at(place, source=source))
            return None
        self.used[source] = replace(asset, path=f"assets/{_name(source)}")
        return self.used[source]


def _name(source: str) -> str:
    """A file name that every reading system takes and that no other source shares."""
    path = PurePosixPath(source)
    digest = sha256(source.encode()).hexdigest()[:8]
    stem = path.stem if _PLAIN.match(path.name) else "picture"
    return f"{stem}-{digest}{path.suffix.lower() if path.suffix.isascii() else ''}"

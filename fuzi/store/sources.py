"""The digest of everything in a book folder: equal digests mean that nothing was edited in between."""

from __future__ import annotations

import os
from pathlib import Path

from fuzi.store.digest import of_file, of_parts


def digest_of_sources(folder: Path, *also: str) -> str:
    """SHA-256 over the paths and contents of the files in a book folder, and over ``also`` (versions, settings).

    Hidden files and folders are left out; symbolic links are named but not followed.
    """
    parts = list(also)
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(root) / name
            parts.append(path.relative_to(folder).as_posix())
            parts.append(f"-> {os.readlink(path)}" if path.is_symlink() else of_file(path))
    return of_parts(parts)

"""The digest of everything in a book folder: equal digests mean that nothing was edited in between."""

from __future__ import annotations

import os
from pathlib import Path

from fuzi.store.digest import of_file, of_parts


def digest_of_sources(folder: Path, *also: str) -> str:
    """SHA-256 over the paths and contents of the files in a book folder, and over ``also`` (versions, settings).

    Hidden files and folders are left out; symbolic links are named but not followed, and what is no regular file (a
    pipe, a socket, a device) is named but not opened: reading it might never end.
    """
    parts = list(also)
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(root) / name
            parts.append(path.relative_to(folder).as_posix())
            parts.append(_content(path))
    return of_parts(parts)


def _content(path: Path) -> str:
    if path.is_symlink():
        return f"-> {os.readlink(path)}"
    return of_file(path) if path.is_file() else "not a regular file"

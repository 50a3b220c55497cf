"""A new folder, made whole or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from fuzi.model.faults import DiskFault
from fuzi.store import atomic


def is_free(folder: Path) -> bool:
    """True when the folder does not exist yet, or is empty."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return False
    return not folder.exists() or not any(folder.iterdir())


def put_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make ``folder`` with these files (path inside it -> bytes) by one rename; it must be free.

    Raises DiskFault when the disk refuses; nothing is left behind then.
    """
    temporary = folder.parent / f".{folder.name}-{secrets.token_hex(6)}"
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            atomic.write(temporary / name, data)
        if folder.exists():
            folder.rmdir()
        temporary.rename(folder)
        atomic.sync_folder(folder.parent)
    except OSError as error:
        shutil.rmtree(temporary, ignore_errors=True)
        raise DiskFault(
            zh=f"写不成文件夹 {folder}：{error.strerror}",
            en=f"cannot write the folder {folder}: {error.strerror}",
        ) from error

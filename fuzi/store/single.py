"""One file that is no edition, such as a report: written beside its name and then renamed, so that it is whole."""

from __future__ import annotations

import secrets
from pathlib import Path

from fuzi.model.faults import DiskFault
from fuzi.store import atomic


def put_file(path: Path, data: bytes) -> None:
    """Write ``path``, in the place of an older file of that name. Raises DiskFault when the disk refuses."""
    temporary = path.with_name(f".{path.name}-{secrets.token_hex(6)}")
    try:
        atomic.write(temporary, data)
        temporary.rename(path)
        atomic.sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise DiskFault(
            zh=f"写不成文件 {path}：{error.strerror}",
            en=f"cannot write the file {path}: {error.strerror}",
        ) from error

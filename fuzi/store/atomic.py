"""Writing that survives a power cut: data reach the disk before the name does."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from fuzi.model.faults import DiskFault


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write(path: Path, data: bytes) -> None:
    """Write a new file and bring it to the disk; its folder is made when it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def link(source: Path, target: Path) -> None:
    """A second name for a file that stays as it is; a copy where the file system has no hard links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP):
            raise
        write(target, source.read_bytes())


def point(name: Path, target: str, temporary: Path) -> None:
    """Make the symbolic link ``name`` lead to ``target`` by one rename: old or new, never nothing.

    ``temporary`` is a free name on the same file system; ``target`` is relative to the folder of ``name``.
    """
    os.symlink(target, temporary, target_is_directory=True)
    try:
        os.replace(temporary, name)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(name.parent)


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; a second build of the same book is refused at once.

    The lock belongs to the process: a killed build leaves none behind.
    """
    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DiskFault(
                zh=f"另一个付梓进程正在往 {folder} 里写这部书；本次什么也没有改动",
                en=f"another fuzi process is writing this book in {folder}; nothing was changed",
            ) from None
        yield
    finally:
        os.close(descriptor)

"""Publishing a set of editions: made in full beside the old set, then made current by one rename."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzi.model.faults import DiskFault
from fuzi.model.product import Artifact
from fuzi.store import atomic, digest
from fuzi.store.manifest import NAME, Entry, Manifest, read

SETS = ".sets"
TEMPORARY = ".tmp-"


@dataclass(frozen=True, slots=True)
class Published:
    """Where a set now stands: ``folder`` is the path that users see, ``files`` the new files in the order given."""

    folder: Path
    files: tuple[Path, ...]


def publish(
    output: Path, book: str, title: str, tool: str, artifacts: Sequence[Artifact], *, sources: str
) -> Published:
    """Make ``artifacts`` part of the current set of ``book`` under ``output/<book>/``.

    Files of the current set that are not built anew stay, as hard links. Whatever goes wrong before the last rename
    leaves the old set current and whole.

    Raises DiskFault when the disk refuses.
    """
    current = output / book
    sets = output / SETS / book
    try:
        sets.mkdir(parents=True, exist_ok=True)
        with atomic.locked(sets):
            _sweep(sets)
            _refuse_foreign(current)
            old = current.resolve() if current.is_symlink() else None
            name = _assemble(sets, old, book, title, tool, artifacts, sources)
            if old is None or old.name != name:
                atomic.point(current, f"{SETS}/{book}/{name}", sets / f"{TEMPORARY}{secrets.token_hex(6)}")
            _remove_others(sets, name)
    except OSError as error:
        raise DiskFault(
            zh=f"写不进输出文件夹 {output}：{error.strerror}；原有的版本没有改动",
            en=f"cannot write to the output folder {output}: {error.strerror}; the old editions are unchanged",
        ) from error
    return Published(current, tuple(current / artifact.path for artifact in artifacts))


def _assemble(
    sets: Path, old: Path | None, book: str, title: str, tool: str, artifacts: Sequence[Artifact], sources: str
) -> str:
    """Build the new set in a private folder and give it its name, which follows from its content."""
    fresh = {artifact.path: _entry(artifact, sources) for artifact in artifacts}
    previous = read(old) if old else None
    kept = [entry for entry in (previous.entries if previous else ()) if entry.path not in fresh]
    kept = [entry for entry in kept if old and _whole(old / entry.path, entry)]
    manifest = Manifest(book, title, tool, (*kept, *fresh.values()))
    encoded = manifest.encode()
    name = digest.of_bytes(encoded)[:16]
    if _is_whole_set(sets / name, manifest, encoded):
        return name
    if (sets / name).exists():  # somebody changed a file of the same set: leave it, take another name
        name = f"{name}-{secrets.token_hex(3)}"
    temporary = sets / f"{TEMPORARY}{secrets.token_hex(6)}"
    try:
        for artifact in artifacts:
            atomic.write(temporary / artifact.path, artifact.data)
        for entry in kept:
            assert old is not None
            atomic.link(old / entry.path, temporary / entry.path)
        atomic.write(temporary / NAME, encoded)
        for folder in {temporary, *(path.parent for path in temporary.rglob("*"))}:
            atomic.sync_folder(folder)
        temporary.rename(sets / name)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    atomic.sync_folder(sets)
    return name


def _entry(artifact: Artifact, sources: str) -> Entry:
    sha256 = digest.of_bytes(artifact.data)
    return Entry(
        artifact.edition, artifact.path, artifact.media_type, len(artifact.data), sha256, artifact.extent, sources
    )


def _whole(path: Path, entry: Entry) -> bool:
    try:
        return path.stat().st_size == entry.size and digest.of_file(path) == entry.sha256
    except OSError:
        return False


def _is_whole_set(folder: Path, manifest: Manifest, encoded: bytes) -> bool:
    try:
        if (folder / NAME).read_bytes() != encoded:
            return False
    except OSError:
        return False
    return all(_whole(folder / entry.path, entry) for entry in manifest.entries)


def _refuse_foreign(current: Path) -> None:
    """A real file or folder under the book's name is not ours: never delete it."""
    if current.exists() and not current.is_symlink():
        raise DiskFault(
            zh=f"{current} 不是付梓建立的；请把它移走，或用 --output 另选文件夹",
            en=f"{current} was not made by fuzi; move it away, or choose another folder with --output",
            command=f"mv '{current}' '{current}.old'",
        )


def _sweep(sets: Path) -> None:
    for leftover in sets.glob(f"{TEMPORARY}*"):
        if leftover.is_symlink():
            with contextlib.suppress(OSError):
                leftover.unlink()
        else:
            shutil.rmtree(leftover, ignore_errors=True)


def _remove_others(sets: Path, name: str) -> None:
    for folder in sets.iterdir():
        if folder.is_dir() and folder.name != name:
            shutil.rmtree(folder, ignore_errors=True)

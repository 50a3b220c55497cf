"""Publishing a set of editions: made in full beside the old set, then made current by one rename."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzi.model.faults import DiskFault
from fuzi.model.product import Artifact
from fuzi.store import atomic, digest
from fuzi.store.manifest import NAME, Entry, Manifest, read

SETS = ".sets"
TEMPORARY = ".tmp-"
ORIGIN = ".origin"
"""Names the book folder that a set of editions was made from."""


@dataclass(frozen=True, slots=True)
class Published:
    """Where a set now stands: ``folder`` is the path that users see, ``files`` the new files in the order given."""

    folder: Path
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The place of one book under the output folder, held by this process alone."""

    output: Path
    book: str

    @property
    def current(self) -> Path:
        """The path that users see."""
        return self.output / self.book

    @property
    def sets(self) -> Path:
        """The folder that holds the sets themselves."""
        return self.output / SETS / self.book

    def publish(self, title: str, tool: str, artifacts: Sequence[Artifact], *, sources: str) -> Published:
        """Make ``artifacts`` part of the current set.

        Files of the current set that are not built anew stay, as hard links. Whatever goes wrong before the last
        rename leaves the old set current and whole. Raises DiskFault when the disk refuses.
        """
        with _disk(self.output):
            old = self.current.resolve() if self.current.is_symlink() else None
            name = _assemble(self.sets, old, self.book, title, tool, artifacts, sources)
            if old is None or old.name != name:
                temporary = self.sets / f"{TEMPORARY}{secrets.token_hex(6)}"
                atomic.point(self.current, f"{SETS}/{self.book}/{name}", temporary)
            _remove_others(self.sets, name)
        return Published(self.current, tuple(self.current / artifact.path for artifact in artifacts))


@contextlib.contextmanager
def reserved(output: Path, book: str, origin: Path) -> Iterator[Shelf]:
    """Hold the place of ``book`` under ``output`` while it is being built from the folder ``origin``.

    Raises DiskFault before any work when the folder cannot be written, when another process is building the same book,
    or when the place belongs to something else: a file or folder that fuzi did not make, or another book.
    """
    shelf = Shelf(output, book)
    with _disk(output):
        shelf.sets.mkdir(parents=True, exist_ok=True)
    with contextlib.ExitStack() as held:
        with _disk(output):
            held.enter_context(atomic.locked(shelf.sets))
            _sweep(shelf.sets)
            _refuse_foreign(shelf.current)
            _claim(shelf, origin.resolve())
        yield shelf


@contextlib.contextmanager
def _disk(output: Path) -> Iterator[None]:
    """What the disk refuses is a fault of the machine, with its remedy."""
    try:
        yield
    except OSError as error:
        raise DiskFault(
            zh=f"写不进输出文件夹 {output}（{error.strerror}）；原有的版本没有改动。"
            "请腾出空间、改正权限，或用 --output 另选",
            en=f"cannot write to the output folder {output} ({error.strerror}); the old editions are unchanged. "
            "Free some space, mend the rights, or choose another folder with --output",
        ) from error


def _claim(shelf: Shelf, origin: Path) -> None:
    """Two books of one slug would overwrite each other unseen: the first keeps the place while its folder is there."""
    mark = shelf.sets / ORIGIN
    owner = Path(mark.read_text(encoding="utf-8")) if mark.exists() else origin
    if owner != origin and (owner / "book.yaml").exists() and shelf.current.exists():
        raise DiskFault(
            zh=f"{shelf.current} 里是另一部书（{owner}）的版本。两部书的 slug 都是“{shelf.book}”："
            "请在 book.yaml 里改一个，或用 --output 另选文件夹",
            en=f"{shelf.current} holds the editions of another book ({owner}). Both have the slug “{shelf.book}”: "
            "change one in book.yaml, or choose another folder with --output",
        )
    if owner != origin or not mark.exists():
        mark.unlink(missing_ok=True)
        atomic.write(mark, str(origin).encode())


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
    fonts = artifact.facts.fonts if artifact.facts else ()
    size = len(artifact.data)
    return Entry(artifact.edition, artifact.path, artifact.media_type, size, sha256, artifact.extent, sources, fonts)


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

"""The book folder: the only door to its files, which nothing outside can be reached through."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from fuzi.load import codes
from fuzi.model.faults import DiskFault
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

LARGEST_TEXT = 16_000_000
LARGEST_FIGURE = 200_000_000
"""Bytes of one file."""

_LITTER = ("Thumbs.db", "desktop.ini")  # left by file managers
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Found:
    """What a path led to: the bytes, or ``problem``; ``missing`` when the path is good and nothing is there."""

    data: bytes | None = None
    problem: Diagnostic | None = None
    missing: bool = False


class BookFolder:
    """Reads files of one folder by paths with ``/`` that are counted from it."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name or folder.resolve().name
        self._root = folder.resolve()

    def read(self, path: str, place: Place | None, *, limit: int = LARGEST_TEXT, example: str = "text/01.md") -> Found:
        """The bytes of a file; ``place`` is where its path is written, ``example`` a right path for hints."""
        problem = path_problem(path, place, example)
        if problem is not None:
            return Found(problem=problem)
        try:
            real = (self._root / path).resolve(strict=True)
        except (FileNotFoundError, NotADirectoryError):
            if self.leads_out(path):
                return Found(problem=codes.PATH_LEAVES.at(place, path=path, example=example))
            return Found(missing=True)
        except (OSError, RuntimeError, ValueError):  # a loop of links, a name too long
            return Found(problem=codes.NOT_FILE.at(place, path=path))
        if not real.is_relative_to(self._root):
            return Found(problem=codes.PATH_LEAVES.at(place, path=path, example=example))
        return self._bytes(real, path, place, limit)

    def files(self, under: str) -> tuple[str, ...]:
        """Every file below a folder of the book, hidden ones left out, sorted; links to folders are not followed."""
        if self.leads_out(under):
            return ()
        found: list[str] = []
        for where, folders, names in os.walk(self._root / under):
            folders[:] = [name for name in folders if not name.startswith(".")]
            visible = [name for name in names if name[0] != "." and name[-1] != "~" and name not in _LITTER]
            found.extend((Path(where) / name).relative_to(self._root).as_posix() for name in visible)
        # Names that are not UTF-8 are shown as well as can be: nothing in book.yaml can name them.
        return tuple(sorted(os.fsencode(path).decode("utf-8", errors="replace") for path in found))

    def leads_out(self, path: str) -> bool:
        """True when a link on the way of a path leads out of the book, whether or not there is anything at its end."""
        return not (self._root / path).resolve().is_relative_to(self._root)

    def _bytes(self, real: Path, path: str, place: Place | None, limit: int) -> Found:
        try:
            if not stat.S_ISREG(real.stat().st_mode):  # opening a device may already do something
                return Found(problem=codes.NOT_FILE.at(place, path=path))
        except OSError as error:
            raise _unreadable(path, error) from error
        # A link that was put there after the check is not followed, and a pipe does not make the reading wait.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            handle = os.open(real, flags)
        except OSError as error:
            raise _unreadable(path, error) from error
        try:
            facts = os.fstat(handle)
            if not stat.S_ISREG(facts.st_mode):
                return Found(problem=codes.NOT_FILE.at(place, path=path))
            if facts.st_size > limit:
                return Found(problem=codes.FILE_LARGE.at(place, size=facts.st_size, limit=limit))
            with os.fdopen(os.dup(handle), "rb") as file:
                return Found(data=file.read(limit))
        except OSError as error:
            raise _unreadable(path, error) from error
        finally:
            os.close(handle)


def path_problem(path: str, place: Place | None, example: str) -> Diagnostic | None:
    """What is wrong with a path before anything is looked up on the disk.

    A path must be plain as it stands and after every unquoting of ``%``: no way round by ``%2e%2e`` or ``%252e``.
    """
    forms = [path]
    while len(forms) < 5 and (plain := unquote(forms[-1], errors="replace")) != forms[-1]:
        forms.append(plain)
    for form in forms:
        folded = form.replace("\\", "/").strip()
        scheme = _SCHEME.match(folded)
        if scheme is not None or folded.startswith("//"):
            # One letter is a drive of Windows, not a scheme.
            local = scheme is not None and (len(scheme.group()) == 2 or scheme.group().casefold() == "file:")
            return (codes.PATH_LEAVES if local else codes.PATH_REMOTE).at(place, path=path, example=example)
        if folded.startswith(("/", "~")) or ".." in folded.split("/"):
            return codes.PATH_LEAVES.at(place, path=path, example=example)
    if not all(map(_is_plain, forms)):
        return codes.PATH_FORM.at(place, path=path, example=example)
    return None


def _is_plain(path: str) -> bool:
    printable = all(character >= " " for character in path)
    return printable and "\\" not in path and path not in ("", ".") and path == str(PurePosixPath(path))


def _unreadable(path: str, error: OSError) -> DiskFault:
    why = error.strerror or "?"
    return DiskFault(zh=f"读不了文件 {path}（{why}）", en=f"cannot read {path} ({why})", command=f"chmod u+r {path}")

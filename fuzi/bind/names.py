"""File names inside the package: ASCII, stable, unique even where letter case is ignored."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from posixpath import basename, splitext

_PLAIN = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_NCNAME = re.compile(r"[^\W\d][\w.\-·]*")
LONGEST = 80
"""Characters of a stem that are kept: some reading systems unpack into long folders."""


def file_names(paths: Iterable[str], *, suffix: str | None = None, reserved: Iterable[str] = ()) -> Mapping[str, str]:
    """One file name for each path, from its last part; ``suffix`` (``.xhtml``) is added to what has none.

    A name that is not plain ASCII, or that another path has too, gets a digest of its whole path. So a name does not
    depend on the order of the paths.
    """
    distinct = tuple(dict.fromkeys(paths))
    wanted = {path: basename(path) + (suffix or "") for path in distinct}
    taken = Counter(name.casefold() for name in wanted.values())
    taken.update(name.casefold() for name in reserved)
    return {
        path: name if _is_plain(name) and taken[name.casefold()] == 1 else _digested(path, name)
        for path, name in wanted.items()
    }


def is_xml_id(text: str) -> bool:
    """Whether ``text`` can be an ``id`` in XML (NCName)."""
    return _NCNAME.fullmatch(text) is not None


def item_id(path: str) -> str:
    """The manifest id of the file at ``path``, an ASCII path that is unique without regard to case."""
    return "item-" + re.sub(r"[^A-Za-z0-9._-]", "-", path)


def _is_plain(name: str) -> bool:
    return _PLAIN.fullmatch(name) is not None and len(splitext(name)[0]) <= LONGEST


def _digested(path: str, name: str) -> str:
    stem, extension = splitext(name)
    readable = re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-")[:LONGEST]
    digest = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    kept = extension.lower() if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", extension) else ""
    return "-".join(filter(None, (readable, digest))) + kept

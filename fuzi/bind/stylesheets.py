"""Stylesheets of the package: the galley's, with the addresses of pictures and fonts settled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, relpath
from urllib.parse import quote

from fuzi.bind.codes import MISSING_ASSET
from fuzi.bind.links import ASSETS, asset_name
from fuzi.model.report import Diagnostic

_SKIPPED = r"/\*.*?\*/|@namespace\b[^;]*;"
_URL = re.compile(
    _SKIPPED + r"""|url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""",
    re.DOTALL | re.IGNORECASE,
)

_INSIDE = ("data:", "#")
"""Addresses that lead out of no file."""


def assets_used(css: str) -> Iterator[str]:
    """The names below ``assets/`` that a stylesheet refers to."""
    for match in _URL.finditer(css):
        address = _address(match)
        if address is not None and address.startswith(ASSETS):
            yield asset_name(address)


def settle(css: str, path: str, assets: Mapping[str, str]) -> tuple[str, list[Diagnostic]]:
    """The stylesheet as it stands at ``path``; what it takes from elsewhere is reported.

    ``assets`` maps names below ``assets/`` to paths in the package.
    """
    problems: list[Diagnostic] = []

    def settled(match: re.Match[str]) -> str:
        address = _address(match)
        if address is None or address.startswith(_INSIDE):
            return match.group()
        target = assets.get(asset_name(address)) if address.startswith(ASSETS) else None
        if target is None:
            problems.append(MISSING_ASSET.at(None, section=path, path=address))
            return match.group()
        return f'url("{quote(relpath(target, dirname(path) or "."))}")'

    return _URL.sub(settled, css), problems


def _address(match: re.Match[str]) -> str | None:
    """The address that was found; None for a comment or a namespace, where an address means nothing."""
    return next((group for group in match.groups() if group is not None), None)

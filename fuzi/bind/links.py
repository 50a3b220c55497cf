"""Where links and pictures lead inside the package: ids and assets of the galley become paths of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, relpath
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from lxml import etree

from fuzi.bind.codes import AMBIGUOUS_TARGET, MISSING_ASSET, UNKNOWN_TARGET
from fuzi.bind.vocabulary import SVG, XHTML, XLINK_HREF
from fuzi.model.galley import Section
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

ASSETS = "assets/"
"""How ``Section.html`` names the folder of pictures."""

OUTSIDE = frozenset({"http", "https", "mailto", "tel", "ftp"})
"""Schemes of links that may leave the book."""

_SHOWN = {
    f"{{{XHTML}}}{name}": ("src", "poster", "data")
    for name in ("img", "source", "video", "audio", "track", "object", "embed", "iframe", "input")
} | {f"{{{SVG}}}{name}": ("href", XLINK_HREF) for name in ("image", "feImage")}
_LINKS = {
    f"{{{XHTML}}}a": ("href",),
    f"{{{XHTML}}}area": ("href",),
    f"{{{SVG}}}a": ("href", XLINK_HREF),
}


class Reference(NamedTuple):
    """One address in a document: the attribute of the element that holds it."""

    element: etree._Element
    attribute: str
    address: str


@dataclass(frozen=True, slots=True)
class Directory:
    """What can be linked to.

    ``paths``: section id -> path of its document in the package; ``ids``: section id -> the ids that stand in its
    document; ``owners``: id -> the sections that have it; ``replaced``: the sections whose document is made by us
    (contents, cover), so that a link into them leads to the document as a whole; ``assets``: name below ``assets/`` ->
    path in the package.
    """

    paths: Mapping[str, str]
    ids: Mapping[str, frozenset[str]]
    owners: Mapping[str, tuple[str, ...]]
    replaced: frozenset[str]
    assets: Mapping[str, str]

    def href(self, section: str, target: str, base: str) -> str:
        """The address of ``target`` in ``section`` as seen from the document at ``base``."""
        path = self.paths[section]
        local = path == base
        document = "" if local else relpath(path, dirname(base) or ".")
        whole = section in self.replaced or (target == section and not local)
        return document if whole and document else f"{document}#{quote(target)}"

    def owners_of(self, target: str, section: str) -> tuple[str, ...]:
        """The sections that ``#target`` may mean in ``section``: itself first, the others only if it lacks the id."""
        if target in self.ids.get(section, frozenset()):
            return (section,)
        return self.owners.get(target, ())


def directory(
    paths: Mapping[str, str], ids: Mapping[str, frozenset[str]], replaced: frozenset[str], assets: Mapping[str, str]
) -> Directory:
    """The directory of a book whose sections have these paths and ids."""
    owners: dict[str, tuple[str, ...]] = {}
    for section in paths:
        for name in ids.get(section, frozenset()):
            owners[name] = (*owners.get(name, ()), section)
    return Directory(paths, ids, owners, replaced, assets)


def assets_used(root: etree._Element) -> Iterator[str]:
    """The names below ``assets/`` that a document shows, in document order."""
    for reference in _references(root, _SHOWN):
        if reference.address.startswith(ASSETS):
            yield asset_name(reference.address)


def asset_name(address: str) -> str:
    """``assets/%E5%9B%BE.png`` -> ``图.png``."""
    return unquote(address.removeprefix(ASSETS))


def settle(section: Section, root: etree._Element, where: Directory) -> Iterator[Diagnostic]:
    """Rewrite all links and pictures of a section for its place in the package; what leads nowhere is reported."""
    base = where.paths[section.id]
    place = Place(section.source) if section.source else None
    for reference in _references(root, _SHOWN):
        path = where.assets.get(asset_name(reference.address)) if reference.address.startswith(ASSETS) else None
        if path is None:
            yield MISSING_ASSET.at(place, section=section.title or section.id, path=reference.address)
        else:
            reference.element.set(reference.attribute, quote(relpath(path, dirname(base) or ".")))
    for reference in _references(root, _LINKS):
        href, problem = _link(section, reference.address, base, where, place)
        if problem is not None:
            yield problem
        else:
            reference.element.set(reference.attribute, href)


def _references(root: etree._Element, table: Mapping[str, tuple[str, ...]]) -> list[Reference]:
    return [
        Reference(element, attribute, address)
        for element in root.iter(*table)
        for attribute in table[str(element.tag)]
        if (address := element.get(attribute)) is not None
    ]


def _link(
    section: Section, address: str, base: str, where: Directory, place: Place | None
) -> tuple[str, Diagnostic | None]:
    title = section.title or section.id
    if address.startswith("#") and len(address) > 1:
        target = unquote(address[1:])
        owners = where.owners_of(target, section.id)
        if len(owners) == 1:
            return where.href(owners[0], target, base), None
        if owners:
            documents = ", ".join(where.paths[owner] for owner in owners)
            return address, AMBIGUOUS_TARGET.at(place, section=title, target=address, documents=documents)
    elif _scheme(address) in OUTSIDE:
        return address, None
    return address, UNKNOWN_TARGET.at(place, section=title, target=address)


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:
        return ""

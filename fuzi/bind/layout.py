"""Where everything goes: which files a package has, in which order, under which names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from fuzi.bind import documents, links, stylesheets
from fuzi.bind.codes import UNFIT_MEDIA_TYPE
from fuzi.bind.links import ASSETS, Directory
from fuzi.bind.names import file_names
from fuzi.bind.vocabulary import CORE_TYPES, COVER_TYPES
from fuzi.model.book import Asset
from fuzi.model.galley import Galley, Matter, Section
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

NAV_PATH, COVER_PATH, NCX_PATH = "nav.xhtml", "cover.xhtml", "toc.ncx"
COVER_KIND, CONTENTS_KIND = "cover", "contents"
_OWN_PATHS = {COVER_KIND: COVER_PATH, CONTENTS_KIND: NAV_PATH}


@dataclass(frozen=True, slots=True)
class Layout:
    """The plan of one package.

    ``sections`` are in spine order, with the cover and the contents page that bind makes; ``roots`` are the trees of
    the sections that become documents as they are, by id; ``pictures`` and ``styles`` the other files by path.
    """

    sections: tuple[Section, ...]
    roots: Mapping[str, etree._Element]
    where: Directory
    cover_path: str
    pictures: Mapping[str, Asset]
    styles: Mapping[str, str]

    @property
    def unreadable(self) -> bool:
        """Whether there is a section that is not well-formed."""
        return any(section.id not in self.roots and section.kind not in _OWN_PATHS for section in self.sections)


def lay_out(galley: Galley, cover: Asset) -> tuple[Layout, list[Diagnostic]]:
    """Read every section and give every file of the package its path."""
    trees, problems = _trees(galley)
    sections = _in_spine_order(galley)
    replaced = frozenset(section.id for section in sections if section.kind in _OWN_PATHS)
    ids = {name: documents.ids_of(root) for name, root in trees.items()}
    ids |= {name: ids.get(name, frozenset()) | {name} for name in replaced}
    roots = {name: root for name, root in trees.items() if name not in replaced}
    used = _assets_used(galley, roots.values())
    problems += [
        UNFIT_MEDIA_TYPE.at(Place(asset.path), path=asset.path, media_type=asset.media_type)
        for asset in used
        if asset.media_type not in CORE_TYPES
    ]
    cover_name = f"cover{COVER_TYPES[cover.media_type]}"
    names = file_names((asset.path for asset in used), reserved=[cover_name])
    pictures = {ASSETS + names[asset.path]: asset for asset in used}
    assets = {asset.path.removeprefix(ASSETS): path for path, asset in pictures.items()}
    style_names = file_names(galley.stylesheets)
    styles = {f"styles/{style_names[name]}": css for name, css in galley.stylesheets.items()}
    where = links.directory(_paths(sections, replaced), ids, replaced, assets)
    return Layout(sections, roots, where, ASSETS + cover_name, pictures, styles), problems


def _trees(galley: Galley) -> tuple[dict[str, etree._Element], list[Diagnostic]]:
    trees: dict[str, etree._Element] = {}
    problems: list[Diagnostic] = []
    for section in galley.sections:
        root, faults = documents.parse(section)
        problems += faults
        if root is not None:
            trees[section.id] = root
    return trees, problems


def _in_spine_order(galley: Galley) -> tuple[Section, ...]:
    """The cover first; the contents page where the galley has one, else before the body."""
    kinds = {section.kind for section in galley.sections}
    taken = {section.id for section in galley.sections}
    sections = list(galley.sections)
    if CONTENTS_KIND not in kinds:
        after_front = (number for number, section in enumerate(sections) if section.matter is not Matter.FRONT)
        contents = Section(_free("contents", taken), CONTENTS_KIND, Matter.FRONT, "", "")
        sections.insert(next(after_front, len(sections)), contents)
    if COVER_KIND not in kinds:
        sections.insert(0, Section(_free("cover", taken), COVER_KIND, Matter.FRONT, "", ""))
    return tuple(sorted(sections, key=lambda section: section.kind != COVER_KIND))


def _free(name: str, taken: set[str]) -> str:
    return name if name not in taken else _free(f"{name}-page", taken)


def _paths(sections: Iterable[Section], replaced: frozenset[str]) -> dict[str, str]:
    names = file_names((section.id for section in sections if section.id not in replaced), suffix=".xhtml")
    return {section.id: _OWN_PATHS.get(section.kind) or f"text/{names[section.id]}" for section in sections}


def _assets_used(galley: Galley, roots: Iterable[etree._Element]) -> list[Asset]:
    """The assets that documents and stylesheets refer to, in the order of the galley."""
    shown: Iterator[str] = chain.from_iterable(links.assets_used(root) for root in roots)
    in_styles = chain.from_iterable(stylesheets.assets_used(css) for css in galley.stylesheets.values())
    wanted = {*shown, *in_styles}
    return [asset for asset in galley.assets if asset.path.removeprefix(ASSETS) in wanted]

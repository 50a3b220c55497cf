"""Which characters were not set in a font of their chain: those that no font has, and those of a stranger."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes

from fuzi.model.source import Place
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.faces import Coverage, family_of
from fuzi.press.engine.places import SPAN, place_of

_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_SELECTORS = ((0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
Chain = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stray:
    """Characters of one block on one page (from 0) that were not set as its style asks.

    ``family`` is the font that they stand in, empty when no font has them.
    """

    place: Place | None
    page: int
    family: str
    characters: str


@dataclass(frozen=True, slots=True)
class _Text:
    box: Any
    page: int
    span: str


@dataclass(slots=True)
class _Chains:
    """What the chains of one font configuration cover."""

    coverage: Coverage
    families: Collection[str]
    characters: dict[Chain, set[str]] = field(default_factory=dict)
    doubtful: dict[Chain, frozenset[str]] = field(default_factory=dict)
    verdicts: dict[tuple[Any, ...], str | None] = field(default_factory=dict)

    def judge(self) -> None:
        """Find the characters that the fonts of the edition in a chain do not all have for certain."""
        for chain, characters in self.characters.items():
            named = [family for family in chain if self.coverage.names(family)]
            own = [family for family in named if family.casefold() in self.families]
            certain = own if own == named else []
            self.doubtful[chain] = frozenset(
                character
                for character in characters
                if not _invisible(character) and not any(self.coverage.has(family, character) for family in certain)
            )

    def verdict(self, style: Any, character: str) -> str | None:
        """The stranger that a character is set in, empty when no font has it; None when all is well."""
        chain = tuple(style["font_family"])
        key = (chain, style["font_weight"], style["font_style"], style["lang"], character)
        if key not in self.verdicts:
            family = family_of(style, character)
            self.verdicts[key] = None if self._serves(chain, family) else family
        return self.verdicts[key]

    def _serves(self, chain: Chain, family: str) -> bool:
        """Whether this font is one of the edition, and one that the chain names."""
        names = self.coverage.names(family) | {family.casefold()}
        if names.isdisjoint(self.families):
            return False
        return any(name.casefold() in names for name in chain)


def strays(laid_out: LaidOut, families: Collection[str]) -> Iterator[Stray]:
    """Every text that is not set in the fonts that its style names, in the order of the pages.

    ``families`` are all names of the fonts of the edition, in small letters: a style may name others, and what it
    sets in them is reported too.
    """
    texts = list(_texts(laid_out))
    chains: dict[int, _Chains] = {}
    for text in texts:
        style = text.box.style
        configuration = style.font_config
        known = chains.get(id(configuration))
        if known is None:
            known = chains[id(configuration)] = _Chains(Coverage(configuration), families)
        known.characters.setdefault(tuple(style["font_family"]), set()).update(text.box.text)
    for known in chains.values():
        known.judge()
    found: dict[tuple[str, int, str], tuple[int, dict[str, None]]] = {}
    for text in texts:
        style = text.box.style
        known = chains[id(style.font_config)]
        for character in known.doubtful[tuple(style["font_family"])].intersection(text.box.text):
            family = known.verdict(style, character)
            if family is not None:
                page = text.page if text.span else -1  # furniture stands on many pages and is named once
                found.setdefault((text.span, page, family), (text.page, {}))[1][character] = None
    for (span, _, family), (page, characters) in found.items():
        yield Stray(place_of(span), page, family, "".join(sorted(characters)))


def lacking(laid_out: LaidOut, head: str, families: Collection[str]) -> str | None:
    """The characters set in chains that begin with ``head`` which none of ``families`` has; None when there are none
    set so at all."""
    characters: set[str] = set()
    coverage: Coverage | None = None
    for text in _texts(laid_out):
        style = text.box.style
        if style["font_family"][0] == head:
            coverage = coverage or Coverage(style.font_config)
            characters.update(text.box.text)
    if coverage is None:
        return None
    seen = sorted(character for character in characters if not _invisible(character))
    return "".join(one for one in seen if not any(coverage.has(family, one) for family in families))


def _texts(laid_out: LaidOut) -> Iterator[_Text]:
    """Every text box on the pages, furniture and notes included, with the span of the block that it belongs to."""
    for number, page in enumerate(laid_out.document.pages):
        stack: list[tuple[Any, str]] = [(page._page_box, "")]
        while stack:
            box, above = stack.pop()
            box = getattr(box, "_box", box)  # what is placed absolutely hides behind a placeholder
            element = box.element
            span = above if element is None else element.get(SPAN, above)
            if isinstance(box, boxes.TextBox):
                yield _Text(box, number, span)
            elif isinstance(box, boxes.ParentBox):
                stack.extend((child, span) for child in reversed(box.children))


def _invisible(character: str) -> bool:
    """White space, controls and selectors: what needs no glyph."""
    if unicodedata.category(character) in _INVISIBLE:
        return True
    return any(first <= ord(character) <= last for first, last in _SELECTORS)

"""The whole wrap of a book on one sheet: back, spine and front, with flaps or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fuzi.manufacture.ean import MODULES, QUIET_LEFT, QUIET_RIGHT
from fuzi.model.book import Asset
from fuzi.model.edition import Edition
from fuzi.model.fair_copy import FairCopy
from fuzi.model.metadata import Metadata
from fuzi.model.production import Binding
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.model.source import BOOK_FILE
from fuzi.render import leaf
from fuzi.render import wrap_codes as codes
from fuzi.render.barcode import GUARD, HEIGHT, MODULE, Barcode, barcode
from fuzi.render.cover import MEASURE, Desk, Drawn, front_facts, front_texts
from fuzi.render.leaf import Row
from fuzi.render.spine_text import LEAST, SpineText, Widths, latin_of, set_spine
from fuzi.render.themes import wrap_stylesheets

BLURB, FLAP, STAFF = "back-blurb", "flap-text", "back-staff"
"""Ids of the zones that are set smaller, or left out, when their text does not fit."""

SIZES: tuple[tuple[float, float], ...] = (
    *((10.5, 18.5), (10, 17.5), (9.5, 16.5), (9, 15.5), (8.5, 14.5), (8, 13.5), (7.5, 12.5)),
    *((7, 11.5), (6.5, 10.5), (6, 9.5), (5.5, 8.5)),
)
"""Size and leading in pt of the text on the back, step by step."""

SMALLEST = 6
"""The last step that can be read with ease (小六号 and above)."""

SALE_FOOT = 0.085
"""How far from below the price stands, as a share of the height: in line with the publisher on the front."""

HEAD = 0.17
"""Where the text on the back begins: in line with the title on the front."""

PRICE, PRICE_WIDTH, ABOVE_SALE, BESIDE_SALE = 6.0, 30.0, 7.0, 5.0
"""mm: what the price takes below the barcode, its width, and the white above and beside the two."""

BOX_EDGE = 1.0
"""mm of white around the symbol and its light margins."""

ROW, ROW_SIZE = 13 * 25.4 / 72, 8 * 25.4 / 72
"""mm: leading and size of the lines that name the staff."""

TICK = 5.0
"""mm: the length of the marks that show where the wrap is folded."""

_ISBN_IN_CIP = re.compile(r"97[89](?:[- ]?\d){10}|(?<!\d)(?:\d[- ]?){9}[\dXx](?!\d)")

NAMES = ("back-flap", "back", "spine", "front", "front-flap")
"""The panels of the wrap of a book that is bound on the left."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of the wrap; left edge and width in mm."""

    name: str
    left: float
    width: float

    @property
    def right(self) -> float:
        """The other edge in mm."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class WrapSize:
    """The wrap in mm: trim of the leaf, spine, flaps (0: none), bleed around it and slug outside the bleed.

    A book that is bound on the right (set in columns) has its front on the left of the sheet.
    """

    width: float
    height: float
    spine: float
    flaps: float = 0.0
    bleed: float = 3.0
    slug: float = 0.0
    bound_right: bool = False

    def panels(self) -> tuple[Panel, ...]:
        """From the left edge of the sheet to the right, those without width left out."""
        order = list(zip(NAMES, (self.flaps, self.width, self.spine, self.width, self.flaps), strict=True))
        found: list[Panel] = []
        at = 0.0
        for name, width in reversed(order) if self.bound_right else order:
            if width:
                found.append(Panel(name, at, width))
                at += width
        return tuple(found)

    @property
    def total(self) -> float:
        """The width of the sheet, trimmed."""
        return sum(panel.width for panel in self.panels())

    def folds(self) -> tuple[float, ...]:
        """Where the sheet is folded, from its left edge."""
        return tuple(panel.left for panel in self.panels()[1:])


@dataclass(frozen=True, slots=True)
class Wrap:
    """A wrap ready to be set. ``blurb`` and ``flap`` are the texts of back and front flap by paragraphs, ``spine`` is
    what its spine bears."""

    drawn: Drawn
    size: WrapSize
    blurb: tuple[str, ...]
    flap: tuple[str, ...]
    spine: SpineText


def wrap_widths(copy: FairCopy, edition: Edition) -> tuple[tuple[str, str], ...]:
    """The texts whose widths must be known before a wrap can be drawn, each with the role of its face."""
    return latin_of(Desk.of(copy, edition))


def render_wrap(
    copy: FairCopy,
    edition: Edition,
    size: WrapSize,
    widths: Widths,
    steps: Mapping[str, int] | None = None,
    picture: Asset | None = None,
) -> Outcome[Wrap]:
    """The wrap of one edition, and what its barcode and its spine lack.

    ``widths`` are those of ``wrap_widths``; ``steps`` says by how many steps each zone is to be set smaller;
    ``picture`` takes the place of the front, cut to its proportions.
    """
    steps = steps or {}
    desk = Desk.of(copy, edition)
    spine = set_spine(desk, size.spine, size.height, widths)
    symbol = barcode(desk.metadata.isbn)
    drawn = _Symbol.of(symbol, copy.settings.binding)
    back = _paragraphs(copy.binding.blurb or desk.metadata.summary)
    flap = _paragraphs(desk.metadata.summary) if copy.binding.blurb and size.flaps else ()
    if flap == back:
        flap = ()
    price = leaf.price(desk.metadata, desk.labels)
    staff = () if steps.get(STAFF) else tuple(_staff(desk))
    panels = dict.fromkeys(NAMES) | {panel.name: panel for panel in size.panels()}
    rows = (0 if size.flaps else len(staff)) + bool(picture and desk.metadata.pinyin_title)
    facts: dict[str, object] = {
        "size": size,
        "panels": panels,
        "folds": size.folds() if size.slug else (),
        "tick": min(TICK, size.slug),
        "spine": spine,
        "blurb": back,
        "blurb_type": SIZES[steps.get(BLURB, 0)],
        "flap": flap,
        "flap_type": SIZES[min(2 + steps.get(FLAP, 0), len(SIZES) - 1)],
        "staff": staff,
        "flap_staff": _Sale.of(size, None, False, len(staff)).staff,
        "price": price,
        "symbol": drawn,
        "sale": _Sale.of(size, drawn, bool(price), rows),
        "pinyin": desk.metadata.pinyin_title if picture else "",
        "picture": _placed(_front(size), size) if picture else None,
        "source": picture.path if picture else "",
        **front_facts(desk, steps),
    }
    html = desk.fill("sections/wrap.j2", **facts)
    texts = [] if picture else list(front_texts(desk))
    texts += [("spine", key, text) for key, text in spine.texts]
    texts += [("back", "blurb", text) for text in back]
    texts += [("back", "price", price)] if price else []
    texts += [("back", "isbn", desk.metadata.isbn), ("back", "isbn", symbol.digits)] if symbol else []
    texts += [("front-flap", "summary", text) for text in flap]
    if picture and desk.metadata.pinyin_title:
        texts.append(("back", "pinyin_title", desk.metadata.pinyin_title))
    root = {"wrap-size.css": f"html {{ font-size: {size.width / 100:.4f}mm }}"}
    made = Drawn(html, {**root, **wrap_stylesheets(desk.theme)}, tuple(texts))
    found = [*_number_faults(desk.metadata, symbol), *_spine_faults(spine, size), *desk.labels.missing.values()]
    return Outcome(Wrap(made, size, back, flap, spine), Report.of(found))


def _number_faults(book: Metadata, symbol: Barcode | None) -> Iterator[Diagnostic]:
    """The number behind the barcode must be there, be right, and be that of the CIP text."""
    if not book.isbn:
        yield codes.ISBN_NONE.at(BOOK_FILE)
    elif symbol is None:
        yield codes.ISBN_UNFIT.at(BOOK_FILE, isbn=book.isbn)
    else:
        inside = [found.group() for found in _ISBN_IN_CIP.finditer(book.cip)]
        numbers = {one.digits for one in map(barcode, inside) if one}
        if inside and symbol.digits not in numbers:
            yield codes.ISBN_OTHER.at(BOOK_FILE, isbn=book.isbn, cip="、".join(inside))


def _spine_faults(spine: SpineText, size: WrapSize) -> Iterator[Diagnostic]:
    width = f"{size.spine:g}"
    if 0 < size.spine < LEAST:
        yield codes.SPINE_BARE.at(BOOK_FILE, width=width, least=f"{LEAST:g}")
    elif spine.left_out:
        code = codes.SPINE_LACKS if spine.lacks else codes.SPINE_LEFT_OUT
        yield code.at(BOOK_FILE, width=width, parts="、".join(spine.left_out))


@dataclass(frozen=True, slots=True)
class _Symbol:
    """A barcode as it is drawn; all in mm."""

    barcode: Barcode
    module: float
    height: float

    @classmethod
    def of(cls, symbol: Barcode | None, binding: Binding) -> _Symbol | None:
        if symbol is None:
            return None
        scale = float(binding.barcode or 100) / 100
        return cls(symbol, MODULE * scale, HEIGHT * scale)

    @property
    def guard(self) -> float:
        """The height of the guard bars."""
        return self.height + GUARD * self.module

    @property
    def type(self) -> float:
        """The size of the digits."""
        return 9 * self.module

    @property
    def head(self) -> float:
        """The height of the line with the book number above the bars."""
        return BOX_EDGE + 13 * self.module

    @property
    def full(self) -> float:
        """The height of the white box: the bars, and the digits that hang one module below them."""
        return self.head + self.height + self.module + self.type + BOX_EDGE / 2

    @property
    def width(self) -> float:
        """The width of the white box: the symbol with its light margins, and a little more."""
        return (QUIET_LEFT + MODULES + QUIET_RIGHT) * self.module + 2 * BOX_EDGE

    def at(self, module: int) -> float:
        """Where a module begins in the white box."""
        return BOX_EDGE + (QUIET_LEFT + module) * self.module


@dataclass(frozen=True, slots=True)
class _Sale:
    """The foot of the back, in mm from its head: where barcode and price begin and end, the staff beside them, and the
    height that is left for the text above."""

    top: float
    foot: float
    staff: float
    rows: float
    beside: float
    blurb: float

    @classmethod
    def of(cls, size: WrapSize, symbol: _Symbol | None, priced: bool, rows: int) -> _Sale:
        foot = size.height * (1 - SALE_FOOT)
        top = foot - (symbol.full if symbol else 0.0) - (PRICE if priced and symbol else 0.0)
        staff = foot - rows * ROW + (ROW - ROW_SIZE) / 2
        taken = symbol.width if symbol else PRICE_WIDTH if priced else 0.0
        beside = size.width * MEASURE / 100 - taken - BESIDE_SALE
        return cls(top, foot, staff, rows * ROW, beside, min(top, staff) - ABOVE_SALE - size.height * HEAD)


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    width: float
    height: float


def picture_box(size: WrapSize) -> tuple[float, float]:
    """Width and height in mm that a picture on the front has to fill."""
    box = _placed(_front(size), size)
    return box.width, box.height


def _front(size: WrapSize) -> Panel:
    return next(panel for panel in size.panels() if panel.name == "front")


def _placed(front: Panel, size: WrapSize) -> _Box:
    """The front with its bleed: at head, foot and fore-edge, where it goes on round the fold of a flap."""
    left = front.left - (size.bleed if size.bound_right else 0.0)
    return _Box(left, -size.bleed, front.width + size.bleed, size.height + 2 * size.bleed)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _staff(desk: Desk) -> Iterator[Row]:
    """Who made the book, as the back of a cover names them."""
    staff = desk.metadata.staff
    for key, names in (("responsible_editor", staff.editors), ("designer", staff.designers)):
        if names:
            yield Row(leaf.Word.of(desk.labels[key]), names)

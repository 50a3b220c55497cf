"""What the products of one book must not share, and what each needs: ISBNs, the sheet behind 印张, the title leaf of
its region, room for its type area."""

from __future__ import annotations

from collections.abc import Iterator

from fuzi.load import codes
from fuzi.load.marked_yaml import Marked
from fuzi.load.standard import Own, check_standard
from fuzi.manufacture.type_area import LEAST_MARGIN, SMALLEST, fits, geometry, largest, parse_area
from fuzi.model.book import EditionMetadata, FieldPath, Settings
from fuzi.model.edition import TitleLeaf
from fuzi.model.metadata import AUTO, Metadata, Trim
from fuzi.model.report import Diagnostic
from fuzi.variants import tags, variant

_PRINT, _EPUB = "pdf", "epub"
_ANYWHERE = ("sheets", "cip", "cataloguing")
"""What is taken to be shown by a variant that does not exist; that it does not is said elsewhere."""


def check_products(
    marked: Marked, settings: Settings, base: Metadata, editions: tuple[EditionMetadata, ...]
) -> Iterator[Diagnostic]:
    """Faults that only show when the editions of a variant are seen side by side.

    Every product form has an ISBN of its own (GB/T 5795-2006 §5): an e-book given that of the print edition is warned
    of; one that only takes it over is mentioned, once.
    """
    of = {(item.variant, item.product): item.metadata for item in editions}

    def metadata(tag: str, product: str) -> Metadata:
        return of.get((tag, product), of.get(("", product), base))

    mentioned = False
    for tag in settings.variants:
        in_print, on_screen = metadata(tag, _PRINT), metadata(tag, _EPUB)
        leaf = variant(tag).title_leaf if tag in tags() else TitleLeaf(parts=_ANYWHERE)
        if leaf.shows("sheets"):
            yield from _sheets(marked, tag, in_print)
        yield from _title_leaf(Own(marked, tag, in_print, tag == settings.source_variant), leaf)
        yield from _room(marked, settings, in_print.trim)
        if not _digits(on_screen.isbn) or _digits(on_screen.isbn) != _digits(in_print.isbn):
            continue
        given = _given(marked, tag, _EPUB, ("isbn",))
        if given is not None and _digits(_value(marked, given)) == _digits(on_screen.isbn):
            yield codes.ISBN_SHARED.at(marked.place(given), isbn=on_screen.isbn)
        elif not mentioned:
            mentioned = True
            path = ("editions", tag, "isbn") if _value(marked, ("editions", tag, "isbn")) else ("isbn",)
            yield codes.ISBN_EPUB.at(marked.place(path), isbn=on_screen.isbn)


def _title_leaf(own: Own, leaf: TitleLeaf) -> Iterator[Diagnostic]:
    """What the region asks of its title leaf, and what is given for it that its copyright page does not have."""
    if leaf.standard == "gb":
        yield from check_standard(own)
    for field, other in (("cip", "cataloguing"), ("cataloguing", "cip")):
        path = own.path(field)
        if getattr(own.metadata, field) and not leaf.shows(field) and len(path) > 1 and own.tag in path:
            yield codes.UNSHOWN.at(own.marked.key_place(path), tag=own.tag, field=field, other=other)


def _room(marked: Marked, settings: Settings, trim: Trim) -> Iterator[Diagnostic]:
    """The type area that the book asks for must fit its page."""
    asked = settings.set_in()
    area = parse_area(asked.type_area)
    page = geometry(trim, float(asked.size), float(asked.leading), area) if area else None
    usual = geometry(trim, float(asked.size), float(asked.leading))
    if page is None or usual is None:
        return
    place = marked.place(("typesetting", "type_area"))
    most = largest(page if all(had >= least for had, least in zip(area or (), SMALLEST, strict=True)) else usual)
    facts = {"area": asked.type_area, "trim": trim, "largest": f"{most[0]}×{most[1]}"}
    if page.characters < SMALLEST[0] or page.lines < SMALLEST[1]:
        least = {"characters": SMALLEST[0], "lines": SMALLEST[1]}
        yield codes.AREA_SMALL.at(place, usual=f"{usual.characters}×{usual.lines}", **facts, **least)
    elif not fits(page):
        type_ = {"size": f"{page.size:g}", "leading": f"{page.leading:g}", "least": f"{LEAST_MARGIN:g}"}
        yield codes.AREA_ROOM.at(place, margin=f"{page.margin:.1f}", **facts, **type_)


def _sheets(marked: Marked, tag: str, metadata: Metadata) -> Iterator[Diagnostic]:
    """The number of sheets is pages over leaves: without the sheet nothing can be counted."""
    if metadata.printing.sheets == AUTO and metadata.sheet is None:
        path = _given(marked, tag, _PRINT, ("printing", "sheets")) or ("printing", "sheets")
        yield codes.SHEETS_UNCOUNTED.at(marked.place(path))


def _given(marked: Marked, tag: str, product: str, field: FieldPath) -> FieldPath | None:
    """Where ``editions:`` gives a field for one product, the strongest place first."""
    for start in ((tag, product), (tag,), (product,)):
        path: FieldPath = ("editions", *start, *field)
        if path in marked.values and not (start == (tag,) and field == ("isbn",)):
            return path
    return None


def _value(marked: Marked, path: FieldPath) -> str:
    """The text at this path of the tree, empty when there is none."""
    value: object = marked.tree
    for step in path:
        if not isinstance(value, dict):
            return ""
        value = value.get(step)
    return value if isinstance(value, str) else ""


def _digits(isbn: str) -> str:
    return "".join(character for character in isbn if character.isalnum())

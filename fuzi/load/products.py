"""What the products of one book must not share, and what one of them needs: ISBNs, the sheet behind 印张."""

from __future__ import annotations

from collections.abc import Iterator

from fuzi.load import codes
from fuzi.load.marked_yaml import Marked
from fuzi.model.book import EditionMetadata, FieldPath, Settings
from fuzi.model.metadata import AUTO, Metadata
from fuzi.model.report import Diagnostic

_PRINT, _EPUB = "pdf", "epub"


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
        yield from _sheets(marked, tag, in_print)
        if not _digits(on_screen.isbn) or _digits(on_screen.isbn) != _digits(in_print.isbn):
            continue
        given = _given(marked, tag, _EPUB, ("isbn",))
        if given is not None and _digits(_value(marked, given)) == _digits(on_screen.isbn):
            yield codes.ISBN_SHARED.at(marked.place(given), isbn=on_screen.isbn)
        elif not mentioned:
            mentioned = True
            path = ("editions", tag, "isbn") if _value(marked, ("editions", tag, "isbn")) else ("isbn",)
            yield codes.ISBN_EPUB.at(marked.place(path), isbn=on_screen.isbn)


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

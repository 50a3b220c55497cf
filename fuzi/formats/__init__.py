"""The output formats, one file each."""

from collections.abc import Iterable, Iterator

from fuzi.formats.format import Companion, Finished, Format, Job, Watch
from fuzi.model.book import Settings
from fuzi.model.edition import Medium

FORMATS: dict[str, Format] = {
    item.product: item
    for item in (
        Format("pdf", Medium.PAGE, ".pdf", "application/pdf", "fuzi.formats.print_pdf"),
        Format("epub", Medium.REFLOW, ".epub", "application/epub+zip", "fuzi.formats.epub", paged=("pdf",)),
        Format("press-pdf", Medium.PAGE, "_press.pdf", "application/pdf", "fuzi.formats.press_pdf", needs=("pdf",)),
        Format("screen-pdf", Medium.PAGE, "_screen.pdf", "application/pdf", "fuzi.formats.screen_pdf", needs=("pdf",)),
        Format("cover-pdf", Medium.PAGE, "_cover.pdf", "application/pdf", "fuzi.formats.cover_pdf", needs=("pdf",)),
        Format("booklet", Medium.PAGE, "_booklet.pdf", "application/pdf", "fuzi.formats.booklet", needs=("pdf",)),
        Format(
            "jobsheet",
            Medium.PAGE,
            "_jobsheet.pdf",
            "application/pdf",
            "fuzi.formats.jobsheet",
            needs=("pdf",),
            wanted=("press-pdf", "cover-pdf"),
        ),
    )
}
"""By product; one that takes something from another comes after it."""


def in_order(products: Iterable[str], settings: Settings) -> Iterator[Format]:
    """The formats of these products and of all that they need in a book with these settings, each after those that it
    takes something from."""
    needed: set[str] = set()
    waiting = list(products)
    while waiting:
        product = waiting.pop()
        if product not in needed:
            needed.add(product)
            waiting += FORMATS[product].needed(settings)
    return (item for product, item in FORMATS.items() if product in needed)


__all__ = ["FORMATS", "Companion", "Finished", "Format", "Job", "Watch", "in_order"]

"""The output formats, one file each."""

from fuzi.formats.format import Format, Watch
from fuzi.model.edition import Medium

FORMATS: dict[str, Format] = {
    item.product: item
    for item in (
        Format("pdf", Medium.PAGE, ".pdf", "application/pdf", "fuzi.formats.print_pdf"),
        Format("epub", Medium.REFLOW, ".epub", "application/epub+zip", "fuzi.formats.epub"),
    )
}

__all__ = ["FORMATS", "Format", "Watch"]

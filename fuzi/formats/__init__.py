"""The output formats, one file each."""

from fuzi.formats import epub, print_pdf
from fuzi.formats.format import Format, Watch

FORMATS: dict[str, Format] = {item.product: item for item in (print_pdf.FORMAT, epub.FORMAT)}

__all__ = ["FORMATS", "Format", "Watch"]

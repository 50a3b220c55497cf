"""The Markdown of our books, both ways: ``read_chapter`` and ``write_chapter``, with the list of its marks."""

from fuzi.dialect.marks import MARKS, Mark
from fuzi.dialect.read import read_chapter
from fuzi.dialect.write_blocks import write_blocks, write_chapter
from fuzi.dialect.write_inlines import write_inlines

__all__ = ["MARKS", "Mark", "read_chapter", "write_blocks", "write_chapter", "write_inlines"]

"""付梓 (fuzi): print PDF, EPUB 3 and traditional-Chinese editions of a Chinese book from one source.

The Python interface is ``fuzi.api``: ``load`` and ``build``.
"""

__version__ = "0.1.0"

"""What a finished PDF says of its characters: the font of each, and how wide it stands."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pymupdf


def fonts_of_characters(pdf: bytes, *, widths: bool = False) -> dict[str, set[Any]]:
    """Character -> names of the fonts that it is drawn from, with the advance in pt when ``widths`` is given."""
    found: dict[str, set[Any]] = defaultdict(set)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        for page in document:
            for block in page.get_text("rawdict")["blocks"]:
                for line in block.get("lines", ()):
                    for span in line["spans"]:
                        for character in span["chars"]:
                            name = span["font"].rpartition("+")[2]
                            width = round(character["bbox"][2] - character["bbox"][0], 1)
                            found[character["c"]].add((name, width) if widths else name)
    return found

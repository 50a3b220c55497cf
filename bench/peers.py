"""The peers, each doing what it can of the same four files, in this process."""

from __future__ import annotations

import json
import re
import sys
import tempfile
from pathlib import Path


def typst(source: str, told: str) -> None:
    """Typst: one PDF."""
    import typst as engine

    pdf = engine.compile(source)
    Path(told).write_text(json.dumps({"bytes": len(pdf), "pages": len(re.findall(rb"/Type\s*/Page\b", pdf))}))


def pandoc(source: str, told: str) -> None:
    """pandoc: one EPUB 3 from the same Markdown."""
    import pypandoc

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "book.epub"
        pypandoc.convert_file(
            source,
            "epub3",
            format="markdown",
            outputfile=str(target),
            extra_args=["--metadata=title:测量用书", "--metadata=lang:zh-Hans", "--toc"],
        )
        Path(told).write_text(json.dumps({"bytes": target.stat().st_size}))


def weasyprint(source: str, told: str) -> None:
    """Plain WeasyPrint on the very HTML that fuzi gives to its press."""
    import weasyprint as engine

    document = engine.HTML(filename=source).render()
    pdf = document.write_pdf()
    Path(told).write_text(json.dumps({"bytes": len(pdf), "pages": len(document.pages)}))


def opencc(source: str, told: str) -> None:
    """OpenCC alone over the whole text."""
    import opencc as engine

    text = Path(source).read_text(encoding="utf-8")
    converted = engine.OpenCC("s2tw").convert(text)
    Path(told).write_text(json.dumps({"characters": len(converted)}))


PEERS = {"typst": typst, "pandoc": pandoc, "weasyprint": weasyprint, "opencc": opencc}

if __name__ == "__main__":
    PEERS[sys.argv[1]](sys.argv[2], sys.argv[3])

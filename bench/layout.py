"""Layout and drawing of one document by plain WeasyPrint, or by fuzi's engine with all that it does, in this process.

Timed are the two phases that a compositor can change, summed over all their calls: ``layout_document`` (lines, pages,
margin boxes, every repagination) and ``Page.paint`` (page content into streams). Left out, and told apart, is what both
engines do alike: reading the styles, the cascade, the box tree, font subsets, compression and writing.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

TREE = "tree.xml"
SHEETS = "sheets.json"
RESOURCES = "resources"
BASE = "book:///"

Press = Callable[[ElementTree.Element, list[tuple[str, str]], Path], tuple[Any, Callable[[], bytes]]]


class Clock:
    """Adds up the time spent in a function, wherever it is called from."""

    def __init__(self, owner: Any, name: str) -> None:
        self.seconds = 0.0
        self._deep = 0
        original = getattr(owner, name)

        def timed(*arguments: Any, **options: Any) -> Any:
            started = time.process_time()
            self._deep += 1
            try:
                made = original(*arguments, **options)
                return list(made) if isinstance(made, Generator) else made
            finally:
                self._deep -= 1
                if not self._deep:
                    self.seconds += time.process_time() - started

        setattr(owner, name, timed)


def plain(root: ElementTree.Element, sheets: list[tuple[str, str]], folder: Path) -> tuple[Any, Callable[[], bytes]]:
    """WeasyPrint as it comes. Nothing of fuzi's engine is imported: importing it would mend WeasyPrint."""
    import urllib.parse

    import cssselect2
    import weasyprint
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith(BASE):
                return URLFetcherResponse(url, (folder / RESOURCES / url[len(BASE) :]).read_bytes(), {})
            return super().fetch(url, headers)

    class Document(weasyprint.HTML):  # type: ignore[misc]
        def __init__(self) -> None:
            self.base_url = BASE
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    assert "fuzi" not in sys.modules, "plain WeasyPrint must be plain"
    urllib.parse.uses_relative.append("book")
    urllib.parse.uses_netloc.append("book")
    fetcher = Fetcher()
    fonts, counters = FontConfiguration(), CounterStyle()
    styles = [
        weasyprint.CSS(string=css, base_url=BASE, url_fetcher=fetcher, font_config=fonts, counter_style=counters)
        for _, css in sheets
    ]
    document = Document().render(font_config=fonts, counter_style=counters, stylesheets=styles)
    return document, document.write_pdf


def ours(root: ElementTree.Element, sheets: list[tuple[str, str]], folder: Path) -> tuple[Any, Callable[[], bytes]]:
    """fuzi's engine with all its corrections."""
    from fuzi.press.engine.document import lay_out, write_pdf
    from fuzi.press.engine.fetcher import Resource
    from fuzi.press.engine.messages import Messages, listening

    resources = {
        path.relative_to(folder / RESOURCES).as_posix(): Resource(_TYPES[path.suffix.lower()], path.read_bytes())
        for path in (folder / RESOURCES).rglob("*")
        if path.is_file()
    }
    messages = Messages()
    with listening(messages):
        laid_out = lay_out(root, sheets, resources, messages)
    return laid_out.document, lambda: write_pdf(laid_out, ())


_TYPES = {
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".ttc": "font/collection",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}

ENGINES: dict[str, Press] = {"plain": plain, "fuzi": ours}


def main(engine: str, folder: str, told: str) -> None:
    home = Path(folder)
    root = ElementTree.fromstring((home / TREE).read_bytes())
    sheets = [(name, css) for name, css in json.loads((home / SHEETS).read_text(encoding="utf-8"))]
    if engine == "fuzi":
        import fuzi.press.engine  # noqa: F401  (puts the corrections in place before the clocks)
    import weasyprint.document

    layout = Clock(weasyprint.document, "layout_document")
    drawing = Clock(weasyprint.document.Page, "paint")
    gc.collect()
    started = time.process_time()
    document, write = ENGINES[engine](root, sheets, home)
    pdf = write()
    whole = time.process_time() - started
    figures = {"layout": layout.seconds, "drawing": drawing.seconds, "whole": whole}
    Path(told).write_text(json.dumps({**figures, "pages": len(document.pages), "bytes": len(pdf)}))


if __name__ == "__main__":
    main(*sys.argv[1:])

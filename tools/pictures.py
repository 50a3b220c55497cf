"""Draws the pictures of the README from the handbook in output/: run after `make book`, look at them, commit them."""

from __future__ import annotations

from pathlib import Path

import pymupdf

ROOT = Path(__file__).parents[1]
PAGES = {  # name -> variant, and a text that stands on the page wanted
    "title": ("zh-Hans", "Fuzi Ba Yi Bu Shugao Zuocheng Shu"),
    "copyright": ("zh-Hans", "图书在版编目"),
    "text": ("zh-Hans", "这就是直接写在句子里的注"),
    "text-hant": ("zh-Hant-TW", "這就是直接寫在句子裡的注"),
}
DPI = 84


def main() -> None:
    """Write one grey PNG for each page; the text must stand on exactly the page that is meant."""
    target = ROOT / "docs/pictures"
    target.mkdir(parents=True, exist_ok=True)
    for name, (variant, text) in PAGES.items():
        path = ROOT / f"output/fuzi-handbook/{variant}/fuzi-handbook_{variant}.pdf"
        with pymupdf.open(path) as document:
            page = next((page for page in document if text in page.get_text().replace("\n", "")), None)
            if page is None:
                raise SystemExit(f"no page of {path.name} says {text}")
            page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY).save(target / f"{name}.png")


if __name__ == "__main__":
    main()

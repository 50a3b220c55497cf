"""The titles that the running heads of each section are taken from."""

from __future__ import annotations

from fuzi.press.engine.document import LaidOut


def titles_of(laid_out: LaidOut) -> dict[str, tuple[str, ...]]:
    """By the id of each section what its running heads may say: the title above it, its own, those of its headings."""
    found: dict[str, tuple[str, ...]] = {}
    for section in laid_out.root.iter("section"):
        if section.get("data-head") is not None:
            titles = [section.get("data-head", ""), *(element.get("data-title", "") for element in section.iter())]
            found[section.get("id", "")] = tuple(dict.fromkeys(filter(None, titles)))
    return found

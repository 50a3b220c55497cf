"""Stretches of running text that no step may touch: addresses, numbers of record, names of files."""

from __future__ import annotations

import re

from fuzi.transform.characters import HAN_RANGE

_ADDRESS = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]"
_FILE = (
    "pdf|docx?|xlsx?|pptx?|wps|txt|md|csv|tsv|ya?ml|json|xml|html?|xhtml|css|js|py|tex|epub|zip|rar|7z"
    "|jpe?g|png|gif|svg|tiff?|webp|psd|mp3|mp4|wav"
)

KINDS: dict[str, str] = {
    # Han belong to an address where they follow a mark of its path or query (…/wiki/社区, …?q=社区).
    "address": rf"(?P<address>(?:(?:https?|ftp)://|www\.){_ADDRESS}*(?:(?<=[/=_#?&])[{HAN_RANGE}]+{_ADDRESS}*)*)",
    "mail": r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+",
    "isbn": r"ISBN(?:-1[03])?[\s:：]*[0-9][0-9Xx –—‐‑\-]{8,24}",
    # GB/T 12451-2023 and the two forms before it
    "cip": (
        r"中国(?:国家版本馆|版本图书馆)\s?CIP\s?数据核字\s?"
        r"(?:[（(]\s?\d{4}\s?[)）]\s?第\s?\d{6}\s?号|第\s?\d{4}[0-9A-Z]{6}\s?号)"
    ),
    # A Han name of a file is known as one only where something marks its beginning.
    "file": rf"(?<=[“‘「『《〈（(/\\\s])[\w\-+./]{{1,60}}?\.(?:{_FILE})(?![A-Za-z0-9])",
    # A mark for text in one variant only, -{ }-, would be one more line here.
}
"""Kind -> pattern; the first one that matches at a place wins."""

_ANY = re.compile("|".join(f"(?:{pattern})" for pattern in KINDS.values()))
_STOPS = ".,;:!?'*"
_SIGNS = ("://", "www.", "@", "ISBN", "CIP", ".")
"""No kind matches a text without one of these: most paragraphs are passed over at once."""


def protected(text: str) -> list[tuple[int, int]]:
    """Start and end of every protected stretch, in order."""
    if not any(sign in text for sign in _SIGNS):
        return []
    return [_span(match) for match in _ANY.finditer(text)]


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The stretch without the marks of the sentence behind an address."""
    start, end = match.span()
    return (start, start + len(_trimmed(match["address"]))) if match["address"] else (start, end)


def _trimmed(address: str) -> str:
    kept = address.rstrip(_STOPS)
    for _ in range(min(address.count(")") - address.count("("), 3)):  # brackets that were opened before the address
        if kept.endswith(")"):
            kept = kept[:-1].rstrip(_STOPS)
    return kept


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same stretches in order, those that overlap made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result

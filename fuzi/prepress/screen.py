"""Makes a tagged PDF one for screens, libraries and voices: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from fuzi.prepress.screen_xmp import packet

LEVELS = 3
"""How many levels of bookmarks there are at most."""

CONDITION = "sRGB IEC61966-2.1"
"""The output condition, as the registry of the ICC calls it."""


_TORN = b"\r\nendstream"

_FONTS = ("/OpenType", "/CIDFontType0C", "/Type1C")


def for_screen(tagged: bytes) -> bytes:
    """The finished file from the tagged PDF of the press; nothing that is drawn changes.

    The same input gives the same bytes.
    """
    with pikepdf.open(BytesIO(tagged)) as pdf:
        _profile(pdf)
        _describe(pdf)
        _bookmarks(pdf)
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream | pikepdf.Dictionary):
                _clean(item)
            if isinstance(item, pikepdf.Stream):
                _end(item)
        for page in pdf.pages:
            page.obj["/Tabs"] = pikepdf.Name("/S")
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]
        data = _saved(pdf, pikepdf.ObjectStreamMode.generate)
        if _TORN in data:  # in an object stream, whose bytes are not ours
            data = _saved(pdf, pikepdf.ObjectStreamMode.disable)
    return data


def _saved(pdf: pikepdf.Pdf, mode: pikepdf.ObjectStreamMode) -> bytes:
    out = BytesIO()
    pdf.save(out, force_version="1.7", deterministic_id=True, object_stream_mode=mode)
    return out.getvalue()


def _profile(pdf: pikepdf.Pdf) -> None:
    """sRGB is the output intent: PDF/A has device colours only under one (ISO 19005-3, 6.2.3)."""
    intent = pdf.Root.OutputIntents[0]
    intent["/S"] = pikepdf.Name("/GTS_PDFA1")
    intent["/OutputConditionIdentifier"] = pikepdf.String(CONDITION)
    intent["/Info"] = pikepdf.String(CONDITION)
    intent["/RegistryName"] = pikepdf.String("http://www.color.org")


def _describe(pdf: pikepdf.Pdf) -> None:
    info = {key: str(value) for key, value in pdf.docinfo.items()}
    stream = pikepdf.Stream(pdf, packet(info, str(pdf.Root.get("/Lang", ""))))
    stream["/Type"] = pikepdf.Name("/Metadata")
    stream["/Subtype"] = pikepdf.Name("/XML")
    pdf.Root["/Metadata"] = pdf.make_indirect(stream)
    preferences = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    preferences["/DisplayDocTitle"] = True
    pdf.Root["/ViewerPreferences"] = preferences
    pdf.Root["/PageLayout"] = pikepdf.Name("/SinglePage")
    if "/Outlines" in pdf.Root:
        pdf.Root["/PageMode"] = pikepdf.Name("/UseOutlines")


def _bookmarks(pdf: pikepdf.Pdf) -> None:
    """Leave the first levels of the bookmarks; they are shown as they were, but for what is gone."""
    outlines = pdf.Root.get("/Outlines")
    if outlines is not None:
        shown = _cut(outlines, LEVELS)
        outlines["/Count"] = shown


def _cut(item: Any, levels: int) -> int:
    """How many bookmarks stand open below this one, once those deeper than ``levels`` are gone."""
    if levels == 0:
        for key in ("/First", "/Last", "/Count"):
            if key in item:
                del item[key]
        return 0
    total = 0
    for child in _children(item):
        closed = int(child.get("/Count", 0)) < 0
        below = _cut(child, levels - 1)
        if below:
            child["/Count"] = -below if closed else below
        elif "/Count" in child:
            del child["/Count"]
        total += 1 + (0 if closed else below)
    return total


def _children(item: Any) -> Iterator[Any]:
    child = item.get("/First")
    while child is not None:
        yield child
        child = child.get("/Next")


def _clean(item: Any) -> None:
    """Pictures are not smoothed (ISO 19005-3, 6.2.8), and no resource is empty."""
    if item.get("/Subtype") == "/Image" and "/Interpolate" in item:
        del item["/Interpolate"]
    for holder in (item, item.get("/Resources")):
        if isinstance(holder, pikepdf.Dictionary | pikepdf.Stream):
            for key in ("/Pattern", "/Shading", "/XObject", "/ExtGState"):
                found = holder.get(key)
                if isinstance(found, pikepdf.Dictionary) and not len(found.keys()):
                    del holder[key]


def _end(stream: pikepdf.Stream) -> None:
    """A stream whose last byte looks like half a line end gets one more: else nobody can tell its length from its
    text (ISO 19005-3, 6.1.7.1)."""
    if not stream.read_raw_bytes().endswith(b"\r"):
        return
    binary = stream.get("/Subtype") in (*_FONTS, "/Image") or "/Length1" in stream
    data = stream.read_bytes()
    packed = b"\r"
    while packed.endswith(b"\r"):
        data += b"\1" if binary else b"\n"  # a zero would leave the check sum as it is
        packed = zlib.compress(data, 9)
    stream.write(packed, filter=pikepdf.Name("/FlateDecode"))

"""Reads a finished press file and says what it is made of, without believing what wrote it."""

from __future__ import annotations

import hashlib
import re
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from fuzi.model.press_file import Intent, PressFile, PressFont, PressPage
from fuzi.prepress.reading import PageReader, Sampler

_SUBSET = re.compile(r"/?[A-Z]{6}\+")
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_VERSION = re.compile(r"GTS_PDFXVersion(?:>|=\")([^<\"]*)")
_DOCUMENT = re.compile(r"DocumentID(?:>|=\")([^<\"]*)")


def inspect(data: bytes) -> PressFile:
    """The facts of a PDF for the press: boxes, colours, pictures, fonts, output intent, and what must not be in it.

    Every page is read operator by operator, with the forms, patterns and pictures that it shows; what the file holds
    and no page shows is looked at for techniques that are refused. Any PDF can be read, with or without boxes.
    """
    with pikepdf.open(BytesIO(data)) as file:
        sampler = Sampler()
        pages = tuple(_page(index, page, sampler) for index, page in enumerate(file.pages))
        packet = file.Root.Metadata.read_bytes().decode("utf-8", errors="replace") if "/Metadata" in file.Root else ""
        return PressFile(
            version=file.pdf_version,
            conformance=_in(packet, _VERSION),
            identifier=_in(packet, _DOCUMENT),
            trapped=str(file.docinfo.get("/Trapped", "")).lstrip("/"),
            intent=_intent(file),
            pages=pages,
            fonts=tuple(sorted(_fonts(file), key=lambda font: font.name)),
            actions=tuple(_actions(file)),
            refused=tuple(_refused(file)),
        )


def _in(packet: str, pattern: re.Pattern[str]) -> str:
    found = pattern.search(packet)
    return found[1] if found else ""


def _page(index: int, page: pikepdf.Page, sampler: Sampler) -> PressPage:
    reader = PageReader(page, sampler)
    reader.read()
    annotations = tuple(str(item.get("/Subtype", "?")).lstrip("/") for item in page.obj.get("/Annots", []))
    return PressPage(
        index=index,
        media=reader.media,
        trim=reader.trim,
        bleed=reader.bleed,
        spaces=frozenset(reader.spaces),
        inks=frozenset(reader.inks),
        ink=reader.ink,
        images=tuple(reader.images),
        annotations=annotations,
        short=tuple(reader.short),
        hairlines=tuple(reader.hairlines),
        transparent=reader.transparent,
        interpolated=tuple(reader.interpolated),
        mixed=tuple(reader.mixed),
    )


def _intent(file: pikepdf.Pdf) -> Intent | None:
    intents: Any = file.Root.get("/OutputIntents", Array())
    for item in intents:
        if item.get("/S") != Name.GTS_PDFX:
            continue
        profile = item.get("/DestOutputProfile")
        data = profile.read_bytes() if profile is not None else b""
        return Intent(
            str(item.get("/OutputConditionIdentifier", "")),
            str(item.get("/Info", "")),
            str(item.get("/RegistryName", "")),
            int(profile.N) if profile is not None and data[16:20] == b"CMYK" else 0,
            hashlib.sha256(data).hexdigest() if data else "",
        )
    return None


def _fonts(file: pikepdf.Pdf) -> set[PressFont]:
    found: set[PressFont] = set()
    for thing in file.objects:
        if not isinstance(thing, Dictionary) or thing.get("/Type") != Name.Font or "/DescendantFonts" in thing:
            continue
        name, kind = str(thing.get("/BaseFont", "")).lstrip("/"), str(thing.get("/Subtype", "")).lstrip("/")
        descriptor = thing.get("/FontDescriptor")
        inside = kind == "Type3" or (descriptor is not None and any(key in descriptor for key in _FILES))
        found.add(PressFont(name, kind, inside, kind == "Type3" or bool(_SUBSET.match(name))))
    return found


def _actions(file: pikepdf.Pdf) -> list[str]:
    found = [key.lstrip("/") for key in ("/OpenAction", "/AA", "/AcroForm") if key in file.Root]
    names: Any = file.Root.get("/Names", Dictionary())
    found += [key.lstrip("/") for key in ("/JavaScript", "/EmbeddedFiles") if key in names]
    if any("/AA" in page.obj for page in file.pages):
        found.append("AA")
    for thing in file.objects:
        if isinstance(thing, Dictionary) and "/Title" in thing and "/Parent" in thing and "/A" in thing:
            found.append("outline")
            break
    return list(dict.fromkeys(found))


def _refused(file: pikepdf.Pdf) -> list[str]:
    found: dict[str, None] = {}
    if file.is_encrypted:
        found["encryption"] = None
    for thing in file.objects:
        if not isinstance(thing, pikepdf.Stream):
            continue
        filters: Any = thing.get("/Filter", Array())
        for item in filters if isinstance(filters, Array) else [filters]:
            if item == Name.LZWDecode:
                found["LZW"] = None
        if thing.get("/Subtype") == Name.PS or thing.get("/Subtype2") == Name.PS:
            found["PostScript"] = None
        group = thing.get("/Group")
        if group is not None and str(group.get("/CS", "")) == "/DeviceRGB":
            found["RGB group"] = None
    return list(found)

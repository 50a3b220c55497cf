"""The bytes of a scan to text: UTF-8, or the encoding that was declared; anything else is named, never converted."""

from __future__ import annotations

import codecs

from fuzi.ingest import codes
from fuzi.model.report import Diagnostic, Outcome, Report
from fuzi.model.source import Place

SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP / DOCX / EPUB"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"AT&TFORM", "DjVu"),
    (b"\xd0\xcf\x11\xe0", "DOC / XLS"),
    (b"\x1f\x8b", "gzip"),
)
"""How files begin that are no text."""

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 1 << 16

# The commonest characters of running text and of the first pages of a book, in both scripts.
_COMMON = frozenset(
    "的一是了不在人有我他这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学之都好看起发"
    "成只如事把还用第样道想作种开总从前所同日手又行方经长回分很名间知世什两次使者被高已其进此话与正序言章节目录出版社编著書這個們來"
    "時為說國後會過對學發還樣種開總從經長間兩進話與節錄編，。、！？；：“”「」（）《》—…　"
)


def decode(data: bytes, name: str, encoding: str | None) -> Outcome[str | None]:
    """The text of the scan with ``\\n`` as line end, or None and the reason."""
    problem = _problem(data, name)
    if problem is None and encoding is not None:
        return _declared(data, name, encoding)
    if problem is None:
        try:
            return _read(data.decode("utf-8-sig"), name)
        except UnicodeDecodeError as error:
            likely = likely_encoding(data)
            line = data.count(b"\n", 0, error.start) + 1
            if likely is None:
                problem = codes.BINARY.at(
                    Place(name), name=name, form="损坏的文字或二进制数据 / damaged text or binary data"
                )
            else:
                problem = codes.ENCODING.at(Place(name, line), name=name, line=line, likely=likely)
    return Outcome(None, Report((problem,)))


def likely_encoding(data: bytes) -> str | None:
    """The encoding that bytes which are not UTF-8 probably have: a hint for people, no ground to convert."""
    if data.startswith(_UTF16):
        return "utf-16"
    scores = {name: _commonness(data[:_SAMPLE], name) for name in ("gb18030", "big5")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.2 else None


def _problem(data: bytes, name: str) -> Diagnostic | None:
    for signature, form in SIGNATURES:
        if data.startswith(signature):
            return codes.BINARY.at(Place(name), name=name, form=form)
    if b"\0" in data and not data.startswith(_UTF16):
        return codes.BINARY.at(Place(name), name=name, form="二进制数据 / binary data")
    return None


def _declared(data: bytes, name: str, encoding: str) -> Outcome[str | None]:
    try:
        codec = codecs.lookup(encoding).name
        codec = {"big5": "cp950", "gb2312": "gb18030", "gbk": "gb18030", "utf-8": "utf-8-sig"}.get(codec, codec)
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = Place(name, line)
        return Outcome(None, Report((codes.DECLARED_ENCODING.at(place, name=name, declared=encoding, line=line),)))
    except LookupError:  # no such codec, or one that does not yield text
        return Outcome(None, Report((codes.UNKNOWN_ENCODING.at(None, declared=encoding),)))
    return _read(text, name)


def _read(text: str, name: str) -> Outcome[str | None]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not any(map(str.isalnum, text)):
        return Outcome(None, Report((codes.EMPTY.at(Place(name), name=name),)))
    return Outcome(text)


def _commonness(data: bytes, encoding: str) -> float:
    decoder = codecs.getincrementaldecoder("cp950" if encoding == "big5" else encoding)()
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return 0.0
    wide = [character for character in text if character > "\x7f"]
    return sum(character in _COMMON for character in wide) / len(wide) if wide else 0.0

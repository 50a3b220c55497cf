"""Bytes to text: UTF-8, or the encoding that was declared; anything else is named, never converted on a guess."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from fuzi.load import codes
from fuzi.load.characters import inspect
from fuzi.load.nearest import nearest
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

DECLARABLE = {
    "utf-8": "utf-8",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "cp950",
    "cp950": "cp950",
    "big5-hkscs": "big5hkscs",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
}
"""What ``encoding:`` may say, and the codec that reads it. GB18030 holds GBK and GB2312."""

_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 65536
_LIKELY = 0.3

# The commonest characters of running Chinese in both scripts: text read in the wrong encoding hardly holds any.
_COMMON = frozenset(
    "的一是了不在人有我他这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都"
    "好看起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法"
    "间知世什两次使身者被高已亲其进此话常与活正感序言章节目录出版社编著書這個們來時為說國著裡後會過對學麼發當沒還樣種開總從"
    "無現動頭經長兒愛給間兩親進與話節錄編，。、！？；：“”「」（）《》—…　"
)


@dataclass(frozen=True, slots=True)
class Encoding:
    """A declared encoding: how it was written and the codec that reads it."""

    name: str
    codec: str


def encoding_named(name: str, place: Place | None) -> tuple[Encoding | None, tuple[Diagnostic, ...]]:
    """The encoding of this name, or a diagnostic that lists those that can be declared."""
    key = name.strip().casefold().replace("_", "-")
    key = key if key in DECLARABLE else {"utf8": "utf-8", "utf16": "utf-16", "big5hkscs": "big5-hkscs"}.get(key, key)
    if key in DECLARABLE:
        return Encoding(name, DECLARABLE[key]), ()
    known = list(DECLARABLE)
    best = nearest(name, known)
    if best is not None:
        known.sort(key=lambda item: item != best)
    return None, (codes.ENCODING_UNKNOWN.at(place, value=name, known=", ".join(known)),)


def decode(
    data: bytes, file: str, declared: Encoding | None, *, remark: bool = True
) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file with ``\\n`` as line end and no byte order mark, or None, and what is wrong with it.

    A declared encoding holds for what is not UTF-8: in a folder that is half converted both kinds are read rightly,
    with a ``remark`` where the declaration did not fit.
    """
    text, found = _text(data, file, declared, remark)
    if text is None:
        return None, found
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    clean, characters = inspect(text, file)
    return clean, found + characters


def _text(data: bytes, file: str, declared: Encoding | None, remark: bool) -> tuple[str | None, tuple[Diagnostic, ...]]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if declared is None or declared.codec == "utf-8":
            return None, (_undecodable(data, file, error),)
        return _declared(data, file, declared)
    if declared is None or declared.codec == "utf-8" or data.isascii():
        if declared is not None and declared.codec.startswith("utf-16") and b"\0" in data:
            return _declared(data, file, declared)
        return text, ()
    # Only two-byte sequences may be UTF-8 by chance; characters of three bytes settle it.
    if data.startswith(codecs.BOM_UTF8) or max(text) >= "\u0800":
        return text, (codes.ALREADY_UTF8.at(Place(file), declared=declared.name),) if remark else ()
    return _declared(data, file, declared)


def _declared(data: bytes, file: str, declared: Encoding) -> tuple[str | None, tuple[Diagnostic, ...]]:
    codec = "utf-16" if declared.codec.startswith("utf-16") and data.startswith(_MARKS) else declared.codec
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError as error:
        place = _place(data, file, error.start, codec)
        return None, (codes.DECLARED_WRONG.at(place, declared=declared.name, offset=error.start),)


def _undecodable(data: bytes, file: str, error: UnicodeDecodeError) -> Diagnostic:
    """What to say of a file that is not UTF-8: damaged UTF-8, another encoding, or no text."""
    guess = likely(data)
    if guess is not None:
        offset = 0 if guess.startswith("utf-16") else error.start
        place = _place(data, file, offset, guess)
        return codes.NOT_UTF8.at(place, offset=offset, guess=_NAMES[guess], declare=guess)
    place = _place(data, file, error.start, "utf-8")
    damaged = data.decode("utf-8", errors="replace")
    broken = damaged.count("\ufffd")
    whole = sum(character >= "\u0800" for character in damaged) - broken
    if b"\0" not in data and (whole > 4 * broken or broken <= 2):
        return codes.DAMAGED_UTF8.at(place, count=broken, offset=error.start)
    return codes.UNREADABLE.at(place, offset=error.start)


_NAMES = {"gb18030": "GB18030 (GBK)", "big5": "Big5", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def likely(data: bytes) -> str | None:
    """The declarable name of the encoding that the bytes probably have, or None: a hint, no ground to convert.

    Big5 can be read as GB18030 without an error, so the readings are compared by how common their characters are.
    """
    if data.startswith(_MARKS):
        return "utf-16"
    candidates: tuple[str, ...] = ("gb18030", "big5")
    if b"\0" in data:  # UTF-16 has it beside every space, line end and Latin letter; no text in another encoding has it
        candidates += ("utf-16-le", "utf-16-be")
    scores = {name: _score(data[:_SAMPLE], name) for name in candidates}
    if _score(data[:_SAMPLE], "utf-8", errors="replace") >= max(scores.values()):
        return None
    best = max(candidates, key=lambda name: scores[name])
    return best if scores[best] >= _LIKELY else None


def _score(data: bytes, name: str, errors: str = "strict") -> float:
    """How much like Chinese the bytes read in one encoding: 0 to 2, from common characters and the everyday ranges."""
    decoder = codecs.getincrementaldecoder(DECLARABLE[name])(errors)
    try:
        text = decoder.decode(data)
    except UnicodeDecodeError:
        return 0.0
    wide = [character for character in text if character > "\x7f"]
    if not wide or "\0" in text:
        return 0.0
    common = sum(character in _COMMON for character in wide) / len(wide)
    everyday = sum(_everyday(character, name) for character in wide) / len(wide)
    return common * 1.5 + everyday * 0.5


def _everyday(character: str, name: str) -> bool:
    """True for a character of the first level of its national set, which nearly all running text is made of."""
    if character in _COMMON:
        return True
    if name == "big5":
        code = character.encode("cp950", errors="ignore")
        return len(code) == 2 and 0xA4 <= code[0] <= 0xC6
    if name == "gb18030":
        code = character.encode("gb2312", errors="ignore")
        return len(code) == 2 and 0xB0 <= code[0] <= 0xD7
    return "\u4e00" <= character <= "\u9fff"


def _place(data: bytes, file: str, offset: int, codec: str) -> Place:
    """Line and column of a byte offset; the column counts the characters before it as they read in ``codec``."""
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode(DECLARABLE.get(codec, codec), errors="replace")) + 1
    return Place(file, data.count(b"\n", 0, offset) + 1, column)

"""Writing text so that nothing in it is read as a mark."""

from __future__ import annotations

import re

_ALWAYS = re.compile(r"[\\`*\[\]${]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?]|\Z)|&(?=#?\w+;)|[!^]\Z")
_LINE_START = re.compile(r"(?=[-#>+~:|=])|(?<=\A)\d{1,9}(?=[.)](?:\s|\Z))")
_LINE_ENDS = re.compile(r"[\n\r]")


def entity(character: str) -> str:
    """A character as an entity: for the few places where a backslash cannot help."""
    return f"&#x{ord(character):x};"


def escape(text: str, *, line_start: bool = False, line_end: bool = False, indent: bool = False) -> str:
    """Escape a run of text for use inside a paragraph.

    ``line_start`` and ``line_end`` say that it stands there, where white space would be trimmed and more characters are
    marks; with ``indent`` ideographic spaces at the start are left as they are (in a flush block they are kept).
    """
    head = tail = ""
    if line_start:
        start = len(text) - len(text.lstrip("\u3000")) if indent else 0
        head, text = text[:start], text[start:]
        if text[:1].isspace():
            head, text = head + entity(text[0]), text[1:]
            line_start = False
    if line_end and text[-1:].isspace():
        text, tail = text[:-1], entity(text[-1])
    written = _ALWAYS.sub(lambda match: "\\" + match.group(0), text)
    if line_start and (match := _LINE_START.match(written)):
        written = written[: match.end()] + "\\" + written[match.end() :]
    return head + _LINE_ENDS.sub(lambda match: entity(match.group(0)), written) + tail


def code_span(text: str) -> str:
    """Text as inline code, with as many backticks as it needs."""
    text = text.replace("\n", " ")
    runs = {len(run) for run in re.findall("`+", text)}
    length = next(size for size in range(1, len(runs) + 2) if size not in runs)
    padded = text.startswith("`") or text.endswith("`") or (text[:1] == text[-1:] == " " and text.strip(" "))
    space = " " if padded else ""
    return "`" * length + space + text + space + "`" * length


def link_target(target: str) -> str:
    """An address as the target of a link or picture."""
    target = re.sub(r"\s", lambda match: " " if match.group(0) == " " else f"%{ord(match.group(0)):02X}", target)
    written = re.sub(r"[\\]|&(?=#?\w+;)", lambda match: "\\" + match.group(0), target)
    if written and not re.search(r"[\s()<>\x00-\x1f]", written):
        return written
    return "<" + re.sub(r"[<>]", lambda match: "\\" + match.group(0), written) + ">"


def picture_path(path: str) -> str:
    """The path of a picture as the target of its mark; the reader undoes percent signs."""
    return link_target(re.sub(r"[%<>\\\n]", lambda match: f"%{ord(match.group(0)):02X}", path))


def quoted(caption: str) -> str:
    """Markdown between quotation marks, as the caption of a picture."""
    if '"' not in caption:
        return f'"{caption}"'
    if "'" not in caption:
        return f"'{caption}'"
    return '"' + caption.replace('"', "&quot;") + '"'

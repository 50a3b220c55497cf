"""What the engine says while it works: log records, kept apart by kind, to become diagnostics."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_LOGGER = logging.getLogger("weasyprint")

# What fontTools has to say of the tables of a font is not for the terminal.
logging.getLogger("fontTools").addHandler(logging.NullHandler())


@dataclass(slots=True)
class Messages:
    """What was said: ``missing_characters`` have no glyph in any font; ``broken_pictures`` address -> reason;
    ``drawn_texts`` are address of a drawing, families, characters with the family that each got (empty: none);
    ``refused_fonts`` are files; ``broken_links`` are targets; ``styles`` (style sheet, message); ``others`` anything
    else."""

    missing_characters: list[str] = field(default_factory=list)
    broken_pictures: dict[str, str] = field(default_factory=dict)
    drawn_texts: dict[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]], None] = field(default_factory=dict)
    refused_fonts: list[str] = field(default_factory=list)
    broken_links: list[str] = field(default_factory=list)
    styles: list[tuple[str, str]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    sheet: str = ""

    def take(self, record: logging.LogRecord) -> None:
        """Sort one record by the wording of its template."""
        template = str(record.msg)
        arguments = record.args if isinstance(record.args, tuple) else ()
        if template.startswith(".notdef glyph"):
            self.missing_characters.append(str(arguments[0]))
        elif template.startswith("Too many glyphs missing"):
            return  # each of them has been named
        elif template.startswith("Font file"):
            self.refused_fonts.append(str(arguments[0]))
        elif template.startswith("Text in drawing"):
            self.drawn_texts[arguments[0], arguments[1], arguments[2]] = None  # type: ignore[index]
        elif template.startswith("Failed to load image"):
            self.broken_pictures[str(arguments[0])] = str(arguments[1])
        elif template.startswith("Failed to render SVG image"):
            self.broken_pictures[str(arguments[0])] = "SVG"
        elif template.startswith(("No anchor", "Content discarded")):
            self.broken_links.append(_target(arguments[0]))
        elif self.sheet:
            self.styles.append((self.sheet, record.getMessage()))
        else:
            self.others.append(record.getMessage())


def _target(argument: object) -> str:
    """The identifier in a message about a link: a name, or the engine's token for one."""
    while isinstance(argument, tuple):
        argument = argument[-1]
    return str(argument).removeprefix("#")


class _Handler(logging.Handler):
    def __init__(self, messages: Messages) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what this press said; another press may work in another thread."""
        if record.thread == self._thread:
            self._messages.take(record)


@contextmanager
def listening(messages: Messages) -> Iterator[Messages]:
    """Collect what the engine says in this thread."""
    handler = _Handler(messages)
    level = _LOGGER.level
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(logging.WARNING)  # whatever the program around us wants to hear
    try:
        yield messages
    finally:
        _LOGGER.setLevel(level)
        _LOGGER.removeHandler(handler)

"""Numbers the notes of each page from ①: the engine cannot, for it knows the pages only when the marks are set.

A further call of a note shows the number of the note when it stands on the same page. On another page that number
would mean nothing, or another note. There the call gets a note of its own that says 见第12页注①, as publishers do; in
a note, from which no note can float, the same words stand in brackets in place of the mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from weasyprint.text.line_break import Layout, line_size

from fuzi.model.numerals import mark
from fuzi.press.engine.document import LaidOut
from fuzi.press.engine.notemarks import MARK, NOTE, SEE, Call, Printed, Sheet, calls_of, read_marks
from fuzi.press.engine.places import SPAN

WORDS = ("note_see", "note_see_here")
"""Labels for a note on another page and for one on the same page."""

TOLERANCE = 1e-3
"""CSS pixels by which the advances of two marks may differ."""


def renumber(laid_out: LaidOut, scope: str, words: Mapping[str, str]) -> bool:
    """Number the notes anew on each ``page``, in each ``chapter`` or through the ``book``, and their calls with them.

    Marks of the same width are exchanged where they stand. True when the pages are then right; False when the document
    has changed by more than that and must be set again.
    """
    calls = calls_of(laid_out.root)
    if not calls:
        return True
    return _Numbering(scope, words, calls, read_marks(laid_out)).settle()


@dataclass(slots=True)
class _Numbering:
    scope: str
    words: Mapping[str, str]
    calls: list[Call]
    sheet: Sheet
    settled: bool = True
    sent: set[tuple[str, int | None]] = field(default_factory=set)
    """Notes and pages from which a call was sent to them; further calls on that page can share its number."""

    def settle(self) -> bool:
        self._leave_out_repeats()
        numbers = self._numbers()
        notes = self._notes_by_target()
        for call in self.calls:
            if call.note and call.element in numbers:
                self._show(call, mark(numbers[call.element]))
        for call in self.calls:
            if call.target:
                self._refer(call, notes.get(call.target, []), numbers)
        return self.settled

    def _leave_out_repeats(self) -> None:
        """The head of a table is repeated on each page of it, but its notes stand on the first of them only."""
        for found in (self.sheet.calls, self.sheet.again):
            for printed in found.values():
                for item in printed[1:]:
                    item.parent.children = [box for box in item.parent.children if box is not item.box]
                del printed[1:]

    def _numbers(self) -> dict[ElementTree.Element, int]:
        """The number of every note whose call is printed."""
        last: dict[Any, int] = defaultdict(int)
        numbers = {}
        for call in self.calls:
            home = self.sheet.home(call)
            if call.note and home is not None:
                key = {"page": home, "chapter": call.chapter}.get(self.scope)
                last[key] += 1
                numbers[call.element] = last[key]
        return numbers

    def _notes_by_target(self) -> dict[str, list[Call]]:
        """Id of a note -> the note itself, and then the notes that say where it is."""
        notes: dict[str, list[Call]] = defaultdict(list)
        for call in self.calls:
            if call.note and not call.target:
                notes[call.element.get("id", "")].insert(0, call)
            elif call.note:
                notes[call.target].append(call)
        return notes

    def _refer(self, call: Call, notes: list[Call], numbers: Mapping[ElementTree.Element, int]) -> None:
        """Show what a further call means."""
        if not notes or notes[0].element not in numbers:
            return
        note, home = notes[0], self.sheet.home(call)
        if call.see is not None:
            self._say(call, note, numbers)
            return
        if self.scope == "page":
            here = [item for item in notes if self.sheet.home(item) == home]
            if not here:
                self.settled = False
                if (call.target, home) not in self.sent:
                    self.sent.add((call.target, home))
                    self._send(call, note, numbers)
                return
            note = here[0]
        self._show(call, mark(numbers[note.element]))

    def _show(self, call: Call, new: str) -> None:
        """Put a mark in place of the one that is printed."""
        old = call.element.get(MARK, "")
        if old == new:
            return
        call.element.set(MARK, new)
        found = (self.sheet.calls, self.sheet.markers) if call.note else (self.sheet.again,)
        printed = [item for marks in found for item in marks.get(call.element, ())]
        self.settled &= all(_exchange(item, old, new) for item in printed)

    def _send(self, call: Call, note: Call, numbers: Mapping[ElementTree.Element, int]) -> None:
        """Turn a call whose note is on another page into one that says where."""
        element = call.element
        href, tail = element.get("href", ""), element.tail
        see = element
        element.clear()
        element.tail = tail
        if call.outer is None:
            element.tag = "span"
            element.attrib = {"class": f"{NOTE} {SEE}", MARK: mark(1), SPAN: call.span}
            see = ElementTree.SubElement(ElementTree.SubElement(element, "span", {"class": "note-par"}), "a")
        see.attrib = {"class": f"link {SEE}", "href": href}
        self._say(Call(element, call.chapter, call.span, call.outer, call.target, see), note, numbers)

    def _say(self, call: Call, note: Call, numbers: Mapping[ElementTree.Element, int]) -> None:
        """Name page and number of a note."""
        assert call.see is not None
        page, sign = self.sheet.home(note), mark(numbers[note.element])
        assert page is not None
        here = call.note and self.sheet.home(call) == page
        text = self.words[WORDS[here]].format(page=self.sheet.folio(page), mark=sign)
        text = f"{text}。" if call.note else f"（{text}）"
        if call.see.text != text:
            call.see.text = text
            self.settled = False


def _exchange(printed: Printed, old: str, new: str) -> bool:
    """Put one mark for another in a box; False when they are not equally wide."""
    holding = [box for box in printed.texts() if old in box.pango_layout.text]
    if len(holding) != 1:
        return False
    (box,) = holding
    layout = box.pango_layout
    if hasattr(layout, "retext"):
        if not layout.retext(old, new):
            return False
    elif abs(_advance(box.style, old) - _advance(box.style, new)) > TOLERANCE:
        return False
    else:
        layout.text = layout.text.replace(old, new)
    box.text = box.text.replace(old, new)
    return True


def _advance(style: Any, text: str) -> float:
    layout = Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    width: float = line_size(line, style)[0]
    return width

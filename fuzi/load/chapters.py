"""Reading the text files: bytes to chapters and parts, with their ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from fuzi.load import codes
from fuzi.load.decoding import Encoding, decode
from fuzi.load.folder import BookFolder
from fuzi.load.ids import Ids
from fuzi.load.nearest import Hint, choices, near
from fuzi.load.sequence import TEXT, Listed, ListedPart, Sequence
from fuzi.model.book import Chapter, Kind, Part
from fuzi.model.inline import Text
from fuzi.model.report import Diagnostic, Outcome
from fuzi.model.source import Place
from fuzi.model.walk import plain

ReadChapter = Callable[..., Outcome[Chapter]]
"""``fuzi.dialect.read_chapter``."""


@dataclass(frozen=True, slots=True)
class Divisions:
    """The text of the book; ``whole`` is False when a file of it could not be read."""

    front: tuple[Chapter, ...]
    body: tuple[Part | Chapter, ...]
    back: tuple[Chapter, ...]
    whole: bool


@dataclass(slots=True)
class ChapterReader:
    """Reads every file of a sequence; what cannot be read is reported and left out."""

    folder: BookFolder
    encoding: Encoding | None
    read_chapter: ReadChapter
    found: list[Diagnostic] = field(default_factory=list)
    ids: Ids = field(default_factory=Ids)
    whole: bool = True

    def read(self, sequence: Sequence) -> Divisions:
        """The chapters and parts in reading order."""
        front = self._chapters(sequence.front)
        body: list[Part | Chapter] = []
        for item in sequence.body:
            if isinstance(item, ListedPart):
                body.append(self._part(item))
            else:
                body.extend(self._chapters((item,)))
        back = self._chapters(sequence.back)
        return Divisions(front, tuple(body), back, self.whole)

    def _chapters(self, listed: tuple[Listed, ...]) -> tuple[Chapter, ...]:
        chapters = (self._chapter(item, self.ids.chapter(item.path), item.kind) for item in listed)
        return tuple(chapter for chapter in chapters if chapter is not None)

    def _chapter(self, listed: Listed, chapter_id: str, kind: Kind | None, *, titled: bool = True) -> Chapter | None:
        text = self._text(listed)
        if text is None:
            self.whole = False
            return None
        outcome = self.read_chapter(text, file=listed.path, chapter_id=chapter_id, kind=kind, titled=titled)
        self.found.extend(outcome.report.diagnostics)
        if not outcome.value.blocks:
            self.found.append(codes.NO_CONTENT.at(outcome.value.place))
        return outcome.value

    def _text(self, listed: Listed) -> str | None:
        """The text of a file; None, and a diagnostic, when it is not there, not readable or blank."""
        found = self.folder.read(listed.path, listed.place, example="01.md")
        if found.problem is not None:
            self.found.append(found.problem)
        if found.missing:
            path = listed.path.removeprefix(f"{TEXT}/")
            self.found.append(codes.TEXT_MISSING.at(listed.place, path=path, **self._near(path)))
        if found.data is None:
            return None
        text, diagnostics = decode(found.data, listed.path, self.encoding)
        self.found.extend(diagnostics)
        if text is not None and not text.strip():
            self.found.append(codes.BLANK.at(Place(listed.path, 1, 1)))
            return None
        return text

    def _near(self, path: str) -> Hint:
        names = [name.removeprefix(f"{TEXT}/") for name in self.folder.files(TEXT)]
        hint = near(path, names)
        if hint != choices(names):
            return hint
        return {
            "near_zh": "检查文件名；文件名从 text/ 写起，不带 text/ 本身",
            "near_en": "Check the name; it is counted from text/ and does not include text/ itself",
        }

    def _part(self, listed: ListedPart) -> Part:
        """A part with its chapters; the text of its own file stands on the part title page."""
        first = next((item.path for item in (listed.introduction, *listed.chapters) if item is not None), listed.title)
        part_id = self.ids.part(listed.title, first)
        title = (Text(listed.title, listed.place),)
        subtitle = (Text(listed.subtitle, listed.subtitle_place),) if listed.subtitle else ()
        part = Part(part_id, title, subtitle, (), listed.place)
        if listed.introduction is not None:
            chapter = self._chapter(listed.introduction, part_id, None, titled=False)
            if chapter is not None:
                part = self._introduced(part, chapter)
        return replace(part, chapters=self._chapters(listed.chapters))

    def _introduced(self, part: Part, chapter: Chapter) -> Part:
        """The part with the text of its file; what a part title page cannot show is reported, never dropped unseen."""
        if chapter.notes:
            self.found.append(codes.PART_NOTES.at(chapter.notes[0].place))
        own, given = plain(chapter.title).strip(), plain(part.title).strip()
        if own and own != given:
            self.found.append(codes.PART_TITLE.at(chapter.place, title=own, part=given))
        subtitle, own_subtitle = plain(part.subtitle).strip(), plain(chapter.subtitle).strip()
        if own_subtitle and subtitle and own_subtitle != subtitle:
            self.found.append(codes.PART_TITLE.at(chapter.place, title=own_subtitle, part=subtitle))
        kept = part.subtitle or chapter.subtitle
        return replace(part, id=chapter.id, introduction=chapter.blocks, subtitle=kept)

"""The order of the text: which files ``text:`` names, in which division and part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from fuzi.load import codes
from fuzi.load.folder import BookFolder, path_problem
from fuzi.load.marked_yaml import Marked
from fuzi.load.nearest import near
from fuzi.load.schema import unknown_key
from fuzi.load.shapes import found_shape, key_path, wrong_value
from fuzi.model.book import FieldPath, Kind
from fuzi.model.report import Code, Diagnostic
from fuzi.model.source import Place

TEXT = "text"
"""The folder of the text inside the book folder."""

DIVISIONS = ("front", "body", "back")
SUFFIXES = (".md", ".markdown")

_EXAMPLE = "text: {body: [01.md]}"
_CHAPTER_KEYS = ("file", "kind")
_PART_KEYS = ("part", "subtitle", "file", "chapters")


@dataclass(frozen=True, slots=True)
class Listed:
    """One text file of the book: its path in the book folder and the place that names it."""

    path: str
    place: Place
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class ListedPart:
    """One part of the body: what is written on its title page, and its chapters."""

    title: str
    place: Place
    subtitle: str = ""
    subtitle_place: Place = field(default_factory=lambda: Place(""))
    introduction: Listed | None = None
    chapters: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequence:
    """All text files in reading order."""

    front: tuple[Listed, ...] = ()
    body: tuple[Listed | ListedPart, ...] = ()
    back: tuple[Listed, ...] = ()

    def files(self) -> Iterator[Listed]:
        """Every file that is named, parts' introductions included."""
        yield from self.front
        for item in self.body:
            if isinstance(item, Listed):
                yield item
                continue
            if item.introduction is not None:
                yield item.introduction
            yield from item.chapters
        yield from self.back


def sequence_of(marked: Marked, folder: BookFolder) -> tuple[Sequence, list[Diagnostic]]:
    """The sequence that book.yaml gives; without ``text:``, every file directly in text/ in the order of names.

    Files that are named twice, cannot be in the book or are named nowhere are reported; that a file exists is seen when
    it is read.
    """
    if not isinstance(marked.tree, dict) or not marked.tree.get("text"):
        names = [path for path in folder.files(TEXT) if path.count("/") == 1 and path.endswith(SUFFIXES)]
        return Sequence(body=tuple(Listed(path, Place(path)) for path in names)), []
    reader = _Reader(marked)
    sequence = reader.read()
    named = {item.path for item in sequence.files()} | reader.refused
    unlisted = [path for path in folder.files(TEXT) if path not in named]
    reader.found += [codes.TEXT_UNLISTED.at(Place(path), path=path.removeprefix(f"{TEXT}/")) for path in unlisted]
    return sequence, reader.found


@dataclass(slots=True)
class _Reader:
    """Reads ``text:``, part by part."""

    marked: Marked
    found: list[Diagnostic] = field(default_factory=list)
    seen: dict[str, Place] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)

    def read(self) -> Sequence:
        """The whole sequence; a plain list under ``text:`` is the body."""
        tree = self.marked.tree["text"] if isinstance(self.marked.tree, dict) else ""
        if isinstance(tree, list):
            return Sequence(body=tuple(self._body(("text",))))
        if not isinstance(tree, dict):
            self._shape(("text",), "front、body、back 三个列表", "three lists: front, body, back", _EXAMPLE)
            return Sequence()
        for key in tree:
            if key not in DIVISIONS:
                self.found.append(unknown_key(self.marked, ("text", key), DIVISIONS))
        front, back = (tuple(self._chapters(("text", name))) for name in ("front", "back"))
        return Sequence(front, tuple(self._body(("text", "body"))), back)

    def _items(self, path: FieldPath) -> list[FieldPath]:
        """The paths of the items of a list; nothing there is an empty list."""
        tree = self._get(path)
        if tree is None or tree == "":
            return []
        if isinstance(tree, list):
            return [(*path, index) for index in range(len(tree))]
        name = str(path[-1])
        self._shape(path, "文件名的列表", "a list of file names", f"{name}: [01.md, 02.md]")
        return []

    def _chapters(self, path: FieldPath) -> Iterator[Listed]:
        for item in self._items(path):
            listed = self._chapter(item)
            if listed is not None:
                yield listed

    def _body(self, path: FieldPath) -> Iterator[Listed | ListedPart]:
        for item in self._items(path):
            tree = self._get(item)
            if isinstance(tree, dict) and ("part" in tree or "chapters" in tree):
                yield self._part(item)
            else:
                listed = self._chapter(item)
                if listed is not None:
                    yield listed

    def _part(self, path: FieldPath) -> ListedPart:
        tree = self._get(path)
        assert isinstance(tree, dict)
        self._known(path, _PART_KEYS)
        title, subtitle = self._text((*path, "part")), self._text((*path, "subtitle"))
        if not title:
            self.found.append(codes.MISSING_KEY.at(self.marked.place(path), key=key_path((*path, "part")), name="part"))
        introduction = self._file((*path, "file"), None) if tree.get("file") else None
        chapters = tuple(self._chapters((*path, "chapters")))
        if not chapters:
            self.found.append(codes.PART_EMPTY.at(self.marked.place((*path, "part")), part=title))
        places = self.marked.place((*path, "part")), self.marked.place((*path, "subtitle"))
        return ListedPart(title, places[0], subtitle, places[1], introduction, chapters)

    def _chapter(self, path: FieldPath) -> Listed | None:
        tree = self._get(path)
        if isinstance(tree, str):
            return self._file(path, None)
        if not isinstance(tree, dict) or "part" in tree or "chapters" in tree:
            self._shape(path, "文件名（篇只能放在 body 里）", "a file name (parts belong in body)", "- 01.md")
            return None
        self._known(path, _CHAPTER_KEYS)
        if not tree.get("file"):
            self.found.append(codes.MISSING_KEY.at(self.marked.place(path), key=key_path((*path, "file")), name="file"))
            return None
        return self._file((*path, "file"), self._kind((*path, "kind")))

    def _kind(self, path: FieldPath) -> Kind | None:
        text = self._text(path)
        if not text:
            return None
        known = [kind.value for kind in Kind]
        if text in known:
            return Kind(text)
        hint = near(text, known)
        wanted = hint["near_zh"], hint["near_en"]
        self.found.append(wrong_value(self.marked.place(path), key_path(path), text, wanted))
        return None

    def _file(self, path: FieldPath, kind: Kind | None) -> Listed | None:
        """One file name, if it can be that of a text of this book and has not been named before."""
        name = self._text(path)
        place = self.marked.place(path)
        if not name:
            self.found.append(codes.EMPTY_ITEM.at(place, key=key_path(path[:-1])))
            return None
        problem = path_problem(name, place, "01.md")
        if problem is None and not name.lower().endswith(SUFFIXES):
            problem = codes.NOT_MARKDOWN.at(place, path=name)
        full = f"{TEXT}/{name}"
        if problem is None and full in self.seen:
            problem = codes.TEXT_TWICE.at(place, path=name, line=self.seen[full].line)
        if problem is not None:
            self.found.append(problem)
            self.refused.add(full)
            return None
        self.seen[full] = place
        return Listed(full, place, kind)

    def _text(self, path: FieldPath) -> str:
        value = self._get(path)
        if value is not None and not isinstance(value, str):
            self._shape(path, "一段文字", "a text", f"{path[-1]}: …")
            return ""
        return value or ""

    def _known(self, path: FieldPath, keys: tuple[str, ...]) -> None:
        tree = self._get(path)
        for key in tree if isinstance(tree, dict) else ():
            if key not in keys:
                self.found.append(unknown_key(self.marked, (*path, key), keys))

    def _get(self, path: FieldPath) -> object:
        value: object = self.marked.tree
        for step in path:
            if isinstance(value, dict) and isinstance(step, str):
                value = value.get(step)
            elif isinstance(value, list) and isinstance(step, int):
                value = value[step]
            else:
                return None
        return value

    def _shape(self, path: FieldPath, zh: str, en: str, example: str) -> None:
        value = self._get(path)
        found_zh, found_en = found_shape(value if isinstance(value, (dict, list)) else "")
        code: Code = codes.WRONG_SHAPE
        self.found.append(
            code.at(
                self.marked.place(path),
                key=key_path(path),
                expected_zh=zh,
                expected_en=en,
                found_zh=found_zh,
                found_en=found_en,
                mend_zh=f"写成 {example}",
                mend_en=f"Write it as {example}",
            )
        )

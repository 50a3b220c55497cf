"""YAML with a place for every key and value, and with nothing in it but mappings, lists and strings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from fuzi.load import codes
from fuzi.load.characters import forbidden
from fuzi.load.folding import unfold
from fuzi.load.lines import Lines
from fuzi.load.yaml_words import explain
from fuzi.model.book import FieldPath
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

LARGEST = 1_000_000
"""Bytes of a YAML file."""
DEEPEST = 30
"""Levels of mappings and lists inside one another."""

_NO_KEY = "\0"  # stands for a key that cannot be one, until its value has passed


@dataclass(frozen=True, slots=True)
class Marked:
    """A tree of strings, lists and mappings with the place of each key and value by its path.

    ``plain`` are the scalars written without quotes: only there do ``none`` and nothing at all mean “remove”.
    ``blocks`` are those written line by line under a ``|``, with the column in which their lines begin.
    """

    tree: Tree
    keys: Mapping[FieldPath, Place]
    values: Mapping[FieldPath, Place]
    plain: frozenset[FieldPath] = frozenset()
    blocks: Mapping[FieldPath, int] = field(default_factory=dict)

    def place_in(self, path: FieldPath, text: str, offset: int) -> Place:
        """Where a character of the value at this path stands, whose text is ``text``; exact in what has lines."""
        start = self.place(path)
        if path not in self.blocks:
            return start
        before = text[:offset]
        column = self.blocks[path] + len(before) - (before.rfind("\n") + 1)
        return Place(start.file, start.line + 1 + before.count("\n"), column)

    def place(self, path: FieldPath) -> Place:
        """Where the value at this path stands, or the nearest thing around it that exists."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.values:
                return self.values[path[:end]]
        return next(iter(self.values.values()), Place(""))

    def key_place(self, path: FieldPath) -> Place:
        """Where the key at this path stands; of an item of a list, where the item stands."""
        return self.keys.get(path) or self.place(path)

    def at(self, key: str | int) -> Marked:
        """What stands under one key or item, with the paths counted from there."""
        part = self.tree[key] if isinstance(self.tree, dict | list) else self.tree  # type: ignore[index]
        return Marked(
            part,
            {path[1:]: place for path, place in self.keys.items() if path[:1] == (key,) and len(path) > 1},
            {path[1:]: place for path, place in self.values.items() if path[:1] == (key,)},
            frozenset(path[1:] for path in self.plain if path[:1] == (key,)),
            {path[1:]: column for path, column in self.blocks.items() if path[:1] == (key,)},
        )

    def only(self, names: frozenset[str]) -> Marked:
        """The same mapping with no other keys than these."""
        kept = {key: value for key, value in self.tree.items() if key in names} if isinstance(self.tree, dict) else {}
        return Marked(kept, self.keys, self.values, self.plain, self.blocks)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read; ``key`` is the key that waits for its value."""

    container: dict[str, Tree] | list[Tree]
    path: FieldPath
    key: str | None = None
    ignored: bool = False  # the value that comes next has no usable key: read it and let it go


def parse(text: str, file: str) -> tuple[Marked | None, tuple[Diagnostic, ...]]:
    """Read one YAML document; None when there is no tree to work with. Every fault has its line and column."""
    size = len(text.encode("utf-8", errors="replace"))
    if size > LARGEST:
        return None, (codes.TOO_LARGE.at(Place(file), size=size, limit=LARGEST),)
    reader = _Reader(text, file)
    reader.read()
    if reader.stopped:
        return None, tuple(reader.found)
    if reader.root is None or (isinstance(reader.root, str) and not reader.root):
        return None, (*reader.found, codes.EMPTY.at(Place(file, 1, 1)))
    marked = Marked(reader.root, reader.keys, reader.values, frozenset(reader.plain), reader.blocks)
    return marked, tuple(reader.found)


@dataclass(slots=True)
class _Reader:
    """Builds the tree from the events of the parser, with a stack of its own: no recursion, no composed aliases."""

    text: str
    file: str
    root: Tree | None = None
    keys: dict[FieldPath, Place] = field(default_factory=dict)
    values: dict[FieldPath, Place] = field(default_factory=dict)
    plain: set[FieldPath] = field(default_factory=set)
    blocks: dict[FieldPath, int] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    stopped: bool = False
    documents: int = 0
    lines: Lines = field(init=False)

    def __post_init__(self) -> None:
        self.lines = Lines(self.text)

    def read(self) -> None:
        """Go through the events; a syntax error, a second document or too deep a nesting ends the reading."""
        try:
            for event in yaml.parse(self.text, Loader=yaml.SafeLoader):
                self._take(event)
                if self.stopped:
                    return
        except yaml.MarkedYAMLError as error:
            self.found.append(self._syntax(error))
            self.stopped = True
        except yaml.reader.ReaderError as error:
            place = self.lines.place(self.file, error.position)
            point = f"U+{ord(self.text[error.position]):04X}"
            self.found.append(codes.CONTROL.at(place, code=point, count=1, lines=place.line))
            self.stopped = True

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self.found.append(codes.DOCUMENTS.at(self._place(event)))
                    self.stopped = True
            case yaml.AliasEvent():
                self.found.append(codes.ANCHOR.at(self._place(event), text=f"*{event.anchor}"))
                self._put("", self._place(event))
            case yaml.ScalarEvent() | yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_marks(event)
                self._node(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.stack.pop()
            case _:
                pass

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self.found.append(codes.ANCHOR.at(self._place(event), text=f"&{event.anchor}"))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.found.append(codes.TAG.at(self._place(event), text=str(tag)))

    def _node(self, event: yaml.NodeEvent) -> None:
        place = self._place(event)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, place)
            return
        container: dict[str, Tree] | list[Tree] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._put(container, place)
        self.stack.append(_Open(container, path if path is not None else ()))
        if path is None:
            self.stack[-1].ignored = True
        if len(self.stack) > DEEPEST:
            self.found.append(codes.TOO_DEEP.at(place, limit=DEEPEST))
            self.stopped = True

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> None:
        written = self.text[_offset(event.start_mark) : _offset(event.end_mark)]
        value = unfold(event.value, written, event.style or "")
        # What stands in the file itself has been looked at; here it is about escapes such as "\\u202e".
        if event.style == '"' and (character := forbidden(value)) is not None and character not in written:
            line = str(place.line)
            point = f"U+{ord(character):04X}"
            self.found.append(codes.CONTROL.at(place, code=point, count=value.count(character), lines=line))
            value = value.replace(character, "\ufffd")
        path = self._put(value, place)
        if path is not None and event.style is None:
            self.plain.add(path)
        elif path is not None and event.style == "|":
            lines = [line for line in written.split("\n")[1:] if line.strip()]
            self.blocks[path] = 1 + len(lines[0]) - len(lines[0].lstrip(" ")) if lines else 1

    def _put(self, value: Tree, place: Place) -> FieldPath | None:
        """Set a value where the document is; a scalar in the place of a key becomes the key. None: it went nowhere."""
        if not self.stack:
            self.root = value
            self.values[()] = place
            return ()
        top = self.stack[-1]
        if isinstance(top.container, list):
            path = (*top.path, len(top.container))
            top.container.append(value)
            return self._mark(top, path, place)
        if top.key is None:
            self._key(top, value, place)
            return None
        key, top.key = top.key, None
        if key == _NO_KEY or key in top.container:
            return None
        top.container[key] = value
        return self._mark(top, (*top.path, key), place)

    def _mark(self, top: _Open, path: FieldPath, place: Place) -> FieldPath | None:
        if top.ignored:
            return None
        self.values[path] = place
        return path

    def _key(self, top: _Open, key: Tree, place: Place) -> None:
        if not isinstance(key, str) or not key:
            if not top.ignored:
                self.found.append(codes.KEY_NOT_TEXT.at(place))
            top.key = _NO_KEY
            return
        top.key = key
        path = (*top.path, key)
        if not top.ignored and path in self.keys:
            self.found.append(codes.DUPLICATE_KEY.at(place, key=key, line=self.keys[path].line))
        elif not top.ignored:
            self.keys[path] = place

    def _place(self, event: yaml.Event) -> Place:
        return self.lines.place(self.file, _offset(event.start_mark))

    def _syntax(self, error: yaml.MarkedYAMLError) -> Diagnostic:
        words, offset = explain(error, self.text)
        return codes.SYNTAX.at(self.lines.place(self.file, offset), **words)


def _offset(mark: Any) -> int:
    """Where a mark of the parser stands; an event of ours always has one."""
    return int(mark.index) if mark is not None else 0

"""What the tests of the dialect share: chapters as readable text, and text cases."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from fuzi.dialect import read_chapter
from fuzi.dialect.write_inlines import tidy
from fuzi.model.block import (
    Alignment,
    Block,
    Byline,
    CodeBlock,
    Document,
    Entries,
    Figure,
    Formula,
    Gap,
    Heading,
    Inlines,
    Inset,
    Letter,
    List,
    Paragraph,
    Pinyin,
    Quote,
    Signature,
    Table,
    Verse,
)
from fuzi.model.book import Chapter
from fuzi.model.inline import (
    Code,
    Emphasis,
    InlineFigure,
    InlineFormula,
    LineBreak,
    Link,
    Mark,
    NoteCall,
    Ruby,
    Strong,
    Text,
)
from fuzi.model.report import Outcome
from fuzi.model.source import Place

CASES = Path(__file__).parents[1] / "cases" / "dialect"
_INLINES = Text | Emphasis | Strong | Mark | Ruby | Code | Link | InlineFormula | InlineFigure | NoteCall | LineBreak
_COLUMNS = {Alignment.START: "<", Alignment.CENTRE: "=", Alignment.END: ">"}


def dump_inlines(inlines: Inlines) -> str:
    """Text as it is, ``¦`` between neighbouring texts, marks in ⟨ ⟩."""
    parts: list[str] = []
    before: object = None
    for item in inlines:
        match item:
            case Text(text=text):
                parts.append(("¦" if isinstance(before, Text) else "") + text)
            case Emphasis(content=content):
                parts.append(f"⟨em {dump_inlines(content)}⟩")
            case Strong(content=content):
                parts.append(f"⟨strong {dump_inlines(content)}⟩")
            case Mark(kind=kind, content=content):
                parts.append(f"⟨{kind.value} {dump_inlines(content)}⟩")
            case Ruby(content=content, readings=readings):
                parts.append(f"⟨ruby {dump_inlines(content)} {' '.join(given.text for given in readings)}⟩")
            case Code(text=text):
                parts.append(f"⟨code {text}⟩")
            case InlineFormula(tex=tex):
                parts.append(f"⟨tex {tex}⟩")
            case Link(target=target, content=content):
                parts.append(f"⟨link {target} {dump_inlines(content)}⟩")
            case InlineFigure(source=source, alternative=alternative, decorative=decorative):
                parts.append(f"⟨picture{'~' * decorative} {source} {alternative}⟩")
            case NoteCall(key=key):
                parts.append(f"⟨note {key}⟩")
            case LineBreak():
                parts.append("⟨br⟩")
        before = item
    return "".join(parts)


def _dump_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content=content, flush=flush):
            yield ("flush " if flush else "p ") + dump_inlines(content)
        case Heading():
            yield f"h{block.level} #{block.id} {dump_inlines(block.content)}"
            if block.subtitle:
                yield f"  subtitle {dump_inlines(block.subtitle)}"
        case Byline(content=content):
            yield f"byline {dump_inlines(content)}"
        case Signature(lines=lines):
            yield "signature"
            yield from (f"  {dump_inlines(line)}" for line in lines)
        case Gap(content=content):
            yield f"gap {dump_inlines(content)}"
        case Quote():
            yield "quote"
            yield from _inside(block.blocks)
            if block.attribution:
                yield f"  attribution {dump_inlines(block.attribution)}"
        case List():
            head = f"list {block.start}" if block.ordered else "list"
            yield head + ("" if block.tight else " loose")
            for item in block.items:
                yield "  item"
                yield from (f"  {line}" for line in _inside(item.blocks))
        case CodeBlock(text=text, language=language):
            yield f"code {language}".rstrip()
            yield from (f"  {line}" for line in text.split("\n"))
        case Formula(tex=tex):
            yield "formula"
            yield from (f"  {line}" for line in tex.split("\n"))
        case Table():
            columns = "".join(_COLUMNS[alignment] for alignment in block.alignments)
            yield f"table #{block.id} {columns} {dump_inlines(block.caption)}".rstrip()
            for row in (block.header, *block.rows):
                yield "  " + " | ".join(dump_inlines(cell.content) for cell in row)
        case Figure():
            yield (
                f"figure{'~' * block.decorative} #{block.id} {block.source} {block.width}% "
                f"[{block.alternative}] {dump_inlines(block.caption)}"
            ).rstrip()
        case Document():
            yield f"document #{block.id} {dump_inlines(block.title)}"
            if block.subtitle:
                yield f"  subtitle {dump_inlines(block.subtitle)}"
            yield from _inside(block.blocks)
        case Verse() | Entries() | Letter() | Inset():
            yield from _dump_special(block)
        case Pinyin(scope=scope, blocks=inner):
            yield f"pinyin {scope}"
            yield from _inside(inner)
        case _:
            yield "break"


def _dump_special(block: Verse | Entries | Letter | Inset) -> Iterator[str]:
    yield f"{block.kind} {dump_inlines(block.title)}".rstrip()
    match block:
        case Verse(stanzas=stanzas):
            for number, stanza in enumerate(stanzas):
                yield from ["  /"] if number else []
                yield from (f"  | {dump_inlines(line)}" for line in stanza)
        case Entries(entries=entries):
            for entry in entries:
                yield f"  - {dump_inlines(entry.head)}".rstrip()
                yield from (f"  {line}" for line in _inside(entry.blocks))
        case Letter(number=number, salutation=salutation, blocks=inner):
            yield from [f"  number {dump_inlines(number)}"] if number else []
            yield from [f"  to {dump_inlines(salutation)}"] if salutation else []
            yield from _inside(inner)
        case Inset(blocks=inner):
            yield from _inside(inner)
    if isinstance(block, Verse | Inset) and block.attribution:
        yield f"  attribution {dump_inlines(block.attribution)}"


def _inside(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from (f"  {line}" for line in _dump_block(block))


def dump_chapter(chapter: Chapter) -> str:
    """The whole chapter, one block a line, what is inside indented."""
    lines = [f"{chapter.kind} #{chapter.id} {dump_inlines(chapter.title)}".rstrip()]
    if chapter.subtitle:
        lines.append(f"subtitle {dump_inlines(chapter.subtitle)}")
    for block in chapter.blocks:
        lines += _dump_block(block)
    for note in chapter.notes:
        lines.append(f"note {note.number} {note.key}")
        lines += _inside(note.blocks)
    return "\n".join(line.rstrip() for line in lines)


def dump_report(outcome: Outcome[Chapter]) -> str:
    """Code and place of each diagnostic."""
    return "\n".join(
        f"{item.code.id} {item.place.line}:{item.place.column}" for item in outcome.report.diagnostics if item.place
    )


def read_case(source: str) -> Outcome[Chapter]:
    """Read a source; one that begins with another thing than a title is read as text without title."""
    return read_chapter(source, file="text/a.md", chapter_id="c", titled=source.startswith("# "))


@dataclasses.dataclass(frozen=True)
class Case:
    """One text case: a source, the model it gives and the report on it."""

    name: str
    source: str
    model: str
    report: str


def read_cases(path: Path) -> list[Case]:
    """The cases of a file: ``=== name``, source, ``>>> model``, dump, ``>>> report``, codes and places."""
    cases = []
    for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, rest = part.split("\n", 1)
        source, _, rest = rest.partition("\n>>> model")
        model, _, report = rest.partition("\n>>> report")
        cases.append(Case(name.strip(), source.rstrip("\n"), model.strip("\n"), report.strip("\n")))
    return cases


def bare(value: Any) -> Any:
    """A model value without places, texts joined, so that two ways of writing it compare equal."""
    if isinstance(value, Place):
        return None
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, *(bare(getattr(value, field.name)) for field in dataclasses.fields(value)))
    if isinstance(value, tuple):
        if value and isinstance(value[0], _INLINES):
            value = tidy(value)
        return tuple(bare(item) for item in value)
    return value


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test that asks for a ``case`` each text case, by file and name."""
    if "case" in metafunc.fixturenames:
        cases = [(path.stem, case) for path in sorted(CASES.glob("*.txt")) for case in read_cases(path)]
        ids = [f"{stem}: {case.name}" for stem, case in cases]
        metafunc.parametrize("case", [case for _, case in cases], ids=ids)


@pytest.fixture(scope="session", name="dump_chapter")
def _dump_chapter() -> Callable[[Chapter], str]:
    return dump_chapter


@pytest.fixture(scope="session", name="read_case")
def _read_case() -> Callable[[str], Outcome[Chapter]]:
    return read_case


@pytest.fixture(scope="session", name="dump_report")
def _dump_report() -> Callable[[Outcome[Chapter]], str]:
    return dump_report


@pytest.fixture(scope="session", name="bare")
def _bare() -> Callable[[Any], Any]:
    return bare

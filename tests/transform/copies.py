"""Small books for the tests of the settling."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import strategies as st

from fuzi.model.block import Block, Figure, Heading, Inlines, Paragraph, Table, TableCell
from fuzi.model.book import Book, Chapter, EditionMetadata, Kind, Note, Part, Settings, Term
from fuzi.model.fair_copy import FairCopy
from fuzi.model.inline import Code, Emphasis, InlineFormula, LineBreak, Link, NoteCall, Strong, Text
from fuzi.model.metadata import Metadata
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place
from fuzi.model.walk import plain, runs
from fuzi.transform import transform
from fuzi.variants import variant

HANS, TW, HK = "zh-Hans", "zh-Hant-TW", "zh-Hant-HK"


def place(line: int = 1, column: int = 1) -> Place:
    return Place("text/a.md", line, column)


def text(words: str, line: int = 1) -> Text:
    return Text(words, place(line))


def run(*items: object) -> Inlines:
    """Strings become text nodes, one for each source line; other inlines stay."""
    return tuple(text(item, line) if isinstance(item, str) else item for line, item in enumerate(items, 1))  # type: ignore[misc]


def paragraph(*items: object) -> Paragraph:
    return Paragraph(run(*items), place())


def heading(title: str, name: str, level: int = 2) -> Heading:
    return Heading(level, run(title), name, place())


def figure(name: str, caption: str, alternative: str = "") -> Figure:
    return Figure(f"figures/{name}.png", alternative, False, run(caption) if caption else (), name, place())


def table(name: str, caption: str) -> Table:
    cell = TableCell(run("格"), place())
    return Table((cell,), ((cell,),), (), run(caption) if caption else (), name, place())


def chapter(
    name: str,
    title: str,
    *blocks: Block,
    subtitle: str = "",
    kind: Kind = Kind.CHAPTER,
    notes: tuple[Note, ...] = (),
) -> Chapter:
    return Chapter(name, kind, run(title), run(subtitle) if subtitle else (), blocks, notes, place())


def part(name: str, title: str, *chapters: Chapter, introduction: tuple[Block, ...] = (), subtitle: str = "") -> Part:
    return Part(name, run(title), run(subtitle) if subtitle else (), chapters, place(), introduction)


def term(source: str, tag: str = TW, target: str = "", line: int = 2) -> Term:
    return Term(source, ((HANS, source), (tag, target)), Place("terms/terms.tsv", line))


def book(
    *body: Part | Chapter,
    source: str = HANS,
    metadata: Metadata | None = None,
    editions: tuple[EditionMetadata, ...] = (),
    terms: Iterable[Term] = (),
    front: tuple[Chapter, ...] = (),
    back: tuple[Chapter, ...] = (),
    numbering: str = "book",
    depth: int = 1,
) -> Book:
    settings = Settings("book", source_variant=source, figure_numbering=numbering, contents_depth=depth)
    return Book(
        settings, metadata or Metadata("书名"), editions, front, body, back, (), tuple(terms), Place("book.yaml")
    )


def settled(written: Book, tag: str = TW, products: tuple[str, ...] = ("pdf",)) -> tuple[FairCopy, list[Diagnostic]]:
    outcome = transform(written, variant(tag), products)
    return outcome.value, list(outcome.report.diagnostics)


def convert(*items: object, tag: str = TW, source: str = HANS, terms: Iterable[Term] = ()) -> str:
    """The text of one paragraph in another variant."""
    copy, found = settled(book(chapter("c1", "", paragraph(*items)), source=source, terms=terms), tag)
    assert not [item for item in found if item.code.id in ("T101", "T102")]
    return plain(only_block(copy).content)


def only_block(copy: FairCopy) -> Paragraph:
    block = next(copy.chapters()).blocks[0]
    assert isinstance(block, Paragraph)
    return block


def all_text(copy: FairCopy | Book) -> list[str]:
    return [plain(item) for each in copy.chapters() for item in (each.title, each.subtitle, *runs(each.blocks))]


def codes(found: Iterable[Diagnostic]) -> list[str]:
    return [item.code.id for item in found]


HAN_TEXT = st.text(
    st.one_of(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.sampled_from("头发后里干面了只征系并准制复云台“”‘’「」，。：《》——……①"),
        st.sampled_from("abc 12.@/\u200b\ufe0f\U00020000"),
    ),
    min_size=1,
    max_size=12,
)


def inlines(texts: st.SearchStrategy[str] = HAN_TEXT) -> st.SearchStrategy[Inlines]:
    """Runs with text nodes, emphasis, links, notes, code, formulas and breaks in any order."""
    leaves = st.one_of(
        st.builds(Text, texts, st.just(place())),
        st.builds(Code, texts, st.just(place())),
        st.builds(NoteCall, st.just("1"), st.just(place())),
        st.builds(InlineFormula, st.just("x"), st.just(place())),
        st.builds(LineBreak, st.just(place())),
    )
    nodes = st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(Emphasis, st.lists(inner, max_size=3).map(tuple), st.just(place())),
            st.builds(Strong, st.lists(inner, max_size=3).map(tuple), st.just(place())),
            st.builds(Link, st.just("https://例.cn/里"), st.lists(inner, max_size=3).map(tuple), st.just(place())),
        ),
        max_leaves=6,
    )
    return st.lists(nodes, max_size=6).map(tuple)

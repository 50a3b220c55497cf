"""A settled chapter written in the markup of another engine: one walk, a table of words for each engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fuzi.model.block import Block, Heading, Inlines, Paragraph, Quote
from fuzi.model.book import Chapter
from fuzi.model.inline import Code, Emphasis, Inline, LineBreak, Link, NoteCall, Strong, Text

Wrap = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Markup:
    """How an engine writes things; ``text`` escapes, the others get what is already written."""

    text: Wrap
    emphasis: Wrap
    strong: Wrap
    code: Wrap
    note: Wrap
    line_break: str
    paragraph: Wrap
    flush: Wrap
    heading: Wrap
    quote: Wrap
    attribution: Wrap


def write(chapter: Chapter, markup: Markup) -> str:
    """The blocks of a chapter, its notes at their calls, without its title."""
    notes = {note.key: note.blocks for note in chapter.notes}

    def blocks(items: Iterable[Block]) -> str:
        return "".join(map(block, items))

    def block(item: Block) -> str:
        match item:
            case Paragraph(content=content, flush=flush):
                return (markup.flush if flush else markup.paragraph)(run(content))
            case Heading(content=content):
                return markup.heading(run(content))
            case Quote(blocks=inner, attribution=attribution):
                return markup.quote(blocks(inner) + (markup.attribution(run(attribution)) if attribution else ""))
        raise NotImplementedError(f"the gallery has no {type(item).__name__}")

    def run(content: Inlines) -> str:
        return "".join(map(inline, content))

    def inline(item: Inline) -> str:
        match item:
            case Text(text=text):
                return markup.text(text)
            case Code(text=text):
                return markup.code(markup.text(text))
            case Emphasis(content=content):
                return markup.emphasis(run(content))
            case Strong(content=content):
                return markup.strong(run(content))
            case Link(content=content):
                return run(content)
            case LineBreak():
                return markup.line_break
            case NoteCall(key=key):
                return markup.note("".join(run(part.content) for part in notes[key] if isinstance(part, Paragraph)))
        raise NotImplementedError(f"the gallery has no {type(item).__name__}")

    return blocks(chapter.blocks)

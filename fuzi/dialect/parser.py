"""The configured parser: CommonMark with tables and our rules, without raw HTML."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt

from fuzi.dialect.rules import BLOCK_RULES, INLINE_RULES, OFF
from fuzi.dialect.scan import BlockParser, InlineParser


@cache
def parser() -> MarkdownIt:
    """The one parser of the process; parsing keeps no state in it."""
    md = MarkdownIt("commonmark")
    md.inline, md.block = InlineParser(), BlockParser()
    # Only has to be out of the way of our own limits: the preset's 20 drops the rest of a chapter without a word.
    md.configure("commonmark", {"maxNesting": 1000, "html": False, "typographer": False})
    md.enable("table")
    for block in BLOCK_RULES:
        options = {"alt": list(block.ends)}
        if block.name == block.before:
            md.block.ruler.at(block.name, block.rule, {"alt": options["alt"]})
        else:
            md.block.ruler.before(block.before, block.name, block.rule, {"alt": options["alt"]})
    for inline in INLINE_RULES:
        if inline.name == inline.before:
            md.inline.ruler.at(inline.name, inline.rule)
        else:
            md.inline.ruler.before(inline.before, inline.name, inline.rule)
    md.disable(list(OFF))
    # Runs of text are put together by the reader, which needs their positions; links are judged there too.
    md.disable(["fragments_join", "text_join"])
    md.validateLink = _accept  # type: ignore[method-assign]
    md.normalizeLink = _as_written  # type: ignore[method-assign]
    md.normalizeLinkText = _as_written  # type: ignore[method-assign, assignment]
    return md


def _accept(url: str) -> bool:
    return True


def _as_written(url: str) -> str:
    return url

"""The marks of the dialect, one file each, and the one table that says where each rule stands.

A later mark (index, cross reference) is a file here, a line in a table below,
and a case in the inline or block reader that turns its token into the model.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote.index import footnote_def

from fuzi.dialect.rules.attributes import attributes
from fuzi.dialect.rules.containers import container
from fuzi.dialect.rules.figures import image
from fuzi.dialect.rules.formulas import formula_block, formula_inline
from fuzi.dialect.rules.html import comment_block, html_inline
from fuzi.dialect.rules.notes import note_call, note_inline
from fuzi.dialect.rules.references import reference
from fuzi.dialect.rules.slips import slip
from fuzi.dialect.rules.spans import ruby, span
from fuzi.dialect.rules.tables import caption_ends_table, table

_ANYTHING = ("paragraph", "reference", "blockquote", "list")


@dataclass(frozen=True, slots=True)
class BlockRule:
    """A block rule: its name, the rule before which it stands (itself: it replaces that rule), what it may end."""

    name: str
    before: str
    rule: Callable[[StateBlock, int, int, bool], bool]
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InlineRule:
    """An inline rule: its name and the rule before which it stands (itself: it replaces that rule)."""

    name: str
    before: str
    rule: Callable[[StateInline, bool], bool]


BLOCK_RULES: tuple[BlockRule, ...] = (
    BlockRule("table", "table", table, ("paragraph", "reference")),
    BlockRule("formula_block", "fence", formula_block, _ANYTHING),
    BlockRule("container", "fence", container, _ANYTHING),
    BlockRule("caption_ends_table", "blockquote", caption_ends_table, ("blockquote",)),
    BlockRule("note_definition", "reference", footnote_def, ("paragraph", "reference")),
    BlockRule("reference", "reference", reference),
    BlockRule("html_block", "html_block", comment_block, ("paragraph", "reference", "blockquote")),
)

INLINE_RULES: tuple[InlineRule, ...] = (
    InlineRule("formula_inline", "escape", formula_inline),
    InlineRule("note_call", "link", note_call),
    InlineRule("span", "link", span),
    InlineRule("image", "image", image),
    InlineRule("note_inline", "autolink", note_inline),
    InlineRule("html_inline", "html_inline", html_inline),
    InlineRule("slip", "entity", slip),
    InlineRule("attributes", "entity", attributes),
    InlineRule("ruby", "entity", ruby),
)

OFF: tuple[str, ...] = (
    "code",  # four spaces are how people indent a Chinese paragraph, not code
    "lheading",  # a rule under a paragraph is a scene break, not a heading
)
"""Rules of CommonMark that do harm in Chinese books."""

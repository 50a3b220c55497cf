"""Runs of inlines: the text of a run is the text of its HTML, whatever it holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from fuzi.model.edition import Medium
from fuzi.model.inline import Code, Emphasis, Inline, LineBreak, Link, Mark, MarkKind, NoteCall, Strong, Text
from fuzi.model.walk import plain
from fuzi.render.formulas import FormulaWriter
from fuzi.render.inlines import InlineWriter
from fuzi.render.pictures import PictureShelf

from .books import at, call, emphasis, run, strong, text

WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=8
)
LEAVES = WORDS.map(lambda words: Text(words, at(1))) | WORDS.map(lambda words: Code(words, at(1)))


def grown(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    content = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return (
        content.map(lambda items: Strong(items, at(1)))
        | content.map(lambda items: Emphasis(items, at(1)))
        | content.map(lambda items: Link("https://example.com/", items, at(1)))
    )


INLINES: st.SearchStrategy[Inline] = st.recursive(LEAVES, grown, max_leaves=8)


def writer() -> InlineWriter:
    return InlineWriter(PictureShelf.of(()), FormulaWriter(Medium.PAGE), lambda item: f"[{item.key}]")


@given(st.lists(INLINES, max_size=6).map(tuple))
def test_text_survives(items: tuple[Inline, ...]) -> None:
    for html in (writer().write(items), writer().bare(items)):
        root = etree.fromstring(f"<p>{html}</p>")
        assert "".join(root.itertext()) == plain(items)


def test_neighbours_touch() -> None:
    assert writer().write(run(strong("还"), emphasis("开"), "着")) == "<strong>还</strong><em>开</em>着"


def test_bare_leaves_out_what_must_not_stand_twice() -> None:
    items = run("灯", call("1"), Link("#a", text("下"), at(1)), LineBreak(at(1)), "文")
    assert writer().bare(items) == "灯下 文"


def test_calls_inside_links_are_held_back() -> None:
    items = (Link("mailto:a@example.com", (Strong((NoteCall("2", at(1)), Text("信", at(1))), at(1)),), at(1)),)
    assert writer().write(items) == '<a class="link external" href="mailto:a@example.com"><strong>信</strong></a>[2]'


def test_attribute_is_escaped() -> None:
    items = (Link('https://example.com/?a="&b', text("x"), at(1)),)
    assert 'href="https://example.com/?a=&#34;&amp;b"' in writer().write(items)


def test_a_note_at_the_side_is_small_in_its_place_and_left_out_of_the_contents() -> None:
    side = Mark(MarkKind.SIDE, run("旁注"), at(1))
    assert writer().write(run("甲", side, "乙")) == '甲<small class="side-note">旁注</small>乙'
    assert writer().bare(run("甲", side, "乙")) == "甲乙"

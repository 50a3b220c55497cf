"""Edits on items that remember their lines."""

from hypothesis import given
from hypothesis import strategies as st

from fuzi.ingest.scan import Edit, Item, Piece, Shape, apply, line_at


@given(st.lists(st.text("甲乙丙丁", max_size=6), min_size=1, max_size=5), st.data())
def test_edits_over_several_lines(texts: list[str], data: st.DataObject) -> None:
    item = Item(Shape.TEXT, tuple(Piece(text, line) for line, text in enumerate(texts, 1)))
    text = item.text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    done, (entry,) = apply(item, [Edit(start, end, "新")], "kind")
    assert done.text == text[:start] + "新" + text[end:]
    assert entry.line == line_at(item, start)
    assert entry.before.replace(text[start:end], "新", 1) or not entry.before
    assert [piece.line for piece in done.pieces] == sorted(piece.line for piece in done.pieces)


def test_windows_of_neighbours_do_not_overlap() -> None:
    item = Item(Shape.TEXT, (Piece("甲,乙,丙", 1),))
    _, entries = apply(item, [Edit(1, 2, "，"), Edit(3, 4, "，")], "width")
    assert [(entry.before, entry.after) for entry in entries] == [("甲,乙", "甲，乙"), ("乙,丙", "乙，丙")]

"""Brings the structure of a book into the shapes that PDF wants: lists with labels and bodies, notes behind their
paragraphs, chapters inside their parts, headings without gaps, nothing empty (ISO 32000-1, 14.8.4; ISO 14289-1, 7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fuzi.press.engine.places import classes
from fuzi.press.engine.tagging_roles import CELLS, INLINE, PICTURES
from fuzi.press.engine.tagging_tree import LAYOUT, Node, Piece, Structure, is_side

_HOMES = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "LBody", "Caption", *CELLS}
"""Where a note may stand behind the block that calls it."""

_BARE = {
    "Document",
    "Part",
    "Art",
    "Sect",
    "Div",
    "BlockQuote",
    "L",
    "LI",
    "Table",
    "THead",
    "TBody",
    "TFoot",
    "TR",
    "TOC",
}
"""What holds other elements and no text: a space between those is none."""

_HEADING = re.compile("H[1-6]")
_LEVEL = re.compile(r"level-(\d)")
DEEPEST = 6


def shaped(structure: Structure) -> Node:
    """The tree with everything in its place; what holds nothing becomes an artifact."""
    root = structure.root
    _into_parts(root)
    for node in list(root.all()):
        if node.role == "LI":
            _item(node)
    for node in [node for node in root.all() if node.role == "Note"]:
        _behind(node)
    for node in [node for node in root.all() if node.role == "TOC"]:
        _contents(node)
    _plain_ruby(root)
    _prune(root, structure)
    _levels(root)
    _numbered(root)
    return root


def _into_parts(root: Node) -> None:
    """Chapters go into the part (篇) that they belong to."""
    part: Node | None = None
    for node in list(root.nodes()):
        if node.role == "Part":
            part = node
        elif part is not None and "in-part" in classes(node.element):
            root.kids.remove(node)
            part.put(node)
        else:
            part = None


def _item(item: Node) -> None:
    """A list item is its label and its body; the label stands on the page at the head of the first paragraph."""
    first = next(item.nodes(), None)
    holder = item if first is None or first.role == "Lbl" else first
    label = next((kid for kid in holder.nodes() if kid.role == "Lbl"), None)
    if label is None and "unit" in classes(item.element):
        label = next((kid for kid in holder.nodes() if "entry-head" in classes(kid.element)), None)
    body = Node("LBody", None, item.order)
    if label is not None:
        holder.kids.remove(label)
        label.role = "Lbl"
    for kid in item.kids:
        if isinstance(kid, Node):
            body.put(kid)
        else:
            body.kids.append(kid)
    item.kids = []
    if label is not None:
        item.put(label)
    item.put(body)


def _behind(note: Node) -> None:
    """A note follows the block that calls it: in the middle of a sentence nobody could follow it by ear."""
    child, above = note, note.parent
    while above is not None and above.role not in _HOMES:
        child, above = above, above.parent
    if above is None or (child is note and above.role not in CELLS | {"Caption"}):
        return
    assert note.parent is not None
    note.parent.kids.remove(note)
    if child is note:
        above.put(note)
        return
    at = above.kids.index(child) + 1
    while at < len(above.kids) and _is_note(above.kids[at]):
        at += 1
    above.put(note, at)


def _is_note(kid: Node | Piece) -> bool:
    return isinstance(kid, Node) and kid.role == "Note"


def _contents(contents: Node) -> None:
    """Entries of a lower level stand in a table of contents of their own behind the entry above them."""
    entries = list(contents.nodes())
    contents.kids = []
    open_levels: list[tuple[int, Node]] = []
    last: Node | None = None
    for entry in entries:
        if entry.role != "TOCI":
            (last or contents).put(entry)  # the subtitle of the entry before it
            continue
        found = _LEVEL.search(" ".join(classes(entry.element)))
        level = int(found[1]) if found else 1
        while open_levels and open_levels[-1][0] > level:
            open_levels.pop()
        if not open_levels:
            open_levels = [(level, contents)]
        elif open_levels[-1][0] < level:
            inner = Node("TOC", None, entry.order)
            open_levels[-1][1].put(inner)
            open_levels.append((level, inner))
        open_levels[-1][1].put(entry)
        last = entry


def _plain_ruby(root: Node) -> None:
    """Characters without a reading are characters."""
    for node in list(root.all()):
        if node.role != "Ruby" or any(kid.role == "RT" for kid in node.nodes()):
            continue
        assert node.parent is not None
        at = node.parent.kids.index(node)
        node.parent.kids[at : at + 1] = [piece for base in node.nodes() for piece in base.pieces()]


def _prune(node: Node, structure: Structure) -> bool:
    """Take away what holds nothing; True when the node itself holds something."""
    kept: list[Node | Piece] = []
    full = node.role in CELLS
    for kid in node.kids:
        if isinstance(kid, Piece):
            if node.role in _BARE and not kid.text.strip():
                structure.artifacts[kid.box] = LAYOUT
                continue
            kept.append(kid)
            full |= bool(kid.text.strip()) or node.role in PICTURES
        elif _prune(kid, structure):
            kept.append(kid)
            full = True
        elif kid.role in INLINE:
            kept += kid.kids  # a space between words
        else:
            structure.artifacts.update((piece.box, LAYOUT) for piece in _pieces(kid))
    node.kids = kept
    return full


def _pieces(node: Node) -> Iterator[Piece]:
    for inner in node.all():
        yield from inner.pieces()


def _levels(root: Node) -> None:
    """Headings begin at H1 and never go down by more than one; chapters stand one below the title of their part."""
    above: list[int] = []
    for node in root.all():
        if not _HEADING.fullmatch(node.role):
            continue
        wanted = int(node.role[1]) + _in_part(node)
        while above and above[-1] >= wanted:
            above.pop()
        above.append(wanted)
        node.role = f"H{min(len(above), DEEPEST)}"


def _in_part(node: Node) -> int:
    """1 for what stands in a chapter of a part, 0 for everything else, the title of a part too."""
    sections = 0
    while node.parent is not None:
        node = node.parent
        sections += node.role == "Sect"
        if node.role == "Part":
            return min(sections, 1)
    return 0


def _numbered(root: Node) -> None:
    """Every note has an identifier of its own (ISO 14289-1, 7.9)."""
    for number, node in enumerate(node for node in root.all() if node.role == "Note"):
        node.facts["id"] = f"{'side' if is_side(node) else 'note'}-{number + 1:05}"

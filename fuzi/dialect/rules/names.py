"""What the marks on a stretch of text are called."""

from __future__ import annotations

from fuzi.model.inline import MarkKind

NAMES: dict[MarkKind, tuple[str, ...]] = {
    MarkKind.DOTS: ("着重", "着重号", "着重號"),
    MarkKind.NAME: ("专名", "专名号", "專名", "專名號"),
    MarkKind.TITLE: ("书名", "书名号", "書名", "書名號"),
    MarkKind.WARICHU: ("夹注", "夾注"),
    MarkKind.SUPERSCRIPT: ("上标", "上標"),
    MarkKind.SUBSCRIPT: ("下标", "下標"),
    MarkKind.FRACTION: ("分数", "分數"),
    MarkKind.CIRCLED: ("圈", "圈码", "圈碼"),
    MarkKind.SIDE: ("旁注", "旁註"),
}
"""The marks and their Chinese names; the first is the one that is written."""

_KINDS = {name: kind for kind, names in NAMES.items() for name in (kind.value, *names)}


def kind_of(name: str) -> MarkKind | None:
    """The mark of this name."""
    return _KINDS.get(name)

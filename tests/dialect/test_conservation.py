"""The check that nothing is lost: it must see what is missing, moved or cut, and let the marks pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fuzi.dialect import read_chapter
from fuzi.dialect.conservation import first_missing
from fuzi.dialect.places import Source
from fuzi.model.block import Paragraph
from fuzi.model.inline import Text

SOURCE = """# 题

第一段，*有*`code`和[链接](https://example.org/a(b)c "x")[^1]。

> 引文 A&amp;B caf&eacute;

1. 项
2. ![图](a.png "图题"){#f width=50%}

<!-- 注释 -->

```python
print("&amp;")
```

[^1]: 注文
"""


def _chapter(source: str = SOURCE):  # type: ignore[no-untyped-def]
    return read_chapter(source, file="a.md", chapter_id="c").value


def test_a_whole_chapter_misses_nothing() -> None:
    assert first_missing(Source.of("a.md", SOURCE), _chapter()) is None


@pytest.mark.parametrize("index", range(5))
def test_a_dropped_block_is_seen(index: int) -> None:
    chapter = _chapter()
    blocks = chapter.blocks[:index] + chapter.blocks[index + 1 :]
    missing = first_missing(Source.of("a.md", SOURCE), replace(chapter, blocks=blocks))
    if index < len(chapter.blocks):
        assert missing is not None
        assert missing[0].line >= chapter.blocks[index].place.line


def test_a_dropped_note_is_seen() -> None:
    missing = first_missing(Source.of("a.md", SOURCE), replace(_chapter(), notes=()))
    assert missing is not None
    assert (missing[0].line, missing[1]) == (16, "注文")


def test_a_cut_text_is_seen() -> None:
    source = "# 题\n\n天地玄黄，宇宙洪荒。\n"
    chapter = _chapter(source)
    paragraph = chapter.blocks[0]
    assert isinstance(paragraph, Paragraph)
    cut = replace(paragraph, content=(Text("天地玄黄，", paragraph.place),))
    missing = first_missing(Source.of("a.md", source), replace(chapter, blocks=(cut,)))
    assert missing is not None
    assert missing[1] == "宇宙洪荒。"
    assert missing[0].column == 6

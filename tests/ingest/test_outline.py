"""The text against the contents."""

from collections.abc import Callable

from fuzi.ingest.contents import find
from fuzi.ingest.outline import Outline, outline
from fuzi.ingest.scan import Items

PROSE = (
    "这里是一段正文，长得足以让人相信它不是标题，也不是人名，而是书里的一段很长很长的话，"
    "一直写到这里才算写完了，真的写完了。"
)


def plan(text: str, items: Callable[[str], Items]) -> Outline:
    read = items(text)
    contents = find(read)
    rest = read[: contents.start] + read[contents.end :] if contents else read
    return outline(rest, contents)


def shape(made: Outline) -> list[tuple[str, bool, int]]:
    return [(stretch.line.title, stretch.head is not None, len(stretch.items)) for stretch in made.stretches]


def test_text_goes_to_its_entry_and_the_rest_is_missing(items: Callable[[str], Items]) -> None:
    made = plan(f"# 目录\n\n甲题 …… 1\n乙题 …… 5\n丙题 …… 9\n\n# 乙题\n\n{PROSE}", items)
    assert shape(made) == [("甲题", False, 0), ("乙题", True, 1), ("丙题", False, 0)]


def test_equal_titles_in_several_parts(items: Callable[[str], Items]) -> None:
    text = "# 目录\n\n上 篇\n\n概况 …… 1\n\n下 篇\n\n概况 …… 5\n\n"
    text += f"# 上篇\n\n# 概况\n\n{PROSE}\n\n# 下篇\n\n# 概况\n\n{PROSE}"
    assert shape(plan(text, items)) == [("上篇", True, 0), ("概况", True, 1), ("下篇", True, 0), ("概况", True, 1)]


def test_misread_title_is_matched_and_doubted(items: Callable[[str], Items]) -> None:
    made = plan(f"# 目录\n\n钟楼宣讲第一课 …… 1\n群众文化活动 …… 5\n\n# 钟楼宜讲第一课\n\n{PROSE}", items)
    assert made.stretches[0].line.title == "钟楼宜讲第一课"
    assert [(entry.kind, entry.before, entry.after) for entry in made.entries] == [
        ("titles-differ", "钟楼宜讲第一课", "钟楼宣讲第一课")
    ]


def test_misread_numbering_word_follows_the_contents(items: Callable[[str], Items]) -> None:
    made = plan(f"# 目录\n\n第一章 甲乙丙 …… 1\n第二章 丁戊己 …… 5\n\n# 第二童 丁戊己\n\n{PROSE}", items)
    assert made.stretches[1].line.title == "第二章　丁戊己"
    assert [entry.kind for entry in made.entries] == ["misread-title"]


def test_number_and_title_on_two_lines(items: Callable[[str], Items]) -> None:
    made = plan(f"# 第一章\n\n# 甲乙丙\n\n{PROSE}\n\n# 第二章\n\n# 丁戊己\n\n{PROSE}", items)
    assert shape(made) == [("第一章　甲乙丙", True, 1), ("第二章　丁戊己", True, 1)]


def test_matter_that_the_contents_do_not_list(items: Callable[[str], Items]) -> None:
    text = (
        f"# 序 言\n\n{PROSE}\n\n# 目录\n\n第一章 甲 …… 1\n第二章 乙 …… 5\n\n# 第一章 甲\n\n{PROSE}\n\n# 跋\n\n{PROSE}"
    )
    made = plan(text, items)
    assert [(stretch.line.title, stretch.line.zone.value) for stretch in made.stretches] == [
        ("序言", "front"),
        ("第一章　甲", "body"),
        ("第二章　乙", "body"),
        ("跋", "back"),
    ]


def test_without_contents_the_highest_headings_are_chapters(items: Callable[[str], Items]) -> None:
    made = plan(f"## 甲\n\n{PROSE}\n\n### 一、子\n\n{PROSE}\n\n## 乙\n\n{PROSE}", items)
    assert shape(made) == [("甲", True, 3), ("乙", True, 1)]

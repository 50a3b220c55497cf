"""Items of a chapter to blocks."""

from collections.abc import Callable

import pytest

from fuzi.ingest.blocks import Setting, build
from fuzi.ingest.scan import Items
from fuzi.model.block import Byline, Document, Formula, Gap, Heading, List, Paragraph, Quote, SceneBreak, Signature
from fuzi.model.inline import Text
from fuzi.model.source import Place
from fuzi.model.walk import plain

PROSE = "这里是一段正文，长得足以让人相信它不是标题，也不是人名，而是书里的一段话。"
BODY = Setting("scan.md", "zh-Hans", matter=False, listed=True)
MATTER = Setting("scan.md", "zh-Hans", matter=True, listed=True)


@pytest.mark.parametrize(
    "line", ["张三四", "某某省委宣传部部长　张三四", "中共某某市委组织部", "作者：张三四", "张三四 李 五"]
)
def test_byline(items: Callable[[str], Items], line: str) -> None:
    first, second = build(items(f"{line}\n\n{PROSE}"), BODY).blocks
    assert isinstance(first, Byline)
    assert isinstance(second, Paragraph)


@pytest.mark.parametrize("line", ["尊敬的读者：", "他走了。", "3月5日 星期日", "一、甲", PROSE[:-1]])
def test_no_byline(items: Callable[[str], Items], line: str) -> None:
    assert not any(isinstance(block, Byline) for block in build(items(f"{line}\n\n{PROSE}"), BODY).blocks)


def test_sections_take_their_level_from_their_numbers(items: Callable[[str], Items]) -> None:
    text = f"#### **一、甲**\n\n{PROSE}\n\n# （一）子\n\n{PROSE}\n\n二、乙\n\n{PROSE}\n\n## （二）丑\n\n{PROSE}"
    headings = [block for block in build(items(text), BODY).blocks if isinstance(block, Heading)]
    assert [(heading.level, plain(heading.content)) for heading in headings] == [
        (2, "一、甲"),
        (3, "（一）子"),
        (2, "二、乙"),
        (3, "（二）丑"),
    ]


def test_reprinted_document(items: Callable[[str], Items]) -> None:
    text = f"{PROSE}\n\n## 一份报告\n\n### ——关于钟楼\n\n市政厅办公室\n\n{PROSE}\n\n### 又一份\n\n李四五\n\n{PROSE}"
    _, first, second = build(items(text), BODY).blocks
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (plain(first.title), plain(first.subtitle)) == ("一份报告", "——关于钟楼")
    assert [type(block) for block in first.blocks] == [Byline, Paragraph]
    assert plain(second.title) == "又一份"


def test_plain_heading_is_a_section_and_no_document(items: Callable[[str], Items]) -> None:
    _, heading, _ = build(items(f"{PROSE}\n\n## 小标题\n\n{PROSE}"), BODY).blocks
    assert isinstance(heading, Heading)


def test_signature_of_a_preface(items: Callable[[str], Items]) -> None:
    _, signature = build(items(f"{PROSE}\n\n张 三\n\n2024年6月于杭州"), MATTER).blocks
    assert isinstance(signature, Signature)
    assert [plain(line) for line in signature.lines] == ["张三", "2024年6月于杭州"]


def test_chapter_needs_a_date_for_a_signature(items: Callable[[str], Items]) -> None:
    assert not any(isinstance(block, Signature) for block in build(items(f"{PROSE}\n\n张三四"), BODY).blocks)
    assert isinstance(build(items(f"{PROSE}\n\n张三四\n\n一九九八年春"), BODY).blocks[-1], Signature)


def test_text_that_breaks_off(items: Callable[[str], Items]) -> None:
    place = Place("scan.md", 1)
    gap = Gap((Text("缺", place),), place)
    torn = build(items(PROSE[:-1]), BODY, gap)
    assert torn.torn
    assert torn.blocks[-1] is gap
    assert not build(items(PROSE), BODY, gap).torn


def test_other_blocks(items: Callable[[str], Items]) -> None:
    text = f"{PROSE}\n\n- 甲\n- 乙\n\n> 引文一段。\n>\n> ——某某\n\n***\n\n![钟楼外景](a.png)\n\n$$\nx^2\n$$\n\n---"
    built = build(items(text), BODY)
    _, bullets, quote, scene, gap, formula = built.blocks
    assert isinstance(bullets, List)
    assert len(bullets.items) == 2
    assert isinstance(quote, Quote)
    assert plain(quote.attribution) == "——某某"
    assert isinstance(scene, SceneBreak)
    assert isinstance(gap, Gap)
    assert "钟楼外景" in plain(gap.content)
    assert isinstance(formula, Formula)
    assert {entry.kind for entry in built.entries} == {"figure", "rule"}

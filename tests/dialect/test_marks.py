"""Each mark of the list gives what the list says it gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from fuzi.dialect import MARKS, Mark
from fuzi.dialect.rules.containers import NAMES
from fuzi.model.book import Chapter
from fuzi.model.report import Outcome, Severity

GIVES = {
    "title": "chapter #c 总论",
    "subtitle": "chapter #c 总论\nsubtitle ——写在前面",
    "heading": "h2 #c-s1 一、缘起",
    "id": "h2 #origin 一、缘起",
    "paragraph": "p 第一行¦接着写\np 另一段",
    "emphasis": "p 这是⟨em 重点⟩。",
    "strong": "p 这是⟨strong 我想做的事。⟩所以",
    "break": "p 第一行⟨br⟩第二行",
    "escape": "p *不是强调*",
    "scene-break": "break",
    "quote": "quote\n  p 温故而知新。\n  attribution ——《论语》",
    "bullet-list": "list\n  item\n    p 甲\n  item\n    p 乙",
    "ordered-list": "list 1\n  item\n    p 甲\n  item\n    p 乙",
    "note": "p 正文⟨note 1⟩。\nnote 1 1\n  p 注文。",
    "inline-note": "p 正文⟨note i1⟩。\nnote 1 i1\n  p 注文。",
    "table": "table #t-years <> 逐年数量\n  年份 | 数量\n  2006 | 12",
    "figure": "figure #f-room figures/room.png 60% [社区活动室] 图题",
    "decorative": "figure~ #c-f1 figures/line.png 0% []",
    "inline-figure": "p 按⟨picture figures/dot.png 圆点⟩处",
    "code": "p 键入⟨code fuzi build⟩",
    "code-block": "code sh\n  fuzi build",
    "formula": "p 设 ⟨tex a^2+b^2=c^2⟩ 成立",
    "formula-block": "formula\n  E = mc^2",
    "link": "p 见⟨link https://example.org/ 官网⟩",
    "autolink": "p ⟨link https://example.org/ https://example.org/⟩",
    "reference": "p 见⟨link https://example.org/ 官网⟩",
    "entity": "p A&B",
    "comment": "p 正文。",
    "ruby": "p ⟨ruby 付梓 fù zǐ⟩",
    "dots": "p ⟨dots 要紧的话⟩",
    "proper-name": "p ⟨name 鲁迅⟩",
    "wavy-title": "p ⟨title 呐喊⟩",
    "warichu": "p 学而时习之，⟨warichu 习，温习。⟩不亦说乎",
    "superscript": "p 5 m⟨sup 2⟩",
    "subscript": "p H⟨sub 2⟩O",
    "fraction": "p ⟨fraction 3/4⟩",
    "circled": "p ⟨circled 51⟩",
    "side-note": "p 书局设在桥东⟨side 今已不存。⟩，前后三十年。",
    "byline": "byline 李春武",
    "signature": "signature\n  刘树森\n  2007年3月",
    "document": "document #c-d1 关于社区建设的意见\n  subtitle ——摘要\n  p 正文",
    "gap": "gap 以下缺两页",
    "flush": "flush 顶格的一段",
    "verse": "verse 静夜思\n  | 床前明月光，\n  | 疑是地上霜。\n  attribution ——李白",
    "ci": "ci 忆江南\n  | 江南好，风景旧曾谙。\n  /\n  | 能不忆江南？",
    "couplet": "couplet 开卷有益\n  | 灯下翻书三五页\n  | 窗前种竹两三竿",
    "letter": "letter\n  to 程老师：\n  p 您好！\n  p 此致\n  flush 敬礼！",
    "notice": "notice 关于开馆的通知\n  number 街办发〔2026〕12号\n  to 各居民委员会：\n  p 即日开馆。",
    "drama": "drama 第一幕\n  -\n    p （幕启。）\n  - 掌柜\n    p （抬头）下雨了。",
    "dialogue": "dialogue\n  - 客\n    p 怎么走？\n  - 我\n    p 过桥。",
    "epigraph": "epigraph\n  p 书要读两遍。\n  attribution ——墙上的字",
    "annotated": "annotated\n  p 学而时习之。\n  quote\n    p 习，温习。",
    "qa": "qa\n  - 问\n    p 何时开馆？\n  - 答\n    p 三月。",
    "chronology": "chronology\n  - 1919年\n    p 学堂停课。\n    p 同年冬，书铺失火。",
    "pinyin": "pinyin all\n  p 小河流水。",
}


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.name)
def test_the_example_gives_what_it_claims(
    mark: Mark, read_case: Callable[[str], Outcome[Chapter]], dump_chapter: Callable[[Chapter], str]
) -> None:
    outcome = read_case(mark.example)
    assert dump_chapter(outcome.value).removeprefix("chapter #c\n") == GIVES[mark.name]
    assert all(item.severity is Severity.NOTE for item in outcome.report.diagnostics)
    assert mark.zh
    assert mark.en


def test_names_are_unique_and_containers_complete() -> None:
    names = [mark.name for mark in MARKS]
    assert len(names) == len(set(names))
    assert set(NAMES) <= set(names)
    examples = {mark.name: mark for mark in MARKS}
    for name, aliases in NAMES.items():
        assert examples[name].example.startswith(f":::{name}")
        assert aliases[0] in examples[name].zh


@pytest.mark.parametrize(
    ("written", "read", "code"),
    [
        ("甲[注**重**^[脚注]]{.旁注}乙", "p 甲⟨side 注¦重⟩⟨note i1⟩乙\nnote 1 i1\n  p 脚注", "M152"),
        ("[[3/4]{.分数}]{.side}乙", "p ⟨side 3/4⟩乙", "M152"),
        ("[3/4[注]{.旁注}]{.分数}", "p ⟨fraction 3/4⟩⟨side 注⟩", ""),
        ("word[注]{.旁注}\nword", "p word⟨side 注⟩ ¦word", ""),
        ("甲[]{.旁注}乙", "p 甲¦乙", "M147"),
        ("甲[ ]{.旁注}乙", "p 甲¦ ¦乙", "M147"),
    ],
)
def test_a_note_at_the_side_holds_text_alone_and_is_none_of_the_line(
    written: str,
    read: str,
    code: str,
    read_case: Callable[[str], Outcome[Chapter]],
    dump_chapter: Callable[[Chapter], str],
) -> None:
    outcome = read_case(written)
    assert dump_chapter(outcome.value).removeprefix("chapter #c\n") == read
    warned = [item.code.id for item in outcome.report.diagnostics if item.severity is Severity.WARNING]
    assert warned == ([code] if code else [])

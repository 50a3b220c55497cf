"""Simplified to traditional and back: on text only, with terms, without raw letter shapes."""

from __future__ import annotations

import json
import subprocess
import sys
import types
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzi.model.block import CodeBlock, Figure, Gap, Inlines, Paragraph, Signature
from fuzi.model.book import Note
from fuzi.model.faults import ToolFault
from fuzi.model.inline import Code, Emphasis, InlineFigure, InlineFormula, LineBreak, Link, NoteCall, Strong, Text
from fuzi.model.walk import plain
from fuzi.transform import script
from fuzi.transform.phrases import Phrases
from fuzi.transform.script import Converter, engine
from fuzi.variants import variant
from tests.transform.copies import (
    HAN_TEXT,
    HANS,
    HK,
    TW,
    book,
    chapter,
    codes,
    convert,
    figure,
    inlines,
    only_block,
    paragraph,
    place,
    run,
    settled,
    term,
)

RAW = {TW: "爲裏羣喫纔麪啓衆牀峯", HK: "爲羣喫纔麪啓衆牀峯户温衞"}
"""Letter shapes of OpenCC's inner standard, and of the education list, that no trade book prints."""

DATA = Path(__file__).parents[2].parent / "shared" / "data" / "s2t"


def converter(tag: str, source: str = HANS) -> Converter:
    wanted = variant(tag)
    return Converter(engine(tuple(wanted.opencc[source])), Phrases.of({}), Phrases.of(wanted.shapes))


@pytest.mark.parametrize(
    ("tag", "simplified", "traditional"),
    [
        (TW, "为工作指明了方向", "為工作指明了方向"),
        (HK, "为工作指明了方向", "為工作指明了方向"),
        (TW, "食堂里的面条、面饼和饼干", "食堂裡的麵條、麵餅和餅乾"),
        (HK, "食堂里的面条、面饼和饼干", "食堂裏的麵條、麵餅和餅乾"),
        (TW, "沈阳来的客人姓沈，他说天气阴沉沉的。", "瀋陽來的客人姓沈，他說天氣陰沉沉的。"),
        (HK, "群众的启示：户口、温度、卫生", "群眾的啟示：戶口、溫度、衛生"),
        (HK, "借鉴、锻炼、了解", "借鑒、鍛煉、了解"),
        (TW, "展示了如何实现，他了如指掌", "展示了如何實現，他瞭如指掌"),
        (TW, "包括发动机，也包括发型", "包括發動機，也包括髮型"),
        (TW, "合并成为一体，并成为榜样", "合併成為一體，並成為榜樣"),
        (TW, "软件和网络、程序", "軟件和網絡、程序"),  # letters, never vocabulary
    ],
)
def test_sentences(tag: str, simplified: str, traditional: str) -> None:
    assert convert(simplified, tag=tag) == traditional


@pytest.mark.parametrize(
    ("source", "tag", "written", "wanted"),
    [
        (TW, HANS, "食堂裡備有麵條，「說話」。", "食堂里备有面条，“说话”。"),
        (HK, HANS, "食堂裏備有麵條，「説話」。", "食堂里备有面条，“说话”。"),
        (TW, HK, "這裡的羣眾說", "這裏的群眾説"),
        (HK, TW, "這裏的群眾説", "這裡的群眾說"),
    ],
)
def test_other_directions(source: str, tag: str, written: str, wanted: str) -> None:
    assert convert(written, tag=tag, source=source) == wanted


def test_words_are_not_torn_by_lines_marks_or_notes() -> None:
    assert convert("头", "发") == "頭髮"
    assert convert("头", Emphasis(run("发"), place()), "很长") == "頭髮很長"
    assert convert(Strong(run("理"), place()), NoteCall("1", place()), Link("#a", run("发"), place())) == "理髮"


def test_no_word_reaches_across_what_is_not_text() -> None:
    assert convert("头", LineBreak(place()), "发") == "頭 發"
    assert convert("头", InlineFormula("x", place()), "发") == "頭發"


def test_text_nodes_keep_their_places() -> None:
    copy, _ = settled(book(chapter("c1", "", paragraph("头", "发"))))
    assert only_block(copy).content == (Text("頭", place(1)), Text("髮", place(2)))


def test_code_formulas_and_targets_are_left_alone() -> None:
    content = run(
        Code("后发", place()),
        InlineFormula(r"\text{后发}", place()),
        Link("https://a.cn/后发", run("后面"), place()),
        Link("https://a.cn/后发", run("https://a.cn/后发"), place()),
        InlineFigure("figures/后.png", "头发", False, place()),
    )
    copy, _ = settled(book(chapter("c1", "", Paragraph(content, place()), CodeBlock("头发", "", place()))))
    assert only_block(copy).content == (
        Code("后发", place()),
        InlineFormula(r"\text{后发}", place()),
        Link("https://a.cn/后发", (Text("後面", place()),), place()),
        Link("https://a.cn/后发", (Text("https://a.cn/后发", place()),), place()),
        InlineFigure("figures/后.png", "頭髮", False, place()),
    )
    assert next(copy.chapters()).blocks[1] == CodeBlock("头发", "", place())


def test_addresses_numbers_and_files_in_running_text_are_left_alone() -> None:
    assert convert("见 https://a.cn/社区/后面，后发") == "見 https://a.cn/社区/后面，後發"
    assert convert("据中国版本图书馆CIP数据核字（2007）第034734号记载") == (
        "據中国版本图书馆CIP数据核字（2007）第034734号記載"
    )
    assert convert("打开《发布说明.docx》后") == "打開《发布说明.docx》後"


def test_everything_that_is_read_is_converted() -> None:
    note = Note("1", 1, (paragraph("注里的话"),), place())
    blocks = (
        figure("f", "图里的话", "头发"),
        Gap(run("缺两页"), place()),
        Signature((run("刘发"), run("二○○七年后")), place()),
    )
    copy, _ = settled(book(chapter("c1", "总论", *blocks, subtitle="——纪实", notes=(note,))))
    only = next(copy.chapters())
    picture = only.blocks[0]
    assert isinstance(picture, Figure)
    assert (plain(only.title), plain(only.subtitle)) == ("總論", "——紀實")
    assert (plain(picture.caption), picture.alternative) == ("圖裡的話", "頭髮")
    assert picture.source == "figures/f.png"
    assert only.blocks[1] == Gap(run("缺兩頁"), place())
    assert isinstance(only.blocks[2], Signature)
    assert plain(only.blocks[2].lines[1]) == "二○○七年後"
    assert only.notes[0].blocks == (paragraph("注裡的話"),)


def test_terms_of_the_book_come_before_the_dictionary() -> None:
    assert convert("学府街府湖里社区") == "學府街府湖裡社區"
    assert convert("学府街府湖里社区", terms=[term("府湖里", TW, "府湖里")]) == "學府街府湖里社區"
    assert convert("由于是之主演", terms=[term("于是之", TW, "于是之")]) == "由于是之主演"
    assert convert("于是之乎", terms=[term("于是", TW, "甲"), term("于是之", TW, "于是之")]) == "于是之乎"


def test_a_term_for_another_variant_does_nothing() -> None:
    assert convert("府湖里社区", tag=HK, terms=[term("府湖里", TW, "府湖里")]) == "府湖裏社區"


def test_a_term_may_be_longer_than_its_source_and_may_lie_across_nodes() -> None:
    terms = [term("U盘", TW, "隨身碟")]
    copy, found = settled(book(chapter("c1", "", paragraph("这个U", "盘里")), terms=terms))
    assert only_block(copy).content == (Text("這個隨身碟", place(1)), Text("裡", place(2)))
    assert not found


def test_a_term_is_not_looked_for_in_an_address() -> None:
    assert convert("https://a.cn/里 里", terms=[term("里", TW, "甲")]) == "https://a.cn/里 甲"


def test_the_first_of_two_terms_for_the_same_text_is_kept() -> None:
    assert convert("里", terms=[term("里", TW, "甲", 2), term("里", TW, "乙", 3)]) == "甲"


def test_a_character_without_width_does_not_tear_a_word() -> None:
    copy, found = settled(book(chapter("c1", "", paragraph("他的头\u200b发"))))
    assert only_block(copy).content == (Text("他的頭\u200b髮", place()),)
    assert [(item.code.id, str(item.place)) for item in found] == [("T103", "text/a.md:1:4")]
    assert "U+200B" in found[0].message("zh")


def test_variation_selectors_and_joiners_of_other_scripts_are_no_fault() -> None:
    copy, found = settled(book(chapter("c1", "", paragraph("葛\U000e0100发 👩\u200d💻"))))
    assert only_block(copy).content == (Text("葛\U000e0100發 👩\u200d💻", place()),)
    assert not found


def test_a_book_in_an_unknown_variant_is_an_error_that_names_the_others() -> None:
    _, found = settled(book(chapter("c1", ""), source="zh-Hant-MO"))
    assert codes(found) == ["T102"]
    assert "zh-Hans" in found[0].hint("en")


def test_when_lengths_differ_the_nodes_are_converted_one_by_one() -> None:
    doubling = Converter(lambda words: words.replace("一", "一一"), Phrases.of({}), Phrases.of({}))
    whole = script.strand(run("一二", "三一"))
    assert script.texts(whole, list(doubling.pieces(whole))) == ["一一二", "三一一"]


@pytest.mark.parametrize("tag", [TW, HK])
def test_no_single_character_gives_a_raw_shape(tag: str) -> None:
    planes = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAD9), (0x20000, 0x2A6DF)]
    every = "\n".join(chr(code) for first, last in planes for code in range(first, last + 1))
    converted = converter(tag).string(every)
    assert len(converted) == len(every)
    assert not set(converted) & set(RAW[tag])


@pytest.mark.parametrize("tag", [TW, HK])
def test_no_phrase_of_the_dictionaries_gives_a_raw_shape(tag: str, tmp_path: Path) -> None:
    folder = Path(opencc.__file__).parent / "clib"
    if not (folder / "bin" / "opencc_dict").exists():
        pytest.skip("this OpenCC ships no opencc_dict")
    for name in ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases", "TWVariantsPhrases", "HKVariantsPhrases"):
        out = tmp_path / f"{name}.txt"
        source = folder / "share" / "opencc" / f"{name}.ocd2"
        command = [folder / "bin" / "opencc_dict", "-f", "ocd2", "-t", "text", "-i", source, "-o", out]
        subprocess.run(command, check=True, capture_output=True)
        phrases = out.read_text(encoding="utf-8")
        converted = converter(tag).string(phrases)
        assert len(phrases) > 100
        assert not set(converted) & set(RAW[tag])


@pytest.mark.parametrize("tag", [TW, HK])
@given(words=HAN_TEXT)
def test_no_text_gives_a_raw_shape_and_none_changes_its_length(tag: str, words: str) -> None:
    converted = converter(tag).string(words)
    assert len(converted) == len(words)
    assert not set(converted) & set(RAW[tag])


@given(inlines())
def test_only_text_nodes_change(content: Inlines) -> None:
    copy, found = settled(book(chapter("c1", "", Paragraph(content, place()))))
    changed = only_block(copy).content
    assert "T101" not in codes(found)
    assert _bare(changed) == _bare(content)


def _bare(content: Inlines) -> list[object]:
    """The tree with the length of each text in place of the text."""
    bare: list[object] = []
    for item in content:
        match item:
            case Text(text=text):
                bare.append(len(text))
            case Emphasis(content=inner) | Strong(content=inner) | Link(content=inner):
                bare.append((type(item), _bare(inner)))
            case _:
                bare.append(item)
    return bare


@given(st.lists(HAN_TEXT, min_size=1, max_size=4))
def test_lines_do_not_matter(lines: list[str]) -> None:
    assert convert(*lines) == convert("".join(lines))


@pytest.mark.parametrize("name", ["ud_gsd_train", "twlaw_dev", "book_tw_dev", "book_hk_dev"])
def test_errors_on_the_development_set_stay_within_bounds(name: str) -> None:
    """Real errors in 10,000 Han characters, regional shapes and free spellings folded; a little above the measure."""
    bounds = {"ud_gsd_train": 8.0, "twlaw_dev": 14.2, "book_tw_dev": 132.0, "book_hk_dev": 132.0}
    if not (DATA / "score_s2t.py").exists():
        pytest.skip(f"no development set at {DATA}")
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    wanted = converter(HK if "_hk_" in name else TW)
    tables = json.loads((DATA / "fold.json").read_text(encoding="utf-8"))
    free = {ord(key): value for key, value in tables["free"].items()}
    errors = total = 0
    for line in lines:
        simplified, traditional = line.split("\t")[:2]
        made = wanted.string(simplified)
        assert len(made) == len(simplified)
        for one, other in zip(made.translate(free), traditional.translate(free), strict=True):
            if script.HAN.match(other):
                total += 1
                errors += one != other
    assert total > 400
    assert errors / total * 10_000 <= bounds[name]


def test_a_namesake_of_opencc_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    namesake = types.ModuleType("opencc")
    namesake.__file__ = str(tmp_path / "opencc" / "__init__.py")
    monkeypatch.setitem(sys.modules, "opencc", namesake)
    with pytest.raises(ToolFault) as caught:
        script._official.__wrapped__()
    assert "opencc-python-reimplemented" in caught.value.message("en")
    assert "opencc==1.4.2" in caught.value.command


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opencc, "__version__", "1.1.9")
    with pytest.raises(ToolFault, match=r"found 1\.1\.9"):
        script._official.__wrapped__()


def test_a_missing_opencc_is_a_fault_with_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    with pytest.raises(ToolFault, match="not installed"):
        script._official.__wrapped__()


def test_no_other_step_imports_opencc() -> None:
    sources = {file.name: file.read_text(encoding="utf-8") for file in Path(script.__file__).parent.glob("*.py")}
    assert [name for name, source in sources.items() if "import opencc" in source or "from opencc" in source] == []
    assert [name for name, source in sources.items() if 'import_module("opencc")' in source] == ["script.py"]


@pytest.mark.parametrize("tag", [TW, HK])
@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("地方志、县志、府志、州志、通志、方志、志书", "地方志、縣志、府志、州志、通志、方志、志書"),
        ("修县志、方志馆、方志敏、三国志、省志", "修縣志、方志館、方志敏、三國志、省志"),
        ("全县志愿者，对方志在必得", "全縣志願者，對方志在必得"),
        ("墓志、杂志、日志、东方志庆、全县志哀", "墓誌、雜誌、日誌、東方誌慶、全縣誌哀"),
    ],
)
def test_gazetteers_are_not_marks(text: str, made: str, tag: str) -> None:
    assert convert(text, tag=tag) == made

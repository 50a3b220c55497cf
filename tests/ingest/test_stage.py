"""Whole scans to whole manuscripts."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzi.ingest import files, ingest
from fuzi.ingest.characters import letters
from fuzi.load import load
from fuzi.model.block import Byline, Document, Gap, Heading, Paragraph, Signature, Table
from fuzi.model.book import Chapter, Kind, Part
from fuzi.model.manuscript import Confidence, Fate, Manuscript
from fuzi.model.metadata import Contributor, Price, Series, Sheet, Trim
from fuzi.model.report import Severity
from fuzi.model.walk import plain


@pytest.fixture(scope="module")
def tianjin(sample: bytes) -> Manuscript:
    outcome = ingest(sample, name="qianjinzhong-ocr.txt")
    assert not outcome.report.failed
    assert not outcome.report.count(Severity.WARNING)
    return outcome.value


@pytest.fixture(scope="module")
def tower(clock_tower: bytes) -> Manuscript:
    outcome = ingest(clock_tower, name="clock-tower-ocr.md")
    assert not outcome.report.failed
    assert not outcome.report.count(Severity.WARNING)
    return outcome.value


def texts(chapter: Chapter) -> list[str]:
    return [plain(block.content) for block in chapter.blocks if isinstance(block, Paragraph | Gap)]


def written(manuscript: Manuscript, folder: Path) -> Path:
    for name, text in files(manuscript).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


class TestSample:
    def test_metadata(self, tianjin: Manuscript) -> None:
        data = tianjin.metadata
        assert data.title == "前进中的天津社区党建"
        assert data.series == Series(
            "“社区党的建设”丛书", "NO.1", "天津市哲学社会科学重点学科建设工程", (Contributor("主编", ("刘树森",)),)
        )
        assert data.publisher is not None
        assert (data.publisher.name, data.publisher.place, data.publisher.head) == ("天津人民出版社", "天津", "刘晓津")
        assert (data.publisher.address, data.publisher.postcode) == ("天津市西康路35号", "300051")
        assert data.publisher.telephone == "(022) 23332446"
        assert data.publisher.url == "http://www.tjrm.com.cn"
        assert data.publisher.email == "tjrmchbs@public.tpt.tj.cn"
        assert (data.printer, data.distributor) == ("高等教育出版社印刷厂", "新华书店")
        assert data.isbn == "978-7-201-05510-7"
        assert data.sheet == Sheet(Decimal(880), Decimal(1230), 32)
        assert data.trim == Trim(Decimal(147), Decimal(210))
        assert data.price == Price(Decimal("25.00"), "CNY")
        printing = data.printing
        assert (printing.first_edition, printing.edition_date, printing.impression_date) == ("2007-06",) * 3
        assert (printing.sheets, printing.thousand_characters, printing.copies) == ("11.25", "260", "1-1000")

    def test_contributors_by_part(self, tianjin: Manuscript) -> None:
        people = {(person.part, person.role): person.names for person in tianjin.metadata.contributors}
        assert people["", "主编"] == ("刘树森",)
        assert people["", "副主编"] == ("李清华", "周多刚", "井建斌")
        assert people["总论篇", "主编"] == ("王淑君",)
        assert people["河东篇", "主编"] == ("宋奇",)
        assert people["河北篇", "撰稿人"] == ("王青山", "李树桐", "蔡军诗", "高丽娜", "秦陈", "杨爱民", "李春瀛")
        assert people["红桥篇", "撰稿人"] == ("宗毅", "杨宏丽", "王虹")
        assert len(people) == 15

    def test_cip_text(self, tianjin: Manuscript) -> None:
        assert tianjin.metadata.cip.splitlines() == [
            "图书在版编目（CIP）数据",
            "",
            "前进中的天津社区党建/刘树森主编.—天津：天津人民出版社，2007.4",
            "（天津市哲学社会科学重点学科建设工程“社区党的建设”丛书；1/刘树森主编）",
            "ISBN 978-7-201-05510-7",
            "",
            "Ⅰ.前… Ⅱ.刘… Ⅲ.中国共产党-社区-党的建设-研究-天津市 Ⅳ.D267.7",
            "",
            "中国版本图书馆CIP数据核字（2007）第034734号",
        ]

    def test_order_of_the_book(self, tianjin: Manuscript) -> None:
        assert [plain(chapter.title) for chapter in tianjin.front] == ["序言"]
        parts = [item for item in tianjin.body if isinstance(item, Part)]
        assert len(parts) == len(tianjin.body) == 7
        assert [plain(part.title) for part in parts] == [
            "总论",
            "和平篇",
            "河西篇",
            "南开篇",
            "河东篇",
            "河北篇",
            "红桥篇",
        ]
        assert [len(part.chapters) for part in parts] == [1, 7, 5, 6, 6, 6, 6]
        assert [(plain(chapter.title), chapter.kind) for chapter in tianjin.back] == [("后记", Kind.AFTERWORD)]

    def test_subtitles_from_three_shapes_of_contents(self, tianjin: Manuscript) -> None:
        chapters = {chapter.id: chapter for item in tianjin.body if isinstance(item, Part) for chapter in item.chapters}
        assert plain(chapters["02-02"].title) == "创建特色楼门　构建和谐社区"
        assert plain(chapters["02-02"].subtitle) == "——南市街社区党建工作纪实"
        assert plain(chapters["04-06"].subtitle) == "——学府街府湖里社区党建工作纪实"
        assert plain(chapters["06-03"].title) == "“共产党员家庭”挂牌，党员模范风采亮相社区"
        assert plain(chapters["06-03"].subtitle) == "——王串场街社区党建工作纪实"
        assert plain(chapters["07-01"].subtitle) == ""

    def test_missing_chapters_say_their_pages(self, tianjin: Manuscript) -> None:
        peace = tianjin.body[1]
        assert isinstance(peace, Part)
        assert texts(peace.chapters[0]) == ["原书第 21—34 页的正文不在扫描稿中。"]
        last = tianjin.body[6]
        assert isinstance(last, Part)
        assert texts(last.chapters[-1]) == ["原书第 338 页起的正文不在扫描稿中。"]
        assert isinstance(tianjin.back[0].blocks[0], Gap)

    def test_preface(self, tianjin: Manuscript) -> None:
        preface = tianjin.front[0]
        assert preface.kind is Kind.PREFACE
        byline, *paragraphs = preface.blocks
        assert isinstance(byline, Byline)
        assert plain(byline.content) == "中共天津市委常委、宣传部部长　肖怀远"
        assert len(paragraphs) == 3
        assert "作为构建和谐社会的一项重要战略任务来抓。紧密结合城市社区建设实际，以保持" in texts(preface)[1]
        assert texts(preface)[2].endswith("社区党建工作的新局面！")

    def test_general_part_with_reprinted_report(self, tianjin: Manuscript) -> None:
        part = tianjin.body[0]
        assert isinstance(part, Part)
        chapter = part.chapters[0]
        headings = [(block.level, plain(block.content)[:5]) for block in chapter.blocks if isinstance(block, Heading)]
        assert headings == [(2, "一、建立健"), (2, "二、服务群"), (2, "三、以提高")]
        report = chapter.blocks[-1]
        assert isinstance(report, Document)
        assert plain(report.title) == "让党的旗帜在城市社区高高飘扬"
        assert plain(report.subtitle) == "——关于天津市社区党建工作情况的调研报告"
        byline, paragraph, gap = report.blocks
        assert isinstance(byline, Byline)
        assert plain(byline.content) == "中共中央组织部组织局"
        assert isinstance(paragraph, Paragraph)
        assert plain(paragraph.content).endswith("我们看到，")
        assert isinstance(gap, Gap)
        assert "第 20 页" in plain(gap.content)

    def test_numbers_and_telephone_stay(self, tianjin: Manuscript) -> None:
        text = "".join(files(tianjin).values())
        assert "10,217个楼门党员活动小组" in text
        assert "51.6岁下降到45.6岁" in text
        assert "telephone: (022) 23332446" in text

    def test_no_half_width_mark_is_left_between_han(self, tianjin: Manuscript) -> None:
        for name, text in files(tianjin).items():
            if name.startswith("text/"):
                assert not re.search(r"[\u4e00-\u9fff”][,;:?!()]", text.replace(":::", "")), name

    def test_exactly_the_eight_torn_paragraphs_are_joined(self, tianjin: Manuscript) -> None:
        torn = [entry for entry in tianjin.ledger.entries if entry.kind == "torn-paragraph"]
        assert [entry.line for entry in torn] == [105, 206, 214, 220, 228, 234, 244, 250]
        assert all(entry.confidence is Confidence.FAIR for entry in torn)  # no page marks in this scan

    def test_misread_character_is_doubted_and_not_changed(self, tianjin: Manuscript) -> None:
        doubts = [entry for entry in tianjin.ledger.of(Fate.DOUBT) if entry.kind == "confusable"]
        assert [(entry.line, entry.before, entry.after) for entry in doubts] == [
            (244, "入户、入脑、人心，成为广大", "入户、入脑、入心，成为广大")
        ]
        assert "入脑、人心" in files(tianjin)["text/01-01.md"]

    def test_trim_is_an_assumption(self, tianjin: Manuscript) -> None:
        assumed = {entry.field: entry.after for entry in tianjin.ledger.of(Fate.ASSUMED)}
        assert assumed["trim"] == "147×210"
        assert "pinyin_title" in assumed

    def test_both_title_pages_are_in_the_ledger(self, tianjin: Manuscript) -> None:
        lines = {entry.line for entry in tianjin.ledger.of(Fate.USED)}
        assert {5, 7, 9, 11, 13, 15, 19, 21, 23, 25, 27, 29} <= lines

    def test_folder_loads_and_says_what_the_printed_leaf_lacks(self, tianjin: Manuscript, tmp_path: Path) -> None:
        outcome = load(written(tianjin, tmp_path))
        assert outcome.value is not None
        assert [item.code.id for item in outcome.report.diagnostics] == ["L221", "L222", "Y127"]


class TestOwnScan:
    def test_title_leaf(self, tower: Manuscript) -> None:
        data = tower.metadata
        assert (data.title, data.subtitle) == ("水边的钟楼", "一座小城的四百年")
        assert data.pinyin_title == "SHUIBIAN DE ZHONGLOU"
        assert data.original is not None
        assert data.original.title == "De Klokkentoren aan het Water"
        assert data.contributors == (
            Contributor("编著", ("约斯特·范德梅",), nation="荷"),
            Contributor("译", ("沈若棠", "陆遥")),
        )
        assert data.series == Series("远岸译丛")

    def test_copyright_page(self, tower: Manuscript) -> None:
        data = tower.metadata
        assert data.publisher is not None
        assert (data.publisher.name, data.publisher.place) == ("江海书局", "杭州")
        assert (data.publisher.address, data.publisher.postcode) == ("杭州市拱墅区桥西路18号", "310011")
        assert (data.publisher.telephone, data.publisher.url) == ("0571-86550000", "www.jianghai.example")
        assert data.staff.editors == ("顾小满",)
        assert data.staff.designers == ("白鹭",)
        assert data.staff.proofreaders == ("邵一舟",)
        assert data.staff.others == (Contributor("责任印制", ("孙渡",)),)
        assert data.printer == "杭州大关印务有限公司"
        assert data.contract_number == "图字：11-2024-0187号"
        assert data.sheet == Sheet(Decimal(850), Decimal(1168), 32)
        printing = data.printing
        assert (printing.edition, printing.edition_date, printing.first_edition) == (1, "2024-10", "2024-10")
        assert (printing.impression, printing.impression_date) == (2, "2025-03")
        assert (printing.sheets, printing.thousand_characters, printing.copies) == ("3.5", "68", "3001-6000")
        assert data.price == Price(Decimal("38.00"), "CNY")
        assert data.notices == ("版权所有 侵权必究", "如有印装质量问题，请与本社发行部联系调换。")

    def test_of_two_isbns_the_right_one_is_taken(self, tower: Manuscript) -> None:
        assert tower.metadata.isbn == "978-7-5555-0042-1"
        doubt = next(entry for entry in tower.ledger.of(Fate.DOUBT) if entry.kind == "wrong-isbn")
        assert doubt.before == "9787555500422"

    def test_cip_text_of_2023(self, tower: Manuscript) -> None:
        assert tower.metadata.cip.splitlines() == [
            "图书在版编目（CIP）数据",
            "",
            "水边的钟楼：一座小城的四百年／（荷）约斯特·范德梅编著；沈若棠，陆遥译.—杭州：江海书局，2024.9.—（远岸译丛）.—"
            "ISBN 978-7-5555-0042-1",
            "",
            "Ⅰ.K563.9",
            "",
            "中国国家版本馆CIP数据核字第2024AB7C31号",
        ]

    def test_order_of_the_book(self, tower: Manuscript) -> None:
        assert [plain(chapter.title) for chapter in tower.front] == ["前言"]
        assert [plain(item.title) for item in tower.body] == [
            "第一章　慢了四分钟的钟",
            "第二章　守钟人的账本",
            "第三章　大水那一年",
            "第四章　渡船与桥",
        ]
        assert [plain(item.title) for item in tower.back] == ["附录　历任守钟人名录", "译后记"]
        third = tower.body[2]
        assert isinstance(third, Chapter)
        assert texts(third) == ["原书第 31—57 页的正文不在扫描稿中。"]

    def test_running_heads_and_folios_are_dropped_and_recorded(self, tower: Manuscript) -> None:
        heads = [entry.before for entry in tower.ledger.of(Fate.DROPPED) if entry.kind == "running-head"]
        assert heads == ["前 言", "水边的钟楼", "第一章 慢了四分钟的钟", "水边的钟楼"]
        folios = [entry.before for entry in tower.ledger.of(Fate.DROPPED) if entry.kind == "folio"]
        assert folios == ["· i ·", "· ii ·", "· 2 ·", "· 3 ·", "· 4 ·", "· 5 ·", "· 58 ·"]

    def test_paragraphs_run_on_over_page_furniture(self, tower: Manuscript) -> None:
        text = files(tower)
        assert "谁都没有觉得不便过。这本书写的就是这四分钟的来历。" in text["text/00-1-foreword.md"]
        assert "错的是太阳。人们觉得这话有理" in text["text/01.md"]

    def test_chapters_without_furniture_text(self, tower: Manuscript) -> None:
        second = tower.body[1]
        assert isinstance(second, Chapter)
        assert "3月5日 星期日" in texts(second)
        assert any(isinstance(block, Table) and len(block.rows) == 2 for block in second.blocks)
        assert "己经有人" in "".join(texts(second))
        assert any(entry.kind == "non-word" for entry in tower.ledger.of(Fate.DOUBT))

    def test_verse_keeps_its_lines(self, tower: Manuscript) -> None:
        lines = ["> :::flush", "> 钟楼的钟，\\", "> 走得从容。\\", "> 先生迟到，\\", "> 怪那口钟。", "> :::"]
        assert "\n".join(lines) in files(tower)["text/01.md"]

    def test_heading_without_mark_follows_its_sibling(self, tower: Manuscript) -> None:
        first = tower.body[0]
        assert isinstance(first, Chapter)
        headings = [(block.level, plain(block.content)) for block in first.blocks if isinstance(block, Heading)]
        assert headings == [(2, "一、第一口钟"), (2, "二、第一次校时")]

    def test_signature(self, tower: Manuscript) -> None:
        signature = tower.front[0].blocks[-1]
        assert isinstance(signature, Signature)
        assert [plain(line) for line in signature.lines] == ["约斯特·范德梅", "二〇二三年冬于河口"]

    def test_folder_loads_and_says_what_the_printed_leaf_lacks(self, tower: Manuscript, tmp_path: Path) -> None:
        outcome = load(written(tower, tmp_path))
        assert outcome.value is not None
        assert [item.code.id for item in outcome.report.diagnostics] == ["L222", "Y127"]

    def test_same_scan_same_files(self, clock_tower: bytes, tower: Manuscript) -> None:
        assert files(ingest(clock_tower, name="clock-tower-ocr.md").value) == files(tower)


COLOPHON_AT_THE_END = """# 山里的灯

孙大川 著

内容简介

这本小书写的是山里的一盏灯和看灯的人，写了三十年，今天终于写完了，献给还记得它的读者们，愿你们夜里都有灯。

# 一 上山

上山的路一共有三条，一条是挑柴的人走出来的，一条是水冲出来的，还有一条谁也说不清是怎么来的，走到一半就没有了。

# 二 下山

下山的时候，天已经黑了，灯在背后，影子在前面，我跟着影子走，走着走着影子就比我先到了家门口，站在那里等我。

书名：山里的灯
作者：孙大川
责任编辑：何 北
出版发行：南山出版社
开本：787×1092 1/32
版次：1995年3月第1版
印次：1995年3月第1次印刷
书号：ISBN 7-5000-1234-X
定价：2.80元
"""


def test_book_with_colophon_at_the_end_and_without_contents() -> None:
    outcome = ingest(COLOPHON_AT_THE_END.encode(), name="lamp.txt")
    data = outcome.value.metadata
    assert data.title == "山里的灯"
    assert data.summary.startswith("这本小书写的是")
    assert data.contributors == (Contributor("著", ("孙大川",)),)
    assert data.trim == Trim(Decimal(130), Decimal(184))
    assert data.isbn == ""
    assert [plain(item.title) for item in outcome.value.body] == ["一　上山", "二　下山"]
    assert [item.code.id for item in outcome.report.diagnostics] == ["S109", "S108"]


TRADITIONAL = """# 海邊的燈

林秋水 著

# 目 次

第一章　出發／1
第二章　歸來／25

# 第一章　出發

那一年我們從港口出發，天還沒有亮，碼頭上只有賣豆漿的老人和他的車。船開的時候，他對我們揮手，說：「早點回來。」
"""


def test_traditional_book_has_its_gaps_in_traditional_characters() -> None:
    manuscript = ingest(TRADITIONAL.encode(), name="sea.md").value
    assert manuscript.settings.source_variant == "zh-Hant-TW"
    assert yaml.safe_load(files(manuscript)["book.yaml"])["variants"] == ["zh-Hant-TW", "zh-Hans"]
    assert "原書第 25 頁起的正文不在掃描稿中。" in files(manuscript)["text/02.md"]


def test_unplaced_line_is_kept_and_reported() -> None:
    scan = "# 某书\n\n甲乙丙丁戊己庚辛壬癸子丑\n\n某某出版社\n\n# 前言\n\n" + "这里是前言的正文，" * 8 + "完。\n"
    outcome = ingest(scan.encode(), name="x.md")
    assert [
        (item.code.id, item.place and item.place.line) for item in outcome.report.diagnostics if item.code.id == "S110"
    ] == [("S110", 3)]
    assert "甲乙丙丁戊己庚辛壬癸子丑" in files(outcome.value)["ledger.md"]


LINES = st.one_of(
    st.text(alphabet="天地人心水火山石田土“”（）()，。,;:!？0123456789 abcXYZ*_[]<>|#\\`$~-", max_size=40),
    st.sampled_from(
        [
            "# 目 录",
            "第一章 开头 …… 1",
            "- 21 题目",
            "  - 副题",
            "——副题",
            "# 第一章 开头",
            "主 编 王 五",
            "后 记",
            "<!-- page 3 -->",
        ]
        + [
            "ISBN 978 - 7 - 5555 - 0042 - 1",
            "图书在版编目 (CIP) 数据",
            "定 价: 38.00 元",
            "## 序　　言",
            "· 3 ·",
            "| a | b |",
            "",
        ]
    ),
    st.lists(
        st.sampled_from(["我们走在路上", "看见一棵树,", "树上有鸟。", "他说:", "那一年"]), min_size=4, max_size=12
    ).map("".join),
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINES, min_size=1, max_size=40))
def test_no_letter_is_lost_whatever_the_scan(lines: list[str]) -> None:
    """Every letter of the scan is in a file, as often as it is in the scan; the ledger is one of the files."""
    scan = "\n".join(lines)
    outcome = ingest(scan.encode(), name="scan.md")
    if not letters(scan):
        assert [item.code.id for item in outcome.report.diagnostics] == ["S101"]
        return
    assert not [item for item in outcome.report.diagnostics if item.code.id == "S120"]
    held = letters("".join(files(outcome.value).values()))
    for letter in set(letters(scan)):
        assert letters(scan).count(letter) <= held.count(letter), letter

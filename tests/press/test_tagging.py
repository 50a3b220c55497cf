"""The structure of tagged pages: what each thing is, and that it is read in the order of the text."""

from __future__ import annotations

import pytest

from fuzi.model.book import Asset
from fuzi.model.galley import Galley
from fuzi.prepress.tags import Annotated, Content, Element, Tagged, read_tagged
from fuzi.press import Forme, lay, print_off, print_tagged
from tests.press.samples import EDITION, METADATA, STYLES, galley, note, paragraph, section, stylesheets

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20" '
    b'viewBox="0 0 40 20"><symbol id="s" viewBox="0 0 9 9"><path d="M0 0L9 9L0 9Z"/></symbol>'
    b'<use xlink:href="#s" x="1" y="1" width="9" height="9"/><use xlink:href="#s" x="20" y="1"/></svg>'
)
PICTURE = Asset("assets/a.svg", "image/svg+xml", SVG, 40, 20)


def marks(*sections_html: str, css: str = "") -> Galley:
    sheets = {**stylesheets(), "marks.css": (STYLES / "marks.css").read_text(encoding="utf-8"), "more.css": css}
    items = [section(html, id=f"c{number}", first=number == 1) for number, html in enumerate(sections_html, 1)]
    return galley(*items, assets=(PICTURE,), css=sheets)


def laid(*sections_html: str, css: str = "") -> Forme:
    return lay(marks(*sections_html, css=css), EDITION, METADATA)


def tagged(*sections_html: str, css: str = "") -> Tagged:
    found = read_tagged(print_tagged(laid(*sections_html, css=css)))
    assert (found.stray, found.lost, found.twice) == ((), (), ())
    return found


def shape(element: Element) -> str:
    """The tree in one line: types with their children in brackets, text in quotes."""
    parts = []
    for kid in element.kids:
        match kid:
            case Element():
                parts.append(shape(kid))
            case Content():
                parts.append(f"“{kid.text}”")
            case Annotated():
                parts.append("@")
    return f"{element.role}[{' '.join(parts)}]"


def test_what_stands_in_the_line() -> None:
    found = tagged(
        '<p>有<em class="dots">要紧</em>的<strong>话</strong>，<u class="proper-name">鲁迅</u>、'
        '<a class="link" href="https://example.org/">网</a>，<code>ls</code>，<q lang="en">so</q>。</p>'
    )
    (line,) = found.of("P")
    assert shape(line) == (
        "P[“有” Em[“要紧”] “的” Strong[“话”] “，” “鲁迅” “、” Link[“网” @] “，” Code[“ls”] “，”"
        " Quote[““” “so” “””] “。”]"
    )
    assert found.of("Quote")[0].language == "en"


def test_ruby_stays_ruby() -> None:
    found = tagged(
        '<p>有<ruby>付<rt lang="zh-Latn-pinyin">fù</rt>梓<rt lang="zh-Latn-pinyin">zǐ</rt></ruby>与'
        '<ruby class="zhuyin">橋<rt lang="zh-Bopo">ㄑㄧㄠˊ</rt></ruby>与<ruby>红楼<rt>hóng lóu</rt></ruby>。</p>'
    )
    (line,) = found.of("P")
    assert shape(line) == (
        "P[“有” Ruby[RB[“付”] RT[“fù”]] Ruby[RB[“梓”] RT[“zǐ”]] “与” Ruby[RB[“橋”] RT[“ㄑㄧㄠˊ”]] “与”"
        " Ruby[RB[“红楼”] RT[“hóng lóu”]] “。”]"
    )
    assert [item.language for item in found.of("RT")] == ["zh-Latn-pinyin", "zh-Latn-pinyin", "zh-Bopo", ""]


def test_a_note_in_two_rows_is_warichu_and_dots_and_lines_are_artifacts() -> None:
    found = tagged('<p>时习之，<small class="warichu">习，温习，再温习。</small>不亦说乎。</p>')
    assert shape(found.of("P")[0]) == "P[“时习之，” Warichu[WT[“习，温习，再温习。”]] “不亦说乎。”]"


def test_a_note_in_two_rows_is_read_in_order_whatever_names_and_titles_are_in_it() -> None:
    found = tagged(
        '<p>时习之，<small class="warichu"><u class="proper-name">朱熹</u><u class="proper-name">程颐</u>说，见'
        '<cite class="wavy-title">论语集注</cite>。</small>不亦说乎。</p>'
    )
    written = "P[“时习之，” Warichu[WT[“朱熹” “程颐” “说，见” “论语集注” “。”]] “不亦说乎。”]"
    assert shape(found.of("P")[0]) == written


def test_a_note_follows_the_block_that_calls_it_and_its_call_leads_to_it() -> None:
    found = tagged(f"<p>甲{note(1, '甲注', 1)}乙{note(2, '乙注', 1)}丙</p><p>丁</p>")
    (part,) = found.of("Sect")
    assert shape(part) == (
        "Sect[P[“甲” Reference[Link[“①” @]] “乙” Reference[Link[“②” @]] “丙”]"
        " Note[Lbl[“①”] P[“甲注”]] Note[Lbl[“②”] P[“乙注”]] P[“丁”]]"
    )
    assert len({item.id for item in found.of("Note")}) == 2


def test_side_notes_are_notes_behind_their_paragraph() -> None:
    found = tagged(
        '<p data-span="a.md:1:1">甲<small class="side-note" data-span="a.md:1:2">边上</small>乙</p><p>丙</p>'
    )
    assert shape(found.of("Sect")[0]) == "Sect[P[“甲” “乙”] Note[“边上”] P[“丙”]]"
    assert found.of("Note")[0].id.startswith("side-")


def test_lists_have_labels_and_bodies() -> None:
    found = tagged(
        '<ol class="list depth-0"><li><p class="item"><span class="marker">1.</span>甲</p>'
        '<ul class="list depth-1"><li><p class="item"><span class="marker">–</span>子</p></li></ul></li>'
        '<li><p class="item"><span class="marker">2.</span>乙</p><p>又一段</p></li></ol>'
    )
    assert shape(found.of("L")[0]) == (
        "L[LI[Lbl[“1.”] LBody[P[“甲”] L[LI[Lbl[“–”] LBody[P[“子”]]]]]] LI[Lbl[“2.”] LBody[P[“乙”] P[“又一段”]]]]"
    )
    assert [item.attributes["ListNumbering"] for item in found.of("L")] == ["Decimal", "Disc"]


def table(rows: int, head: bool = True, first: str = "格") -> str:
    header = '<thead><tr><th scope="col">号</th><th scope="col">名</th></tr></thead>' if head else ""
    body = "".join(f"<tr><td>{first}{number}</td><td></td></tr>" for number in range(rows))
    return (
        '<div class="table-block"><table class="columns-2"><caption><span class="label">表1</span>　题</caption>'
        f"{header}<tbody>{body}</tbody></table></div>"
    )


def test_tables_have_heads_with_scope_and_all_their_cells() -> None:
    found = tagged(table(1))
    assert shape(found.of("Table")[0]) == (
        "Table[Caption[“表1” “　题”] THead[TR[TH[“号”] TH[“名”]]] TBody[TR[TD[“格0”] TD[]]]]"
    )
    assert {item.attributes["Scope"] for item in found.of("TH")} == {"Column"}


def test_a_table_without_a_head_has_none_in_its_structure() -> None:
    found = tagged(table(2, head=False))
    assert not found.of("TH")
    assert len(found.of("TD")) == 4


def test_a_table_over_pages_is_one_table_and_its_head_is_read_once() -> None:
    forme = laid(table(60))
    found = read_tagged(print_tagged(forme))
    assert forme.facts.count > 2
    assert len(found.of("Table")) == len(found.of("THead")) == 1
    assert [item.text for item in found.of("TH")] == ["号", "名"]
    assert len({content.page for content in found.of("TBody")[0].contents()}) > 1


def test_a_note_in_a_table_stays_in_its_cell() -> None:
    found = tagged(table(1, first=f"甲{note(1, '格注', 1)}"))
    cell = found.of("TD")[0]
    assert shape(cell) == "TD[“甲” Reference[Link[“①” @]] “0” Note[Lbl[“①”] P[“格注”]]]"


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    found = tagged(paragraph(1500, 1))
    (line,) = found.of("P")
    assert {content.page for content in line.contents()} == {0, 1, 2}
    assert line.text == "".join(content.text for content in found.root.contents())


def test_headings_leave_no_level_out_and_empty_ones_are_gone() -> None:
    found = tagged("<h1>章</h1><h4>小</h4><h4>又</h4><h2>节</h2><h3></h3><h5>深</h5><p></p>")
    roles = [(item.role, item.text) for item in found.root.all() if item.role.startswith("H")]
    assert roles == [("H1", "章"), ("H2", "小"), ("H2", "又"), ("H2", "节"), ("H3", "深")]
    assert not found.of("P")


def test_pictures_speak_by_their_words_and_ornaments_not_at_all() -> None:
    found = tagged(
        '<figure class="figure"><img src="assets/a.svg" alt="一座桥"/><figcaption>图1</figcaption></figure>'
        '<p>看<img class="formula-inline" src="assets/a.svg" alt="a^2" style="height:1em"/>和'
        '<img class="inline-figure" src="assets/a.svg" alt="" role="presentation"/>。</p>'
    )
    (figure,), (formula,) = found.of("Figure"), found.of("Formula")
    assert figure.alternative == "一座桥"
    assert formula.alternative == "a^2"
    left, bottom, right, top = map(float, figure.attributes["BBox"].split())
    assert right - left == pytest.approx(30)
    assert top - bottom == pytest.approx(15)
    assert shape(found.of("Div")[0]) == "Div[Figure[“”] Caption[“图1”]]"


def test_a_picture_without_words_is_left_for_the_check_to_find() -> None:
    assert [item.alternative for item in tagged('<p>看<img src="assets/a.svg"/></p>').of("Figure")] == [""]


def test_what_floats_is_read_where_it_stands_in_the_text() -> None:
    css = ".left { float: left; width: 8em } .foot { position: absolute; bottom: 0 }"
    found = tagged(
        f'<p>一<span class="left">二</span>三</p><div class="foot"><p>四</p></div><p>五</p>{paragraph(40, 9)}', css=css
    )
    text = "".join(content.text for content in found.root.contents())
    assert text.startswith("一二三四五")


def test_code_is_read_line_by_line() -> None:
    found = tagged(
        '<pre class="code"><code><span class="code-line"><span class="code-text">甲</span></span>'
        '<span class="code-line"><span class="code-text">乙</span></span></code></pre>'
    )
    assert shape(found.of("Div")[0]) == "Div[P[Code[“甲”]] P[Code[“乙”]]]"


def test_words_that_lines_divide_are_said_whole_and_keep_their_spaces() -> None:
    words = "The responsibilities of internationalization and hyphenation are characteristically misunderstood "
    found = tagged(f'<p lang="zh">{words * 6}</p>')
    assert found.of("P")[0].text.split() == (words * 6).split()


def test_words_from_right_to_left_are_said_in_their_order() -> None:
    assert tagged("<p>他说שלום עולם就走了。</p>").of("P")[0].text == "他说שלום עולם就走了。"


def test_running_heads_and_folios_are_artifacts() -> None:
    found = tagged(f"<h1>章</h1>{paragraph(2500, 1)}")
    text = "".join(content.text for content in found.root.contents())
    assert "chapter c1" not in text
    assert not any(character.isdigit() for character in text)


def test_sections_stand_side_by_side() -> None:
    assert [item.text for item in tagged("<p>甲</p>", "<p>乙</p>").of("Sect")] == ["甲", "乙"]


def test_contents_are_nested_entries_with_links() -> None:
    entry = '<p class="entry level-{} matter-body"><a href="#c2"><span class="entry-title">{}</span></a></p>'
    lines = "".join(entry.format(level, title) for level, title in ((1, "篇"), (2, "章"), (2, "又"), (1, "末")))
    found = tagged(f'<div class="contents-list">{lines}</div>', "<p>乙</p>")
    inner = "TOCI[Reference[Link[“{}” “ 2” @]]]"
    assert shape(found.of("TOC")[0]) == (
        f"TOC[{inner.format('篇')} TOC[{inner.format('章')} {inner.format('又')}] {inner.format('末')}]"
    )


def test_printing_with_tags_leaves_the_plain_pdf_as_it_is() -> None:
    """The engine forgets that a symbol is one once it was used; the second printing would draw it by itself."""
    forme = laid(f'<p>甲<ruby>付<rt>fù</rt></ruby><img src="assets/a.svg" alt="图"/>{note(1, "注", 1)}</p>' * 2)
    plain = print_off(forme).value.pdf
    first = print_tagged(forme)
    assert print_off(forme).value.pdf == plain
    assert print_tagged(forme) == first
    assert b"StructTreeRoot" not in plain

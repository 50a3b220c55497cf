"""The checks of a pre-flight in their order: what each looks at, what it requires, and the codes that it gathers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fuzi.check import preflight_figures as figures
from fuzi.check import preflight_files as files
from fuzi.check import preflight_pages as pages
from fuzi.check.evidence import BLOCK, COVER, PROOF, Evidence
from fuzi.model.preflight import Words
from fuzi.model.report import Diagnostic

Figure = Callable[[Evidence], Words]
Look = Callable[[Evidence], Iterator[Diagnostic]]


def _nothing(evidence: Evidence) -> Iterator[Diagnostic]:
    """A check whose faults were found while the files were made."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Check:
    """One row. ``required`` is a template over ``bleed``, ``trim``, ``signature``, ``isbn`` and ``cover``.

    ``codes`` are the ids of the diagnostics that it gathers, each of them in one check only; ``needs`` are the products
    without which it cannot be made; ``look`` finds what no earlier stage has said.
    """

    id: str
    title: Words
    what: Words
    required: Words
    codes: frozenset[str]
    needs: tuple[str, ...]
    figure: Figure
    look: Look = _nothing


BOTH: Words = ("正文、封面", "block, cover")
TEXT: Words = ("正文", "block")
SAMPLE: Words = ("样书", "proof")
WRAP: Words = ("封面", "cover")
RECORD: Words = ("版权页", "copyright page")


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


CHECKS: tuple[Check, ...] = (
    Check(
        "fonts",
        ("字体嵌入", "Fonts embedded"),
        BOTH,
        ("全部嵌入，取子集", "all embedded, as subsets"),
        _codes("C145 C151 P119"),
        (BLOCK, COVER),
        figures.fonts,
        files.look_at_fonts,
    ),
    Check(
        "glyphs",
        ("缺字", "Missing glyphs"),
        SAMPLE,
        ("每个字都有字形，都是主题的字体", "a glyph for each character, in fonts of the theme"),
        _codes("P102 P103 P116 P117 P118"),
        (PROOF,),
        figures.glyphs,
    ),
    Check(
        "pictures",
        ("图片精度", "Resolution of pictures"),
        BOTH,
        ("彩灰图 300 ppi，线稿 600 ppi；不到一半不能印", "tones 300 ppi, line art 600 ppi; half of it at the least"),
        _codes("C149 C150 X170 P105 P106"),
        (BLOCK, COVER),
        figures.pictures,
        files.look_at_pictures,
    ),
    Check(
        "colours",
        ("颜色", "Colours"),
        BOTH,
        ("只有青、品红、黄、黑和专色，没有 RGB", "four inks and spot colours, no RGB"),
        _codes("C140 X101 X102"),
        (BLOCK, COVER),
        figures.colours,
    ),
    Check(
        "intent",
        ("标准与印刷条件", "Standard and condition"),
        BOTH,
        ("PDF/X-4，写明印刷条件", "PDF/X-4 with a printing condition"),
        _codes("C141 C148 X105 X106 L193 L194 L195"),
        (BLOCK, COVER),
        figures.intent,
    ),
    Check(
        "ink",
        ("总墨量", "Total ink"),
        BOTH,
        ("不超过 300%", "300 % at the most"),
        _codes("C144"),
        (BLOCK, COVER),
        figures.ink,
    ),
    Check(
        "hairlines",
        ("细线", "Hairlines"),
        BOTH,
        ("不细于 0.2 磅", "0.2 pt or more"),
        _codes("C147"),
        (BLOCK, COVER),
        figures.hairlines,
    ),
    Check(
        "boxes",
        ("成品尺寸与出血", "Trim and bleed"),
        BOTH,
        ("{trim} 毫米，出血 {bleed} 毫米", "{trim} mm, bleed {bleed} mm"),
        _codes("C142 C152 P101"),
        (BLOCK, COVER),
        figures.boxes,
        files.look_at_trim,
    ),
    Check(
        "bleed",
        ("顶到页边的内容", "What reaches the trim"),
        BOTH,
        ("都伸进出血", "runs into the bleed"),
        _codes("C143 X104"),
        (BLOCK, COVER),
        figures.bleeding,
    ),
    Check(
        "black",
        ("黑字", "Black type"),
        BOTH,
        ("14 磅以下的字只用一色", "one ink below 14 pt"),
        _codes("C153"),
        (BLOCK, COVER),
        figures.black,
        files.look_at_type,
    ),
    Check(
        "transparency",
        ("透明", "Transparency"),
        BOTH,
        ("最好没有；PDF/X-4 允许", "none if it can be; PDF/X-4 allows it"),
        _codes("C154 X103"),
        (BLOCK, COVER),
        figures.transparency,
        files.look_for_transparency,
    ),
    Check(
        "screen",
        ("链接与动作", "Links and actions"),
        BOTH,
        ("没有", "none"),
        _codes("C146"),
        (BLOCK, COVER),
        figures.screen,
    ),
    Check(
        "words",
        ("与样书相同", "The same as the proof"),
        TEXT,
        ("面数相同，每面文字相同", "as many pages, the same words on each"),
        _codes("C184 C185"),
        (PROOF, BLOCK),
        figures.words,
        pages.look_at_words,
    ),
    Check(
        "kept",
        ("文字没有缺失", "No text lost"),
        SAMPLE,
        ("书稿的每个字都印出来", "all of the manuscript is printed"),
        _codes("C101 C102 P107 P108 P109 P121 P122"),
        (PROOF,),
        figures.kept,
    ),
    Check(
        "signatures",
        ("面数与书帖", "Pages and signatures"),
        TEXT,
        ("{signature}", "{signature_en}"),
        _codes("C156 C163 C165 P130 P131"),
        (PROOF,),
        figures.signatures,
        files.look_at_folds,
    ),
    Check(
        "blanks",
        ("空白面", "Empty pages"),
        TEXT,
        ("只在起于右页的篇章之前和书末", "only before sections that open on a recto, and at the end"),
        _codes("C155"),
        (PROOF,),
        figures.blanks,
        pages.look_for_empty_pages,
    ),
    Check(
        "lines",
        ("行的松紧与齐边", "Lines"),
        SAMPLE,
        ("两端齐，空隙不过 0.35 字", "flush at both ends, gaps of 0.35 em at the most"),
        _codes("C120 C121 C123 C124 C128 C129 C130 C132 P112"),
        (PROOF,),
        figures.lines,
    ),
    Check(
        "kinsoku",
        ("避头尾", "Line breaks"),
        SAMPLE,
        ("没有违反的", "none forbidden"),
        _codes("C122"),
        (PROOF,),
        figures.kinsoku,
    ),
    Check(
        "ends",
        ("孤字与短页", "Short ends"),
        SAMPLE,
        ("末行不止一字，章末不止几行", "no last line of one character, no last page of a few lines"),
        _codes("C125 P113 P114 P120"),
        (PROOF,),
        figures.ends,
    ),
    Check(
        "grid",
        ("行格", "Grid"),
        SAMPLE,
        ("正反两面的行对齐", "lines of both sides of a leaf meet"),
        _codes("C126"),
        (PROOF,),
        figures.grid,
    ),
    Check(
        "notes",
        ("注", "Notes"),
        SAMPLE,
        ("注码与注文相合", "calls and notes agree"),
        _codes("C127 P115 P123"),
        (PROOF,),
        figures.notes,
    ),
    Check(
        "readings",
        ("注音", "Readings"),
        SAMPLE,
        ("不碰上一行，一行排得下", "clear of the line above, no longer than a line"),
        _codes("C131 P124"),
        (PROOF,),
        figures.readings,
    ),
    Check(
        "heads",
        ("书眉", "Running heads"),
        TEXT,
        ("每面都有，是本章的标题", "on each page, a title of its chapter"),
        _codes("C157 C158"),
        (PROOF,),
        figures.heads,
        pages.look_at_heads,
    ),
    Check(
        "folios",
        ("页码", "Folios"),
        TEXT,
        ("连续，不断不重", "in order, none lost or doubled"),
        _codes("C159"),
        (PROOF,),
        figures.numbers,
        pages.look_at_folios,
    ),
    Check(
        "leaf",
        ("扉页与版权页", "Title leaf"),
        RECORD,
        ("项目齐全，次序合 GB/T 12450，与 CIP 相合", "complete, in the order of GB/T 12450, as in the CIP data"),
        _codes(
            "C104 C170 C171 C172 Y133 Y134 L203 L204 L210 L211 L212 L213 L214 L215 L216 L217 L218 L219 "
            "L220 L221 L222 L223"
        ),
        (PROOF,),
        figures.leaf,
    ),
    Check(
        "figures",
        ("印张与字数", "Sheets and characters"),
        RECORD,
        ("与成品相合，纸开得出", "those of the finished pages, from a sheet that is large enough"),
        _codes("C160 C161 C162 C164 Y128 Y132"),
        (PROOF,),
        figures.manufacture,
    ),
    Check(
        "barcode",
        ("条码", "Barcode"),
        WRAP,
        ("{isbn}，空白左 11 右 7 个模块", "{isbn}, margins of 11 and 7 modules"),
        _codes("C180 C181 C182 R120 R121 R122 Y120 Y121 Y122 Y123 Y124 Y125"),
        (COVER,),
        figures.barcode,
        files.look_at_barcode,
    ),
    Check(
        "spine",
        ("书脊", "Spine"),
        WRAP,
        ("厚与用纸相合，放得下书名、作者、出版者", "as thick as the paper, room for title, author and publisher"),
        _codes("R123 R124 R125 X171 X172 X173 X174"),
        (PROOF, COVER),
        figures.back,
    ),
    Check(
        "cover",
        ("封面", "Cover"),
        WRAP,
        ("{cover} 毫米，文字都放得下", "{cover} mm, with room for all of its text"),
        _codes("C183 X175 X176 X177 X178"),
        (PROOF, COVER),
        figures.cover,
        files.look_at_cover,
    ),
    Check(
        "jobsheet",
        ("工单", "Job sheet"),
        ("工单", "job sheet"),
        ("印数、用纸都算得出", "print run and papers can be reckoned"),
        _codes("C166 C167 C168 C169"),
        (PROOF,),
        figures.run,
    ),
)
"""All but the first, which gathers what none of these does."""

OWNERS = {code: check.id for check in CHECKS for code in check.codes}
"""The check that gathers a code, by the id of the code."""

"""The figure that each row of a pre-flight shows, in zh and en."""

from __future__ import annotations

from fuzi.check.conservation import letters
from fuzi.check.evidence import Evidence
from fuzi.check.preflight_files import LINE_ART, SMALL_TYPE, cover_size, least_of, shown, size_of
from fuzi.check.preflight_pages import empty_pages, folios, head_of, headed
from fuzi.manufacture.sheets import characters, plain, printing_sheets, thousands
from fuzi.manufacture.spine import spine
from fuzi.model.gauge import Gauge
from fuzi.model.preflight import Words
from fuzi.model.product import PageFacts
from fuzi.model.units import POINTS_PER_MM

MOST_SHOWN = 8
"""Pages of a list; the rest is a number."""


def fonts(evidence: Evidence) -> Words:
    """How many fonts there are, and how many of them are as they should be."""
    found = {font.name: font for _, file in evidence.files() for font in file.fonts}
    good = sum(font.embedded and font.subset for font in found.values())
    return f"{len(found)} 种字体，{good} 种嵌入子集", f"{len(found)} fonts, {good} embedded as subsets"


def glyphs(evidence: Evidence) -> Words:
    """How many different glyphs are set, in how many families."""
    used = proof(evidence).glyphs
    total = sum(used.values())
    return f"{len(used)} 家字体，{total} 个字形", f"{total} glyphs of {len(used)} families"


def pictures(evidence: Evidence) -> Words:
    """The lowest resolutions of tones and of line art."""
    images = [image for _, file in evidence.files() for page in file.pages for image in page.images]
    tones = [image.ppi for image in images if image.bits > 1]
    lines = [image.ppi for image in images if least_of(image) == LINE_ART]
    if not images:
        return "没有点阵图", "no raster pictures"
    zh = [f"{word}最低 {min(found):.0f} ppi" for word, found in (("彩灰图", tones), ("线稿", lines)) if found]
    en = [f"{word} {min(found):.0f} ppi at least" for word, found in (("tones", tones), ("line art", lines)) if found]
    return "，".join(zh), ", ".join(en)


def colours(evidence: Evidence) -> Words:
    """The colour spaces that are used."""
    found = sorted({space for _, file in evidence.files() for page in file.pages for space in page.spaces})
    text = " ".join(found) or "—"
    return text, text


def intent(evidence: Evidence) -> Words:
    """The standard that the files claim, and their printing condition."""
    found = {(file.conformance or "—", file.intent.condition if file.intent else "—") for _, file in evidence.files()}
    text = "；".join(f"{standard} {condition}" for standard, condition in sorted(found))
    return text, text.replace("；", "; ")


def ink(evidence: Evidence) -> Words:
    """The most that the inks add up to anywhere."""
    pages = [page for _, file in evidence.files() for page in file.pages]
    most = max([page.ink for page in pages] + [image.ink for page in pages for image in page.images], default=0.0)
    return f"最高 {most:.0f}%", f"up to {most:.0f} %"


def hairlines(evidence: Evidence) -> Words:
    """The thinnest line, if there is one too thin."""
    widths = [width for _, file in evidence.files() for page in file.pages for width in page.hairlines]
    if not widths:
        return "没有更细的线", "none is thinner"
    return f"最细 {min(widths):g} 磅", f"{min(widths):g} pt at least"


def boxes(evidence: Evidence) -> Words:
    """The sizes of the trim boxes of the block, and the least bleed of both files."""
    sizes = sorted(
        {shown(size) for page in (evidence.block.pages if evidence.block else ()) if (size := size_of(page.trim))}
    )
    bleeds = [page.least_bleed or 0.0 for _, file in evidence.files() for page in file.pages]
    least = min(bleeds, default=0.0) / POINTS_PER_MM
    many = "，".join(sizes) or "—"
    return f"{many} 毫米，出血 {least:.1f} 毫米", f"{many.replace('，', ', ')} mm, bleed {least:.1f} mm"


def bleeding(evidence: Evidence) -> Words:
    """The pages on which something ends at the trim."""
    short = [page.index + 1 for _, file in evidence.files() for page in file.pages if page.short]
    return _pages(short, ("没有这样的内容", "nothing does"))


def black(evidence: Evidence) -> Words:
    """How many pages have small type in several inks."""
    mixed = [
        page.index + 1
        for _, file in evidence.files()
        for page in file.pages
        if any(text.size < SMALL_TYPE for text in page.mixed)
    ]
    return _pages(mixed, ("小字都只用一色", "small type has one ink"))


def transparency(evidence: Evidence) -> Words:
    """The pages with live transparency."""
    clear = [page.index + 1 for _, file in evidence.files() for page in file.pages if page.transparent]
    return _pages(clear, ("没有半透明", "none"))


def screen(evidence: Evidence) -> Words:
    """How many annotations and actions there are."""
    count = sum(len(file.actions) + sum(len(page.annotations) for page in file.pages) for _, file in evidence.files())
    return f"{count} 处", f"{count} found"


def words(evidence: Evidence) -> Words:
    """How many pages were compared."""
    same = sum(one.words == other.words for one, other in zip(evidence.proof_pages, evidence.block_pages, strict=False))
    pages = len(evidence.block_pages)
    return f"{pages} 面，文字相同的 {same} 面", f"{pages} pages, {same} of them alike"


def kept(evidence: Evidence) -> Words:
    """How many characters were read back from the proof."""
    count = sum(len(letters(word)) for page in evidence.proof_pages for word in page.words)
    return f"从样书读回 {count} 字", f"{count} characters read back"


def signatures(evidence: Evidence) -> Words:
    """Pages, printing sheets and padding."""
    facts, sheet = proof(evidence), evidence.metadata.sheet
    zh, en = [f"{facts.count} 面"], [f"{facts.count} pages"]
    if sheet is not None:
        sheets = plain(printing_sheets(facts.count, sheet.leaves))
        zh.append(f"{sheets} 印张")
        en.append(f"{sheets} printing sheets")
    if facts.padding:
        zh.append(f"书末补 {facts.padding} 面")
        en.append(f"{facts.padding} empty at the end")
    return "，".join(zh), ", ".join(en)


def blanks(evidence: Evidence) -> Words:
    """Which pages are empty."""
    return _pages([index + 1 for index in empty_pages(evidence)], ("没有空白面", "none is empty"))


def _measured(evidence: Evidence) -> Gauge:
    """What was measured on the pages of the proof."""
    assert evidence.gauge is not None
    return evidence.gauge


def lines(evidence: Evidence) -> Words:
    """How many lines are flush, and the widest gap."""
    gauge = _measured(evidence)
    flush = f"{gauge.flush}/{gauge.full}"
    return f"齐边 {flush} 行，最宽空隙 {gauge.widest:.2f} 字", f"{flush} lines flush, widest gap {gauge.widest:.2f} em"


def kinsoku(evidence: Evidence) -> Words:
    """Forbidden breaks."""
    gauge = _measured(evidence)
    return f"{gauge.kinsoku} 处", f"{gauge.kinsoku} found"


def ends(evidence: Evidence) -> Words:
    """Last lines of one character."""
    gauge = _measured(evidence)
    return f"孤字 {gauge.orphans} 处", f"ends of one character: {gauge.orphans}"


def grid(evidence: Evidence) -> Words:
    """Lines beside the grid."""
    gauge = _measured(evidence)
    return f"离开行格 {gauge.off_grid} 行", f"{gauge.off_grid} lines beside the grid"


def notes(evidence: Evidence) -> Words:
    """Calls and notes."""
    gauge = _measured(evidence)
    return f"注码 {gauge.calls}，注文 {gauge.notes}", f"{gauge.calls} calls, {gauge.notes} notes"


def readings(evidence: Evidence) -> Words:
    """Lines with readings, and those that touch."""
    gauge = _measured(evidence)
    return (
        f"有注音 {gauge.readings} 行，碰到 {gauge.collisions} 行",
        f"{gauge.readings} lines, {gauge.collisions} touch",
    )


def heads(evidence: Evidence) -> Words:
    """How many pages have a running head, of those that should."""
    wanted = headed(evidence)
    has = sum(bool(head_of(evidence, page)) for page in wanted)
    if not wanted:
        return "没有要书眉的面", "no page needs one"
    return f"应有 {len(wanted)} 面，有 {has} 面", f"{has} of {len(wanted)} pages"


def numbers(evidence: Evidence) -> Words:
    """How many pages bear a folio, the first and the last."""
    found = folios(evidence)
    if not found:
        return "没有页码", "no folios"
    first, last = found[0][1], found[-1][1]
    return f"{len(found)} 面有页码，{first} 至 {last}", f"{len(found)} pages, {first} to {last}"


def leaf(evidence: Evidence) -> Words:
    """Whether there are CIP data and a number of the book."""
    book = evidence.metadata
    zh = f"ISBN {book.isbn or '无'}，CIP {'有' if book.cip else '无'}"
    return zh, f"ISBN {book.isbn or 'none'}, CIP data {'given' if book.cip else 'none'}"


def manufacture(evidence: Evidence) -> Words:
    """印张 and 字数 as counted."""
    facts, sheet = proof(evidence), evidence.metadata.sheet
    sheets = plain(printing_sheets(facts.count, sheet.leaves)) if sheet else "—"
    count = thousands(characters(facts))
    return f"算得 {sheets} 印张，{count} 千字", f"counted: {sheets} sheets, {count} thousand characters"


def barcode(evidence: Evidence) -> Words:
    """The digits of the bars, their size and their margins."""
    read = evidence.barcode
    if read is None:
        return "没有条码", "no barcode"
    size = f"{100 * read.module / 0.33:.0f}"
    digits, margins = read.digits or "—", f"{read.left:.1f}／{read.right:.1f}"
    return (
        f"{digits}，放大率 {size}%，空白 {margins} 模块",
        f"{digits}, at {size} %, margins {margins.replace('／', '/')} modules",
    )


def back(evidence: Evidence) -> Words:
    """How wide the spine is."""
    thickness = spine(proof(evidence).count, evidence.binding)
    width = plain(thickness.width)
    return (f"书脊 {width} 毫米", f"spine {width} mm") if thickness.width else ("没有书脊", "no spine")


def cover(evidence: Evidence) -> Words:
    """The size of the cover."""
    size = size_of(evidence.cover.pages[0].trim) if evidence.cover else None
    text = shown(size) if size else "—"
    return f"{text} 毫米", f"{text} mm"


def run(evidence: Evidence) -> Words:
    """The print run."""
    copies = evidence.metadata.printing.copies
    return (f"印数 {copies}", f"copies {copies}") if copies else ("没有写印数", "no print run stated")


def wanted_cover(evidence: Evidence) -> str:
    """The size that the cover should have."""
    size = cover_size(evidence)
    return shown(size) if size else "—"


def proof(evidence: Evidence) -> PageFacts:
    """The facts of the proof, which is there when these figures are asked for."""
    assert evidence.proof is not None
    return evidence.proof


def _pages(found: list[int], none: Words) -> Words:
    """A list of leaf pages."""
    numbers = list(dict.fromkeys(found))
    if not numbers:
        return none
    shown = [str(number) for number in numbers[:MOST_SHOWN]]
    more = len(numbers) > MOST_SHOWN
    zh = "第 " + "、".join(shown) + (f" 等 {len(numbers)} 面" if more else " 面")
    return zh, "page " + ", ".join(shown) + (f" … ({len(numbers)})" if more else "")

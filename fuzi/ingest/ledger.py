"""ledger.md: everything that was done to the scan, for the editor to read beside the printed book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fuzi.model.manuscript import Confidence, Entry, Fate, Ledger, Manuscript

KINDS: dict[str, tuple[str, str]] = {
    # repairs
    "torn-paragraph": ("接合跨页的段落", "左段没有句末标点、右段以汉字开头，两段都是正文。⏎ 是原来断开的地方。"),
    "wrapped-line": ("合并硬换行", "同一段里的各行接成一段；诗歌和强制换行保留分行，写作 ／。"),
    "width": ("半角标点改全角", "汉字或后括号之后的 , ; : ? ! 以及括着汉字的 ( )。数字之间、网址、电话不动。"),
    "space": ("去掉正文里的空格", "汉字之间、汉字与数字或标点之间。排版时的间隙由付梓控制。"),
    "quote": ("直引号改弯引号", "一段里的直引号成双时才改。"),
    "dash": ("破折号", "识别成“一一”“--”的破折号和识别成“一”的连接号。"),
    "ellipsis": ("省略号", "统一为“……”。"),
    "spaced-title": ("合拢疏排的标题", "逐字疏排的标题合拢；标题里分句的空格改为全角空格。"),
    "plain-heading": ("认出没有记号的标题", "扫描稿的章题没有标题记号：单独成行、写法是章题，或与目录相同。"),
    "heading-level": ("统一标题层级", "识别程序给的层级不可靠，按目录和编号重定；标题外的加粗记号去掉。"),
    "misread-title": ("标题里认错的编号字", "“章”认成“童”一类，有目录为证。"),
    "document": ("认出转载的文献", "章内没有编号、带副题或署名的标题，目录里没有。"),
    "note": ("认出脚注", "正文里的注号与注文逐一对应，个数和次序都相符。"),
    "byline": ("认出署名", "标题下、正文前的一行。"),
    "signature": ("认出落款", "文末的短行。"),
    "contents-title": ("目录里的标题", "疏排的合拢，标点改全角，分句的空格改为全角空格。"),
    "contents-subtitle": ("目录里的副题", "识别成次级条目的副题，补上破折号。"),
    "cip": ("在版编目数据", "只去掉识别时多出的空格，罗马数字和标点改为应有的形式；文字照录。"),
    "spaced-name": ("合拢人名", "两个字的人名排版时拉开的。"),
    "misread-label": ("版权页的标签", "差一个字的标签按通行的标签读。"),
    "codepoint": ("不可见字符和部首码位", "零宽字符、控制字符去掉；康熙部首、全角字母数字改为常用码位。"),
    "tag": ("HTML 记号", "去掉识别程序写进来的标签，实体改为字符。"),
    # dropped
    "container": ("分页记号和代码栏", ""),
    "folio": ("页码", "在页边，逐页加一，或夹在装饰之间；没有分页记号时，单独成行、随书递增，或有目录为证。"),
    "running-head": (
        "书眉",
        "在页边，至少三页重复，或与前面的标题相同；没有分页记号时，与书名或章题相同，而且挨着页码或多次出现。",
    ),
    "ornament": ("装饰", ""),
    "shelf-mark": ("分类和顺序号", "九十年代印在书号后面，今天的书号没有。"),
    "figure": ("图片", "扫描稿里没有图本身，正文里留了缺文记号；这里是识别程序的说明文字。"),
    "rule": ("横线", "识别程序的分隔线。"),
    "contents": ("目录里的空行和横线", ""),
    # doubts
    "confusable": ("可能认错的字", "与并列的词相比差一个形近字。字没有改动。"),
    "non-word": ("不成词", "字没有改动。"),
    "unpaired-quote": ("不成对的引号或括号", ""),
    "unreadable": ("认不出的字符", ""),
    "disagreement": ("前后说法不一", "同一项在扉页、版权页、在版编目数据里不同；“改为”一栏是采用的说法。"),
    "nameless": ("没有主名的项目", "有出版者或丛书的资料而没有它的名称，没有写入 book.yaml，请手工补。"),
    "titles-differ": ("标题与目录不一", "“原文”是正文里的标题，“改为”是目录里的。采用正文的写法。"),
    "page-order": ("目录页码倒退", ""),
    "untied-note": ("注号与注文对不上", "个数或次序不符，没有做成脚注，仍在原处。"),
    "table": ("可能是表格", "表题、表头和各行连在一起，栏的界线不明；书稿里各行照录，请对照原书改成表格。"),
    "unresolved": ("不知归入何处", "这些文字没有写进书稿，请手工处理。"),
    "wrong-isbn": ("书号", "校验位不对，或同一本书有两个书号。“改为”是采用的书号。"),
    "sheet-size": ("不常见的全张纸尺寸", ""),
    "extent": ("印张与页码对不上", "印张 × 开数应不小于最后的页码。"),
    "broken-off": ("正文中断", "最后一段没有写完；书稿里有缺文记号。"),
    # assumed
    "trim": ("成品尺寸", "由全张纸尺寸和开数推定，请量原书。"),
    "absent": ("扫描稿里没有的项目", "国家标准要求，请查原书后补入 book.yaml。"),
    "stub": ("缺正文的章", "目录里有，正文不在扫描稿里：只写标题和缺文记号。"),
    "script": ("原稿的文字", "由常用字推定。"),
    "title": ("书名", "没有找到书名，暂用文件名。"),
    "evidence": ("扉页和版权页", ""),
}
"""Kind → its heading and one line that says what was done and why."""

CONFIDENCE = {Confidence.SURE: "高", Confidence.FAIR: "中", Confidence.LOW: "低"}

SECTIONS = (
    (Fate.DOUBT, "疑问", "书稿里没有改动，请对照原书。", ("原文", "建议或采用")),
    (Fate.ASSUMED, "推定", "扫描稿里没有、由别处推出的。", ("根据", "推定")),
    (Fate.REPAIRED, "改动", "写进书稿时改过的地方，前后各留几个字以便查找。", ("原文", "改为")),
    (Fate.DROPPED, "删去", "没有写进书稿的文字。", ("原文", "书稿里")),
)


@dataclass(frozen=True, slots=True)
class _Numbered:
    number: int
    entry: Entry


def ledger_text(manuscript: Manuscript) -> str:
    """The whole ledger as Markdown: doubts first, because they wait for an answer."""
    ledger = manuscript.ledger
    numbered = _numbered(ledger)
    parts = [f"# 整理记录：{plain_title(manuscript)}", _introduction(ledger), _summary(ledger)]
    for fate, title, words, columns in SECTIONS:
        here = [item for item in numbered if item.entry.fate is fate]
        if here:
            parts += [f"## {title}", words, *_by_kind(here, columns)]
    parts += _used([item.entry for item in numbered if item.entry.fate is Fate.USED])
    return "\n\n".join(parts) + "\n"


def plain_title(manuscript: Manuscript) -> str:
    """The title of the book, or of the scan when there is none."""
    return _cell(manuscript.metadata.title) or _cell(manuscript.ledger.scan)


def _numbered(ledger: Ledger) -> list[_Numbered]:
    """Numbers run through the whole ledger in the order in which it shows its entries."""
    order = {kind: position for position, kind in enumerate(KINDS)}
    ordered = [
        entry
        for fate, *_ in SECTIONS
        for entry in sorted(ledger.of(fate), key=lambda entry: order.get(entry.kind, len(order)))
    ]
    return [_Numbered(number, entry) for number, entry in enumerate([*ordered, *ledger.of(Fate.USED)], 1)]


def _introduction(ledger: Ledger) -> str:
    return (
        f"扫描稿：`{_cell(ledger.scan)}`，共 {ledger.lines} 行。行号都是扫描稿的行号，从 1 数起，0 指全稿。\n\n"
        "扫描稿的每一个字要么在书稿里，要么在这份记录里；汉字从不擅自改动。"
        "把握分三等：高，规则明确；中，多半对，值得看一眼；低，请对照原书。"
    )


def _summary(ledger: Ledger) -> str:
    rows = []
    for fate, title, *_ in SECTIONS:
        here = ledger.of(fate)
        kinds = dict.fromkeys(entry.kind for entry in here)
        words = "、".join(f"{_heading(kind)} {sum(entry.kind == kind for entry in here)}" for kind in kinds)
        rows.append(f"| {title} | {len(here)} | {words or '—'} |")
    rows.append(f"| 取用 | {len(ledger.of(Fate.USED))} | 扉页、版权页、目录的各行 |")
    return "\n".join(["| 类别 | 条数 | 其中 |", "|---|---:|---|", *rows])


def _by_kind(items: Sequence[_Numbered], columns: tuple[str, str]) -> list[str]:
    """A heading, a sentence and a table for each kind, in the order of KINDS."""
    kinds = dict.fromkeys(item.entry.kind for item in items)
    parts: list[str] = []
    for kind in kinds:
        here = [item for item in items if item.entry.kind == kind]
        parts.append(f"### {_heading(kind)}")
        words = KINDS.get(kind, ("", ""))[1]
        if words:
            parts.append(words)
        parts.append(_table(here, columns))
    return parts


def _heading(kind: str) -> str:
    return KINDS.get(kind, (kind, ""))[0]


def _table(items: Sequence[_Numbered], columns: tuple[str, str]) -> str:
    wanted: list[tuple[str, Callable[[_Numbered], str]]] = [
        ("编号", lambda item: str(item.number)),
        ("行", lambda item: str(item.entry.line)),
        (columns[0], lambda item: _cell(item.entry.before)),
        (columns[1], lambda item: _cell(item.entry.after)),
        ("把握", lambda item: CONFIDENCE[item.entry.confidence]),
        ("所在", lambda item: _code(item.entry.field)),
        ("附注", lambda item: _cell(item.entry.note)),
    ]
    shown = [(head, value) for head, value in wanted if head in ("编号", "行", "把握") or any(map(value, items))]
    rows = ["| " + " | ".join(value(item) for _, value in shown) + " |" for item in items]
    heads = "| " + " | ".join(head for head, _ in shown) + " |"
    rules = "|" + "|".join("---:" if head in ("编号", "行") else "---" for head, _ in shown) + "|"
    return "\n".join([heads, rules, *rows])


def _used(entries: Iterable[Entry]) -> list[str]:
    """One row for each line of the title leaf, the copyright page and the contents: where it went."""
    lines: dict[tuple[int, str], list[str]] = {}
    for entry in entries:
        goal = _code(entry.field) + (f" = {_cell(entry.after)}" if entry.after else "")
        lines.setdefault((entry.line, entry.before), []).append(goal)
    if not lines:
        return []
    rows = [
        f"| {line} | {_cell(before)} | {'；'.join(dict.fromkeys(goals))} |" for (line, before), goals in lines.items()
    ]
    words = "扉页、版权页和目录的文字不再排一遍：它们写进了 book.yaml，或者成了章节的次序。逐行列出，以便核对。"
    return ["## 取用", words, "\n".join(["| 行 | 原文 | 用于 |", "|---:|---|---|", *rows])]


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _cell(text: str) -> str:
    """Text that stays inside one cell of a table and is read as plain text."""
    text = text.replace("\\", "\\\\").replace("\n", "／")
    for mark in "|*_`<[#":
        text = text.replace(mark, "\\" + mark)
    return text

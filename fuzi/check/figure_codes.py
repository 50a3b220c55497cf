"""What the check of the figures of manufacture can say (C160–C169)."""

from fuzi.model.report import Code, Severity

SHEETS_DIFFER = Code(
    "C160",
    Severity.WARNING,
    "印张写的是 {stated}，按成品算是 {counted}（{pages} 面÷{leaves} 开）",
    "the printing sheets are given as {stated}, but the pages come to {counted} ({pages} pages ÷ {leaves} leaves)",
    "把 printing.sheets 改成 {counted}，或写 auto，由付梓计算",
    "Make printing.sheets {counted}, or write auto to have it counted",
)

CHARACTERS_DIFFER = Code(
    "C161",
    Severity.WARNING,
    "字数写的是 {stated} 千字，按版面算是 {counted} 千字（每行 {across} 字×每面 {down} 行×{pages} 面）",
    "the characters are given as {stated} thousand, but the pages come to {counted} thousand ({across} in a line × "
    "{down} lines × {pages} pages)",
    "把 printing.thousand_characters 改成 {counted}，或写 auto，由付梓计算",
    "Make printing.thousand_characters {counted}, or write auto to have it counted",
)

CHARACTERS_UNIT = Code(
    "C162",
    Severity.WARNING,
    "字数写的是 {stated}，像是字，不是千字：版面只有 {counted} 千字",
    "the characters are given as {stated}, which looks like single characters: the pages hold {counted} thousand",
    "printing.thousand_characters 的单位是千字，写 {counted} 或 auto",
    "printing.thousand_characters counts thousands: write {counted} or auto",
)

HALF_SHEET = Code(
    "C163",
    Severity.NOTE,
    "全书 {pages} 面，按 {leaves} 开每半张纸 {half} 面，多出 {rest} 面的零头",
    "the book has {pages} pages; in half sheets of {half} pages ({leaves} leaves) {rest} pages are left over",
    "零头要另拼版，费纸费工；可在 press 里写 signature 补足整帖，例如 16，或增删几面文字",
    "Odd pages need a forme of their own; give `signature` under `press:` to make whole signatures, for example 16, or "
    "add or cut some pages",
)

TRIM_TOO_LARGE = Code(
    "C164",
    Severity.WARNING,
    "{sheet} 毫米的纸开 {leaves}，切不出 {trim} 毫米的成品；最大 {largest} 毫米",
    "a sheet of {sheet} mm in {leaves} leaves cannot give a trim size of {trim} mm; the largest is {largest} mm",
    "天头、地脚、切口各要切去 3 毫米。请核对 trim、sheet 的尺寸和开数",
    "Head, foot and fore-edge lose 3 mm each. See whether trim, sheet and its leaves are right",
)

ODD_PAGES = Code(
    "C165",
    Severity.ERROR,
    "成品有 {pages} 面，是单数：一张纸有两面，面数必须是双数",
    "the finished book has {pages} pages: a leaf has two, so their number must be even",
    "这一版没有发布。请报告给我们",
    "This edition was not published. Please report it",
)

COPIES_UNREAD = Code(
    "C166",
    Severity.WARNING,
    "看不懂印数“{copies}”，工单上的印数和令数空着",
    "cannot read the copies “{copies}”: the job sheet leaves the print run and the reams open",
    "写从第几册到第几册，例如 copies: 1-3000；重印写 3001-6000",
    "Write from which copy to which, for example copies: 1-3000; of a reprint 3001-6000",
)

PAPER_UNKNOWN = Code(
    "C167",
    Severity.NOTE,
    "不知道“{weight}克{kind}”每张多厚，工单上的{what_zh}空着",
    "the thickness of “{kind} {weight} g/m²” is not known: the job sheet leaves {what_en} open",
    "向纸厂或印刷厂问明，写在 binding 里，例如 {key}: {{kind: {kind}, weight: {weight}, thickness: 0.1}}",
    "Ask the mill or the printing house and write it under binding:, for example {key}: {{kind: {kind}, weight: "
    "{weight}, thickness: 0.1}}",
)

COVER_TOO_LARGE = Code(
    "C168",
    Severity.WARNING,
    "封面展开 {cover} 毫米（连出血），整张纸上一个也排不下，工单上的封面令数空着",
    "the cover is {cover} mm unfolded, with its bleed, and no sheet has room for one: the job sheet leaves its reams "
    "open",
    "请核对 trim 和 flaps（勒口）",
    "See whether trim and flaps are right",
)

NO_PRESS_FILES = Code(
    "C169",
    Severity.NOTE,
    "工单上没有列出交印的文件：这一次没有做 {absent}",
    "the job sheet does not list the files for the press: {absent} not made in this run",
    "一起做：fuzi build press-pdf cover-pdf jobsheet",
    "Make them together: fuzi build press-pdf cover-pdf jobsheet",
)

"""What imposition can say (X160–X169)."""

from fuzi.model.report import Code, Severity

SCALED_DOWN = Code(
    "X160",
    Severity.NOTE,
    "成品 {trim} 毫米，两面并排在 {paper} 纸上放不下，折叠样缩小到 {percent}%",
    "two pages of {trim} mm do not fit on {paper} side by side: the booklet is reduced to {percent} %",
    "只用来看内容和次序；要看实际大小，用 pdf 单面打印",
    "Use it for the content and the order of pages; print the pdf page by page to see the real size",
)

THICK_SIGNATURE = Code(
    "X161",
    Severity.NOTE,
    "折叠样每帖 {sheets} 张纸，太厚，办公用纸不好折",
    "the booklet has {sheets} sheets in a signature, more than office paper folds well",
    "在 press 里写小一些的 signature，例如 16（4 张）",
    "Make `signature` under `press:` smaller, for example 16 (4 sheets)",
)

"""The table of diagnostics in the handbook, made from the codes of all stages.

``python tests/content/diagnostics_table.py`` writes ``content/text/diagnostics.md`` anew.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import fuzi
from fuzi.model.report import Code, Severity

PACKAGE = Path(fuzi.__file__).parent
CHAPTER = Path(__file__).parents[2] / "content" / "text" / "diagnostics.md"

WORDS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "说明"}

FAMILIES = {
    "Y": "`book.yaml`",
    "L": "文件、编码、图片、术语表",
    "M": "书稿里的记号",
    "T": "定文",
    "R": "套版",
    "P": "排版",
    "E": "装订EPUB",
    "C": "核对",
    "X": "交给印刷厂的文件",
    "S": "整理扫描稿",
    "F": "总调度",
}
"""First letter of a code -> what it is about, in the order of the appendix."""

HEAD = """\
# 附录　诊断代码一览

这里列出付梓的全部提示，按代码排列。〈…〉表示制作时填入的实际内容，例如文件名、行号或书稿里的字句。怎样读一条提示，见[提示](#message)一章。
"""

_MARK = re.compile(r"[\\`*_\[\]<>#|~$^{}!:]")


def codes() -> list[Code]:
    """Every code of the tool, sorted by its id."""
    found: dict[str, Code] = {}
    for path in sorted(PACKAGE.glob("**/codes.py")):
        name = ".".join(("fuzi", *path.relative_to(PACKAGE).with_suffix("").parts))
        for value in vars(importlib.import_module(name)).values():
            if isinstance(value, Code):
                assert found.setdefault(value.id, value) == value, f"{value.id} is given twice"
    return [found[key] for key in sorted(found)]


def plain(template: str) -> str:
    """A message template as Markdown that shows it literally, its facts as 〈…〉."""
    text = re.sub(r"\{\{|\}\}|\{\w+\}", lambda match: {"{{": "{", "}}": "}"}.get(match[0], "〈…〉"), template)
    return _MARK.sub(lambda match: "\\" + match[0], text.replace(" \ufffd", ""))  # shown, it would be reported


def row(code: Code) -> str:
    """The row of one code: id, severity, what it says, how to mend it."""
    hint = plain(code.hint_zh)
    if hint == "〈…〉":
        hint = "照提示里给出的写法改"
    return f"| `{code.id}` | {WORDS[code.severity]} | {plain(code.zh)} | {hint} |"


def chapter() -> str:
    """The whole appendix."""
    lines = [HEAD]
    for number, (letter, about) in enumerate(FAMILIES.items(), start=1):
        family = [code for code in codes() if code.id[0] == letter]
        anchor = " {#diagnostics-list}" if number == 1 else ""
        lines += [f"## {letter}　{about}{anchor}", "", "| 代码 | 程度 | 说的是什么 | 怎样改 |", "|---|---|---|---|"]
        lines += [*map(row, family), ""]
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    CHAPTER.write_text(chapter(), encoding="utf-8")

"""What a syntax error of YAML means, in plain words for an editor."""

from __future__ import annotations

import re

import yaml

Words = dict[str, str]
"""The facts ``why_zh``, ``why_en``, ``mend_zh`` and ``mend_en`` of a diagnostic."""

_FULL_WIDTH = re.compile(r"^\s*(?:- )?([^\s：:#]+)：")
_NO_SPACE = re.compile(r"^\s*(?:- )?([A-Za-z_]+):(?!//)\S")


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[Words, int]:
    """The words for this error and the offset that they speak of."""
    problem = error.problem or ""
    here = error.problem_mark or error.context_mark
    offset = here.index if here is not None else 0
    start = error.context_mark.index if error.context_mark is not None else offset
    slip = _colon(text, offset, start)
    if slip is not None:
        return slip
    end = start if "quoted scalar" in (error.context or "") else offset
    if (opened := _long_quote(text, end)) is not None:
        line = text.count("\n", 0, opened) + 1
        return _words(
            f"这里的引号一直开到这一处才收：引号是第 {line} 行开的",
            f"the quotation mark that opens in line {line} is closed only here",
            f"补上第 {line} 行末尾的引号；正文里的直引号可改用中文引号“”",
            f"Close it in line {line}; inside the text use “ ” rather than straight quotes",
        ), end
    for pattern, at_start, words in _TABLE:
        if re.search(pattern, f"{error.context or ''} / {problem}"):
            return words, start if at_start else offset
    return _words(
        "这一行不合 YAML 的写法",
        f"this line is not valid YAML ({problem})",
        "检查这一行和上一行的缩进、引号、括号和冒号；不确定时给整个值加上引号",
        "Check indentation, quotes, brackets and colons of this line and the one before; when in doubt quote the value",
    ), offset


def _colon(text: str, offset: int, start: int) -> tuple[Words, int] | None:
    """The two slips that Chinese keyboards make: ``title：…`` and ``title:…``, in this line or the one before."""
    before = text.rfind("\n", 0, offset)
    for position in dict.fromkeys((start, offset, before)):
        if position < 0:
            continue
        begin = text.rfind("\n", 0, position) + 1
        line = text[begin:].split("\n", 1)[0]
        found = _FULL_WIDTH.match(line)
        # A line above may be running text, in which a full-width colon is right: there only a key of ours counts.
        if found and (position != before or found[1].isascii()):
            return _words(
                f"“{found[1]}”后面用了全角冒号“：”",
                f"a full-width colon “：” follows “{found[1]}”",
                f"改成半角冒号加一个空格：{found[1]}: …",
                f"Write an ASCII colon and a space: “{found[1]}: …”",
            ), begin + found.end(1)
        if found := _NO_SPACE.match(line):
            return _words(
                f"“{found[1]}:”的冒号后面缺一个空格",
                f"there is no space after the colon of “{found[1]}:”",
                f"写成 {found[1]}: …",
                f"Write “{found[1]}: …”",
            ), begin + found.end(1) + 1
    return None


def _long_quote(text: str, offset: int) -> int | None:
    """Where a quoted text opened that ends in the line of ``offset`` but began in another: probably it was not closed
    where it should have been, and the quotation mark of a later line closed it."""
    begin = text.rfind("\n", 0, offset) + 1
    found = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if token.start_mark.index > offset:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                long = token.start_mark.line < token.end_mark.line and begin <= token.end_mark.index <= offset
                found = token.start_mark.index if long else None
    except yaml.YAMLError:
        pass
    return found


def _words(why_zh: str, why_en: str, mend_zh: str, mend_en: str) -> Words:
    return {"why_zh": why_zh, "why_en": why_en, "mend_zh": mend_zh, "mend_en": mend_en}


_TABLE: tuple[tuple[str, bool, Words], ...] = (
    (
        r"found character '\\t'",
        False,
        _words(
            "缩进用了制表符（Tab）",
            "a tab is used for indentation",
            "缩进只用空格，每层两个",
            "Indent with spaces only, two for each level",
        ),
    ),
    (
        r"found character '.+' that cannot start",
        False,
        _words(
            "值不能用 @、`、% 这类符号开头",
            "a value cannot begin with a sign such as @, ` or %",
            "给整个值加上引号",
            "Put quotes around the whole value",
        ),
    ),
    (
        r"mapping values are not allowed",
        False,
        _words(
            "这里又出现一个“: ”：值里有冒号，或者缩进不齐",
            "another “: ” stands here: the value holds a colon, or the indentation is off",
            "值里有半角冒号时给整个值加引号；同一层的键要左边对齐",
            "Quote a value that holds a colon; keys of one level must be aligned on the left",
        ),
    ),
    (
        r"quoted scalar / found unexpected",
        True,
        _words(
            "这里开的引号没有配对的另一半",
            "the quotation mark that opens here is never closed",
            "补上结尾的引号；正文里的直引号可改用中文引号“”",
            "Close it; inside the text use “ ” rather than straight quotes",
        ),
    ),
    (
        r"unknown escape character|expected escape sequence",
        False,
        _words(
            "双引号里的反斜杠有特别的意思",
            "a backslash inside double quotes has a special meaning",
            "改用单引号，或把反斜杠写两遍",
            "Use single quotes or double the backslash",
        ),
    ),
    (
        r"flow (sequence|mapping) / ",
        True,
        _words(
            "这里的括号没有写完，或者各项之间缺逗号",
            "the bracket that opens here is not closed, or a comma is missing between items",
            "补上 ] 或 }；各项用半角逗号加空格隔开",
            "Close it with ] or }; separate items by an ASCII comma and a space",
        ),
    ),
    (
        r"could not find expected ':'",
        True,
        _words(
            "这一行不是“键: 值”",
            "this line is not “key: value”",
            "补上半角冒号和空格；如果是上一行的续文，请缩进两格",
            "Add an ASCII colon and a space; if it continues the line above, indent it",
        ),
    ),
    (
        r"expected '<document start>'",
        False,
        _words(
            "这一行在文档结束之后，或以 % 开头",
            "this line stands after the end of the document or begins with %",
            "删去“...”或“%”开头的行",
            "Remove the line that begins with “...” or “%”",
        ),
    ),
    (
        r"found '<scalar>'",
        False,
        _words(
            "引号后面还有文字，或者缩进不齐",
            "text follows a closing quotation mark, or the indentation is off",
            "把整个值放在一对引号里；里面的引号改用“”",
            "Put the whole value inside one pair of quotes; use “ ” inside it",
        ),
    ),
    (
        r"expected <block end>",
        False,
        _words(
            "缩进与上面各行对不齐",
            "the indentation does not agree with the lines above",
            "同一层的行左边要对齐；列表项“- ”也一样",
            "Lines of one level must be aligned on the left, and so must list items “- ”",
        ),
    ),
    (
        r"scanning an? (alias|anchor)|parsing a tag|scanning a tag",
        True,
        _words(
            "值不能用 *、&、! 开头",
            "a value cannot begin with *, & or !",
            "给整个值加上引号",
            "Put quotes around the whole value",
        ),
    ),
    (
        r"block scalar",
        False,
        _words(
            "“|”或“>”后面不能有文字",
            "nothing may follow “|” or “>” on the line",
            "正文从下一行写起，缩进两格",
            "Begin the text on the next line, indented",
        ),
    ),
)

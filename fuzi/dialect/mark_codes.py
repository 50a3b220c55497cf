"""What can be wrong with ruby and with marks on a stretch of text."""

from __future__ import annotations

from fuzi.model.report import Code, Severity

_W = Severity.WARNING

MARK_UNKNOWN = Code(
    "M146",
    _W,
    "“{{.{name}}}”不是已有的标记，照原样排出",
    "“{{.{name}}}” is no mark and is set as it stands",
    "可用的有：{known}",
    "these exist: {known}",
)
MARK_WRONG = Code(
    "M147",
    _W,
    "“{text}”不能作“{name}”，照普通文字排出",
    "“{text}” cannot be a “{name}” and is set as plain text",
    "方括号里要有文字；分数写“1/2”，圈码不超过三个字",
    "there must be text between the brackets; write a fraction as 1/2, and at most three characters into a circle",
)
RUBY_MARKS = Code(
    "M148",
    _W,
    "注音“{text}”的正文里有别的标记，已去掉",
    "the base of the ruby “{text}” holds other marks, which are dropped",
    "把标记写在外面，例如“**{{付梓|fù zǐ}}**”；注码写在花括号之后",
    "put the marks outside, as in “**{{付梓|fù zǐ}}**”; put the call of a note after the brace",
)
RUBY_EMPTY = Code(
    "M149",
    _W,
    "注音“{text}”没有写读音",
    "the ruby “{text}” has no reading",
    "在竖线后面写读音，例如“{{付梓|fù zǐ}}”；不是注音就在“{{”前写反斜线",
    "write the reading behind the bar, as in “{{付梓|fù zǐ}}”; put a backslash before “{{” if no ruby is meant",
)
RUBY_COUNT = Code(
    "M150",
    _W,
    "注音“{text}”有 {readings} 个读音、{size} 个字，合成一组注在上面",
    "the ruby “{text}” has {readings} readings for {size} characters; they are set above it as one group",
    "每个字一个读音，用空格分开；整组注一个读音时不要空格",
    "give one reading for each character with spaces between them, or a single one without spaces for all",
)
WARICHU_MARKS = Code(
    "M151",
    _W,
    "夹注“{text}”里的其他标记已去掉，注码、公式和图移到了夹注后面",
    "other marks inside the note in the line “{text}” are dropped; calls, formulas and pictures come behind it",
    "夹注里只写文字",
    "write nothing but text into it",
)
SIDE_MARKS = Code(
    "M152",
    _W,
    "旁注“{text}”里的其他标记已去掉，注码、公式和图移到了旁注后面",
    "other marks inside the side note “{text}” are dropped; calls, formulas and pictures come behind it",
    "旁注里只写文字",
    "write nothing but text into it",
)

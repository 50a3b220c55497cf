"""What can be wrong with ruby and with marks on a stretch of text."""

from __future__ import annotations

from fuzi.model.report import Code, Severity

_W, _N = Severity.WARNING, Severity.NOTE

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
    "{mend_zh}",
    "{mend_en}",
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
    "夹注“{text}”里不能有{marks_zh}：标记已去掉，注码、公式和图移到了夹注后面",
    "the note in the line “{text}” cannot hold {marks_en}: marks are dropped, calls, formulas, pictures come behind",
    "夹注里只写文字、注音、专名号、书名号和着重号",
    "write nothing but text, readings, proper-name and title lines and emphasis dots into it",
)
SIDE_MARKS = Code(
    "M152",
    _W,
    "旁注“{text}”里不能有{marks_zh}：标记已去掉，注码、公式和图移到了旁注后面",
    "the side note “{text}” cannot hold {marks_en}: marks are dropped, calls, formulas and pictures come behind it",
    "旁注里只写文字和注音",
    "write nothing but text and readings into it",
)
RUBY_ILL = Code(
    "M153",
    _W,
    "“{text}”像是注音，但{why_zh}，照原样排出",
    "“{text}” looks like ruby, but {why_en}; it is set as it stands",
    "{mend_zh}；不是注音就在“{{”前写反斜线",
    "{mend_en}; put a backslash before “{{” if no ruby is meant",
)
MARK_ILL = Code(
    "M154",
    _W,
    "“{text}”像是记号，但{why_zh}，照原样排出",
    "“{text}” looks like a mark, but {why_en}; it is set as it stands",
    "{mend_zh}；不是记号就在“{{”前写反斜线",
    "{mend_en}; put a backslash before “{{” if no mark is meant",
)
READING_BEHIND = Code(
    "M155",
    _N,
    "{where_zh}的小字上面排不下读音，本章{where_zh}里的注音都排在字后的括号里，如“{text}”",
    "no reading stands above the small type of a {where_en}: in this chapter they follow in brackets, as in “{text}”",
    "不必改；不要读音就删去花括号",
    "nothing need be done; drop the braces if no reading is wanted",
)

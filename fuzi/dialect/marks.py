"""Every mark of the dialect with an example, so that nothing is undocumented or untested."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its name, an example of it, and what it is in both languages."""

    name: str
    example: str
    zh: str
    en: str


MARKS: tuple[Mark, ...] = (
    Mark("title", "# 总论", "章标题，每个文件一个，写在开头", "chapter title, once, at the top of each file"),
    Mark(
        "subtitle",
        "# 总论\n\n——写在前面",
        "副标题：标题后以“——”开头的一段",
        "subtitle: the paragraph after a title that begins with ——",
    ),
    Mark("heading", "## 一、缘起", "节标题：##、###、####", "section headings: ##, ###, ####"),
    Mark("id", "## 一、缘起 {#origin}", "标题的标识，供链接使用", "id of a heading, for links"),
    Mark(
        "paragraph",
        "第一行\n接着写\n\n另一段",
        "段落：空一行另起一段；段内换行不加空格",
        "paragraphs: an empty line begins a new one; line breaks inside add no space",
    ),
    Mark("emphasis", "这是*重点*。", "强调：楷体", "emphasis: kai"),
    Mark("strong", "这是**我想做的事。**所以", "着重：黑体", "strong emphasis: hei"),
    Mark(
        "break", "第一行\\\n第二行", "强制换行：行末写反斜线", "forced line break: a backslash at the end of the line"
    ),
    Mark(
        "escape",
        "\\*不是强调\\*",
        "转义：标记前写反斜线，照原样排出",
        "a backslash before a mark shows the mark itself",
    ),
    Mark("scene-break", "***", "分隔：正文中的停顿", "scene break: a pause in the text"),
    Mark(
        "quote",
        "> 温故而知新。\n>\n> ——《论语》",
        "引文，末段以“——”开头的是出处",
        "quotation; its last paragraph that begins with —— is the source",
    ),
    Mark("bullet-list", "- 甲\n- 乙", "无序列表", "bullet list"),
    Mark("ordered-list", "1. 甲\n2. 乙", "有序列表", "ordered list"),
    Mark("note", "正文[^1]。\n\n[^1]: 注文。", "脚注", "footnote"),
    Mark("inline-note", "正文^[注文。]。", "写在行中的脚注", "footnote written in the line"),
    Mark(
        "table",
        "| 年份 | 数量 |\n| --- | ---: |\n| 2006 | 12 |\n\n表：逐年数量 {#t-years}",
        "表格，表题写在后面一段",
        "table, with its caption in the paragraph after it",
    ),
    Mark(
        "figure",
        '![社区活动室](figures/room.png "图题"){#f-room width=60%}',
        "图：独占一段，可有图题、标识、宽度",
        "figure: a paragraph of its own, with caption, id and width",
    ),
    Mark(
        "decorative",
        "![](figures/line.png){.decorative}",
        "纯装饰的图，不需替代文字",
        "a mere ornament needs no alternative text",
    ),
    Mark("inline-figure", "按![圆点](figures/dot.png)处", "文中小图", "picture inside a line"),
    Mark("code", "键入`fuzi build`", "行内代码，从不转换", "inline code, never converted"),
    Mark("code-block", "```sh\nfuzi build\n```", "代码块", "code block"),
    Mark("formula", "设 $a^2+b^2=c^2$ 成立", "行内公式（TeX）", "formula in the line (TeX)"),
    Mark("formula-block", "$$\nE = mc^2\n$$", "独立公式", "display formula"),
    Mark("link", "见[官网](https://example.org/)", "链接", "link"),
    Mark("autolink", "<https://example.org/>", "网址和邮箱", "web and mail addresses"),
    Mark(
        "reference",
        "见[官网][a]\n\n[a]: https://example.org/",
        "链接地址写在别处",
        "link whose address stands elsewhere",
    ),
    Mark("entity", "A&amp;B", "字符实体", "character entity"),
    Mark("comment", "正文<!-- 待核 -->。", "注释，不排入书中", "comment, left out of the book"),
    Mark(
        "ruby",
        "{付梓|fù zǐ}",
        "注音：竖线后面是读音，每字一个，用空格分开；整组一个时不写空格",
        "ruby: the readings follow the bar, one for each character with spaces between, or a single one for all",
    ),
    Mark("dots", "[要紧的话]{.着重}", "着重号，也写作 .dots", "emphasis dots, also .dots"),
    Mark("proper-name", "[鲁迅]{.专名}", "专名号，也写作 .name", "a line under a proper name, also .name"),
    Mark("wavy-title", "[呐喊]{.书名}", "书名号乙式（浪线），也写作 .title", "a wavy line under a title, also .title"),
    Mark(
        "warichu",
        "学而时习之，[习，温习。]{.夹注}不亦说乎",
        "夹注：双行小字，也写作 .warichu",
        "a note in the line, in two rows of small type, also .warichu",
    ),
    Mark("superscript", "5 m[2]{.上标}", "上标，也写作 .sup", "superscript, also .sup"),
    Mark("subscript", "H[2]{.下标}O", "下标，也写作 .sub", "subscript, also .sub"),
    Mark("fraction", "[3/4]{.分数}", "分数，也写作 .fraction", "fraction, also .fraction"),
    Mark("circled", "[51]{.圈}", "圈码，也写作 .circled", "a number in a circle, also .circled"),
    Mark("byline", ":::byline\n李春武\n:::", "署名，也写作 :::署名", "byline, also :::署名"),
    Mark(
        "signature",
        ":::signature\n刘树森\n2007年3月\n:::",
        "落款，一行一行写，也写作 :::落款",
        "signature, line by line, also :::落款",
    ),
    Mark(
        "document",
        ":::document 关于社区建设的意见\n——摘要\n\n正文\n:::",
        "转载文献，可有副标题和署名，也写作 :::文献",
        "reprinted document, with subtitle and byline, also :::文献",
    ),
    Mark(
        "gap", ":::gap\n以下缺两页\n:::", "缺文，写明缺什么，也写作 :::缺文", "text that the source lacks, also :::缺文"
    ),
    Mark(
        "flush",
        ":::flush\n顶格的一段\n:::",
        "顶格：段首不缩进，也写作 :::顶格",
        "paragraphs without indent, also :::顶格",
    ),
)
"""The marks in the order in which the handbook treats them."""

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
    Mark(
        "side-note",
        "书局设在桥东[今已不存。]{.旁注}，前后三十年。",
        "旁注：排在切口，不占行，也写作 .side",
        "a note in the fore-edge margin beside its line, also .side",
    ),
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
    Mark(
        "verse",
        ":::verse 静夜思\n床前明月光，\n疑是地上霜。\n——李白\n:::",
        "诗：一行一句，空行分节，“——”开头的末行是作者，也写作 :::诗",
        "verse: a line for each line, an empty line between stanzas, a last line —— for the author, also :::诗",
    ),
    Mark(
        "ci",
        ":::ci 忆江南\n江南好，风景旧曾谙。\n\n能不忆江南？\n:::",
        "词：词牌写在块名后面，空行分上下片，也写作 :::词",
        "a 词 with its tune, an empty line between its stanzas, also :::词",
    ),
    Mark(
        "couplet",
        ":::couplet 开卷有益\n灯下翻书三五页\n窗前种竹两三竿\n:::",
        "对联：上下联各一行，横批写在块名后面，也写作 :::对联",
        "couplet: its two lines, and the banner behind the name, also :::对联",
    ),
    Mark(
        "letter",
        ":::letter\n程老师：\n\n您好！\n\n此致\n敬礼！\n:::",
        "书信：称呼顶格，“此致”空两格，“敬礼”顶格，也写作 :::书信",
        "letter: salutation and wish are flush, also :::书信",
    ),
    Mark(
        "notice",
        ":::notice 关于开馆的通知\n街办发〔2026〕12号\n\n各居民委员会：\n\n即日开馆。\n:::",
        "公文：标题、发文字号、主送，也写作 :::公文",
        "official notice: title, number, addressees, also :::公文",
    ),
    Mark(
        "drama",
        ":::drama 第一幕\n（幕启。）\n掌柜：（抬头）下雨了。\n:::",
        "剧本：“人物：台词”，独占一行的括号是舞台提示，也写作 :::剧本",
        "play: name, colon, words; a line in brackets is a stage direction, also :::剧本",
    ),
    Mark(
        "dialogue",
        ":::dialogue\n客：怎么走？\n我：过桥。\n:::",
        "对话：“人物：话”，也写作 :::对话",
        "conversation: name, colon, words, also :::对话",
    ),
    Mark(
        "epigraph",
        ":::epigraph\n书要读两遍。\n\n——墙上的字\n:::",
        "题记，也写作 :::题记",
        "epigraph, also :::题记",
    ),
    Mark(
        "annotated",
        ":::annotated\n学而时习之。\n\n> 习，温习。\n:::",
        "注疏：正文下面的引文是它的注，也写作 :::注疏",
        "a text with commentary: the quotation below a passage comments on it, also :::注疏",
    ),
    Mark(
        "qa",
        ":::qa\n问：何时开馆？\n\n答：三月。\n:::",
        "问答，也写作 :::问答",
        "questions and answers, also :::问答",
    ),
    Mark(
        "chronology",
        ":::chronology\n1919年　学堂停课。\n　　同年冬，书铺失火。\n:::",
        "年表：年份、全角空格、事件；不写年份的行属于上一年，也写作 :::年表",
        "chronology: date, ideographic space, event; a line without a date belongs to the one before, also :::年表",
    ),
    Mark(
        "pinyin",
        ":::pinyin all\n小河流水。\n:::",
        "给这一块自动注音：all 每字，rare 生僻字，none 不注，也写作 :::注音 每字",
        "readings for this block: all, rare or none, also :::注音 每字",
    ),
)
"""The marks in the order in which the handbook treats them."""

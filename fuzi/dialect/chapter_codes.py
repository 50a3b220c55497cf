"""What can be wrong with the Markdown of a chapter."""

from __future__ import annotations

from fuzi.model.report import Code, Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

TITLE_MISSING = Code(
    "M101",
    _E,
    "这一章没有标题",
    "this chapter has no title",
    "在文件开头写一行“# 标题”",
    "write a line “# title” at the top of the file",
)
TITLE_AGAIN = Code(
    "M102",
    _E,
    "一个文件里出现了第二个一级标题“{title}”",
    "a second first-level heading “{title}” in one file",
    "节标题用“##”；要另起一章，请另建一个文件",
    "use “##” for a section; a new chapter needs a file of its own",
)
BEFORE_TITLE = Code(
    "M103",
    _W,
    "标题之前有正文，已排在标题之后",
    "there is text before the title; it is set after the title",
    "把“# 标题”移到文件开头",
    "move “# title” to the top of the file",
)
LEVEL_JUMP = Code(
    "M104",
    _W,
    "标题级别由 {before} 跳到 {level}",
    "the heading level jumps from {before} to {level}",
    "逐级使用 ##、###、####",
    "go down one level at a time: ##, ###, ####",
)
HEADING_EMPTY = Code(
    "M105",
    _W,
    "标题没有文字",
    "a heading without text",
    "写上标题，或删去这一行",
    "write the heading or delete the line",
)
HEADING_UNDERLINED = Code(
    "M106",
    _W,
    "下面画“===”的标题不被识别",
    "a heading underlined with “===” is not recognised",
    "改写成“# 标题”或“## 标题”",
    "write “# title” or “## title” instead",
)
ID_WRONG = Code(
    "M107",
    _E,
    "标识“{id}”不合规则，已不用",
    "the id “{id}” is not valid and is not used",
    "标识以英文字母开头，只用英文字母、数字和 - _ .",
    "an id begins with an ASCII letter and holds only ASCII letters, digits and - _ .",
)
ID_AGAIN = Code(
    "M108",
    _E,
    "标识“{id}”在本章用了两次",
    "the id “{id}” is used twice in this chapter",
    "给后一处另起一个标识",
    "give the later one another id",
)
ATTRIBUTE_UNKNOWN = Code(
    "M109",
    _E,
    "不认识的属性“{attribute}”",
    "unknown attribute “{attribute}”",
    "这里可用：{known}",
    "known here: {known}",
)
WIDTH_WRONG = Code(
    "M110",
    _E,
    "图宽“{width}”不对",
    "the picture width “{width}” is not valid",
    "写成版心宽度的百分比，1% 至 100%，例如 width=60%",
    "give a percentage of the measure from 1% to 100%, such as width=60%",
)
NOTE_UNDEFINED = Code(
    "M111",
    _E,
    "注“{key}”没有注文，照原样排出",
    "the note “{key}” has no text; the call is shown as it is written",
    "补上“[^{key}]: 注文”；若不是注，写成“\\[^{key}]”",
    "add “[^{key}]: text”; if it is no note, write “\\[^{key}]”",
)
NOTE_UNCALLED = Code(
    "M112",
    _E,
    "注“{key}”在正文里没有被引用，排在章末各注之后",
    "the note “{key}” is called nowhere; it is kept after the other notes",
    "在正文相应处写“[^{key}]”，或删去这条注",
    "write “[^{key}]” in the text or delete the note",
)
NOTE_AGAIN = Code(
    "M113",
    _E,
    "注“{key}”定义了两次，两处注文已并在一起",
    "the note “{key}” is defined twice; both texts are kept in one note",
    "给后一条注另起一个名字",
    "give the later note another key",
)
NOTE_EMPTY = Code(
    "M114",
    _E,
    "注“{key}”没有文字",
    "the note “{key}” is empty",
    "写上注文；接下一行时缩进四格",
    "write its text; indent the lines that follow by four spaces",
)
ALT_MISSING = Code(
    "M115",
    _E,
    "图“{source}”没有替代文字",
    "the picture “{source}” has no alternative text",
    "在方括号里写明图的内容；纯装饰的图加 {{.decorative}}",
    "say in the brackets what the picture shows; mark a mere ornament {{.decorative}}",
)
PICTURE_MISSING = Code(
    "M116",
    _E,
    "图没有写文件名",
    "a picture without a file name",
    "写成 ![内容](figures/文件名)",
    "write ![content](figures/name)",
)
CAPTION_INLINE = Code(
    "M117",
    _E,
    "文中小图不能有图题“{caption}”",
    "a picture inside a line cannot have the caption “{caption}”",
    "让图独占一段，或删去图题",
    "give the picture a paragraph of its own or delete the caption",
)
CONTAINER_UNKNOWN = Code(
    "M118",
    _E,
    "不认识的块“:::{name}”，内容照原样保留",
    "unknown container “:::{name}”; its content is kept",
    "可用：{known}",
    "known: {known}",
)
CONTAINER_OPEN = Code(
    "M119",
    _E,
    "块“:::{name}”没有结束",
    "the container “:::{name}” is not closed",
    "在块的末尾单独写一行“:::”",
    "write a line “:::” at its end",
)
CONTAINER_STRAY = Code(
    "M120",
    _E,
    "多出一行“:::”",
    "a line “:::” that closes nothing",
    "删去这一行，或补上块的开头",
    "delete it or write the line that opens the container",
)
CONTAINER_CONTENT = Code(
    "M121",
    _W,
    "“:::{name}”里只该有文字行，其余内容照常排",
    "“:::{name}” should hold lines of text only; the rest is set as usual",
    "把其他内容移到“:::”之外",
    "move the rest out of the container",
)
CONTAINER_WIDE = Code(
    "M122",
    _W,
    "行首是全角冒号“：：：”",
    "a line begins with full-width colons “：：：”",
    "块的标记要用半角“:::”",
    "a container is marked with ASCII colons “:::”",
)
HTML_TAG = Code(
    "M123",
    _E,
    "HTML 标签“{tag}”不被识别，照原样排出",
    "the HTML tag “{tag}” is not recognised; it is shown as it is written",
    "改用本工具的标记；要排出“<”，写“\\<”",
    "use a mark of this tool; to show “<” write “\\<”",
)
COMMENT = Code(
    "M124",
    _N,
    "注释不排入书中：“{text}”",
    "a comment stays out of the book: “{text}”",
    "要排入书中，去掉 <!-- 和 -->",
    "to show it remove <!-- and -->",
)
COMMENT_OPEN = Code(
    "M125",
    _E,
    "注释“<!--”没有结束，照原样排出",
    "the comment “<!--” is not closed; it is shown as it is written",
    "在注释末尾写“-->”",
    "write “-->” at its end",
)
LINK_REFUSED = Code(
    "M126",
    _E,
    "链接地址“{target}”不能用，只保留文字",
    "the link target “{target}” is refused; the text is kept",
    "可用 https:、http:、mailto: 和书内的 #标识",
    "use https:, http:, mailto: or an #id of this book",
)
LINK_TITLE = Code(
    "M127",
    _W,
    "链接的说明“{title}”不会排出",
    "the title “{title}” of a link is not shown",
    "写进正文，或删去",
    "write it in the text or delete it",
)
LINK_EMPTY = Code(
    "M128",
    _W,
    "链接“{target}”没有文字，不会排出",
    "the link “{target}” has no text and is not shown",
    "在方括号里写上文字，或写成 <{target}>",
    "write its text in the brackets, or <{target}>",
)
EMPHASIS_STRAY = Code(
    "M129",
    _W,
    "“{mark}”没有配成一对，照原样排出",
    "“{mark}” has no partner and is shown as it is written",
    "检查标记内侧有没有空格；要排出星号，写“\\*”",
    "look for a space inside the marks; to show an asterisk write “\\*”",
)
FORMULA_STRAY = Code(
    "M130",
    _W,
    "“$$”没有成为公式，照原样排出",
    "“$$” makes no formula and is shown as it is written",
    "独立公式的“$$”要在行首，中间不空行，以“$$”结束；要排出，写“\\$”",
    "a display formula begins and ends with “$$” at the line's edge, without blank lines; to show it write “\\$”",
)
TOO_DEEP = Code(
    "M131",
    _E,
    "列表或引文嵌套超过 {limit} 层，更深的只当作普通段落",
    "lists or quotations nested deeper than {limit} levels; what is deeper is set as plain paragraphs",
    "减少嵌套层数",
    "use fewer levels",
)
MARKS_TOO_DEEP = Code(
    "M132",
    _E,
    "强调嵌套超过 {limit} 层，更深的标记已略去，文字保留",
    "emphasis nested deeper than {limit} levels; the deeper marks are dropped, the text is kept",
    "减少嵌套层数",
    "use fewer levels",
)
TEXT_LOST = Code(
    "M133",
    _E,
    "这里的文字没有进入书中：“{text}”",
    "this text did not get into the book: “{text}”",
    "检查附近的标记；若标记无误，这是本工具的错，请报告",
    "look at the marks around it; if they are right, this is a fault of the tool: please report it",
)
CODE_OPEN = Code(
    "M134",
    _E,
    "代码块没有结束，后面的内容都成了代码",
    "a code block is not closed: everything after it is code",
    "在代码末尾单独写一行“{fence}”",
    "write a line “{fence}” at its end",
)
CODE_INFO = Code(
    "M135",
    _W,
    "代码块语言之后的“{text}”不起作用",
    "“{text}” after the language of a code block has no effect",
    "只写语言名",
    "write the language alone",
)
TABLE_CELLS = Code(
    "M136",
    _E,
    "这一行有 {cells} 格，表头只有 {columns} 格；多出的内容并入最后一格",
    "this row has {cells} cells, the header only {columns}; the rest is put into the last cell",
    "使各行格数相同；文字里的竖线写“\\|”",
    "give all rows the same number of cells; a bar in the text is written “\\|”",
)
LIST_NUMBERS = Code(
    "M137",
    _W,
    "列表编号“{found}”会排成“{number}”",
    "the list number “{found}” will be set as “{number}”",
    "改正编号；若不是列表，写成“{found}\\.”",
    "mend the number; if this is no list write “{found}\\.”",
)
INDENT_INSIDE = Code(
    "M138",
    _W,
    "段落中间有一行以全角空格开头，已接到上一行",
    "a line inside a paragraph begins with an ideographic space; it is joined to the line above",
    "若是新的一段，在它前面空一行",
    "if it begins a new paragraph, leave an empty line before it",
)
INDENT_KEPT = Code(
    "M139",
    _N,
    "顶格块里行首的全角空格已保留",
    "ideographic spaces at the start of a line are kept in a flush block",
    "不要缩进时删去空格",
    "delete the spaces to have no indent",
)

REFERENCE_WRONG = Code(
    "M140",
    _E,
    "字符引用“{reference}”不能用：{why_zh}",
    "the character reference “{reference}” cannot be used: {why_en}",
    "{mend_zh}",
    "{mend_en}",
)
FORMULA_HAN = Code(
    "M141",
    _E,
    "公式“{text}”里有汉字，不能排成公式",
    "the formula “{text}” holds Chinese characters and cannot be set",
    "公式里只用字母和符号，汉字写在公式外面；若不是公式，写“\\$”",
    "use letters and signs inside and put the words outside of it; if it is no formula, write “\\$”",
)
HEADING_SPACE = Code(
    "M142",
    _W,
    "“{mark}”后面缺一个空格，这一行没有成为标题",
    "a space is missing after “{mark}”; the line makes no heading",
    "写成“{right} 标题”，前面空一行；若不是标题，写“\\{mark}”",
    "write “{right} heading” after an empty line; if it is no heading, write “\\{mark}”",
)
HEADING_DEEP = Code(
    "M143",
    _W,
    "标题“{mark}”超过四级",
    "the heading “{mark}” is deeper than the fourth level",
    "标题最多四级：#、##、###、####；更细的层次写成正文，或用列表",
    "there are four levels: #, ##, ###, ####; write what is deeper as text or as a list",
)
FRONT_MATTER = Code(
    "M144",
    _E,
    "文件开头的“---”元数据不被识别，会排进书里",
    "the metadata between “---” at the top of the file is not read and would be printed",
    "删去这一段：书名、作者等写在 book.yaml，本章标题写成“# 标题”",
    "delete it: title, author and the like go into book.yaml, the title of the chapter is a line “# title”",
)
WESTERN_MARKS = Code(
    "M145",
    _W,
    "汉字旁边有 {count} 处西文标点（{listed}），这里是第一处",
    "there are {count} Latin marks beside Chinese characters ({listed}); this is the first",
    "改用中文标点：引号“ ”‘ ’，省略号……，破折号——；直引号在繁体版里不会转成「」",
    "use Chinese marks: “ ” ‘ ’, ……, ——; straight quotes are not turned into 「」 in a traditional edition",
)

"""What the press can say (P1xx)."""

from fuzi.model.report import Code, Severity

TRIM_TOO_SMALL = Code(
    "P101",
    Severity.ERROR,
    "成品尺寸 {trim} 太小，放不下版心",
    "the trim size {trim} is too small for a type area",
    "在 book.yaml 的 trim 里写实际的成品尺寸，单位毫米，例如 147×210",
    "Give the real trimmed size in millimetres in `trim:` of book.yaml, for example 147×210",
)

MISSING_CHARACTER = Code(
    "P102",
    Severity.ERROR,
    "没有字体能印出“{character}”（{point}）",
    "no font has the character “{character}” ({point})",
    "核对这个字是否打错；确为生僻字时，{remedy_zh}，或换用通行的字，或改用图片",
    "Check whether the character is a slip; if it is really meant, {remedy_en}, or use its common form or a picture",
)

FOREIGN_FONT = Code(
    "P103",
    Severity.WARNING,
    "“{characters}”用的是主题之外的字体 {family}（成品第 {page} 面）",
    "“{characters}” is set in {family}, which is not a font of the theme (leaf page {page})",
    "在别的机器上可能印成另一种样子；请换用通行的字，或安装含这些字的主题字体，或在 book.yaml 的 fonts 里写明字体",
    "It may look different on another machine; use common characters, install a theme font that has them, or name "
    "the font under `fonts:` in book.yaml",
)

REFUSED = Code(
    "P104",
    Severity.ERROR,
    "不允许读取书外的文件或网址：{address}",
    "files and addresses outside the book are not read: {address}",
    "把图片放进书的 figures/ 文件夹再引用；排版时从不连接网络",
    "Put the picture into the figures/ folder of the book; a build never touches the network",
)

MISSING_PICTURE = Code(
    "P105",
    Severity.ERROR,
    "找不到图片 {name}",
    "the picture {name} is missing",
    "核对文件名和大小写，图片应在书的 figures/ 文件夹里",
    "Check the file name and its case; pictures belong into the figures/ folder of the book",
)

BROKEN_PICTURE = Code(
    "P106",
    Severity.ERROR,
    "图片 {name} 已损坏或格式不符：{reason}",
    "the picture {name} is damaged or not what it claims to be: {reason}",
    "用看图软件打开检查，重新导出为 PNG、JPEG 或 SVG",
    "Open it in a viewer and export it again as PNG, JPEG or SVG",
)

BROKEN_LINK = Code(
    "P107",
    Severity.ERROR,
    "链接指向书里没有的位置：{target}",
    "a link leads to a place that the book does not have: {target}",
    "核对 # 后面的标识，或在目标标题后写 {{#标识}}",
    "Check the identifier after #, or write {{#identifier}} after the heading it means",
)

LOST_NOTE = Code(
    "P108",
    Severity.ERROR,
    "脚注没有印出来：“{text}”",
    "a footnote was not printed: “{text}”",
    "注太长，一页放不下时，把它分成几条，或移入正文；注不长就请把这一段报告给我们",
    "Divide a note that is too long for its page, or move it into the text; report the passage if it is short",
)

OVERFULL_NOTE = Code(
    "P109",
    Severity.ERROR,
    "脚注太长，一页放不下：“{text}”",
    "a footnote is longer than a page: “{text}”",
    "把这条注分成几条，或移入正文、附录",
    "Divide the note, or move it into the text or an appendix",
)

STYLE_IGNORED = Code(
    "P110",
    Severity.WARNING,
    "样式表 {sheet} 里有引擎不懂的内容：{message}",
    "the style sheet {sheet} holds something the engine does not know: {message}",
    "请检查主题的样式文件；这一条没有生效",
    "See the style files of the theme; this rule has no effect",
)

ENGINE_SAID = Code(
    "P111",
    Severity.WARNING,
    "排版引擎提示：{message}",
    "the typesetting engine says: {message}",
    "请查看成品是否正常，并把这句话报告给我们",
    "Look at the result and report this message",
)

WIDE = Code(
    "P112",
    Severity.WARNING,
    "{edition}：有内容超出版心 {excess} 毫米：“{text}”（成品第 {page} 面）",
    "{edition}: something is {excess} mm wider than the type area: “{text}” (leaf page {page})",
    "缩短表格里不能断行的内容，或把表格拆开",
    "Shorten what cannot be broken in the table, or divide the table",
)

TITLE_PAGE_FULL = Code(
    "P113",
    Severity.WARNING,
    "扉页内容太多，占了 {pages} 面",
    "the title page has too much on it and takes {pages} pages",
    "扉页应当只有一面，版本记录页印在它的背面。请缩短书名以外的项，例如少列责任者（可移到编写人员名单），或改用大一些的成品尺寸",
    "A title page is one page, with the copyright page on its back. Name fewer contributors there, shorten the "
    "subtitle or the parallel title, or choose a larger trim size",
)

COPYRIGHT_PAGE_FULL = Code(
    "P114",
    Severity.WARNING,
    "版本记录页内容太多，占了 {pages} 面",
    "the copyright page has too much on it and takes {pages} pages",
    "版本记录页应当只有一面，印在扉页背面。请缩短 notices、rights 等项，或改用大一些的成品尺寸",
    "A copyright page is one page, on the back of the title page. Shorten notices, rights and the like, or "
    "choose a larger trim size",
)

NOTE_MARKS = Code(
    "P115",
    Severity.ERROR,
    "注码与注文对不上：正文里是“{call}”，注文是“{mark}”（成品第 {page} 面）",
    "a call and its note do not agree: “{call}” in the text, “{mark}” at the note (leaf page {page})",
    "请把这一段报告给我们；暂时可以在 book.yaml 的 typesetting 里写 notes: chapter，按章编号",
    "Please report this passage; meanwhile number the notes by chapter with `notes: chapter` under `typesetting:`",
)

DRAWING_FONT = Code(
    "P116",
    Severity.WARNING,
    "图片 {name} 里的文字“{characters}”用的是本书以外的字体 {family}",
    "the text “{characters}” in the picture {name} is set in {family}, which is not a font of this book",
    "在别的机器上可能印成另一种样子；请在绘图软件里把文字转成路径，或改用本书的字体，例如 {own}",
    "It may look different on another machine; turn the text into outlines in the drawing program, or use a font of "
    "this book, for example {own}",
)

DRAWING_CHARACTER = Code(
    "P117",
    Severity.ERROR,
    "没有字体能印出图片 {name} 里的“{character}”（{point}）",
    "no font has the character “{character}” ({point}) in the picture {name}",
    "核对这个字是否打错；确实要用，请在绘图软件里把文字转成路径",
    "Check whether the character is a slip; if it is really meant, turn the text into outlines in the drawing program",
)

FANGSONG = Code(
    "P118",
    Severity.WARNING,
    "仿宋体改用楷体排：{reason_zh}",
    "what should be set in fangsong is set in kai: {reason_en}",
    "要用仿宋，请安装字数齐全的仿宋字体，并在 book.yaml 的 fonts 里写明：fangsong: [字体名或文件]",
    "To have fangsong, install a font that is complete and name it under `fonts:` in book.yaml: "
    "fangsong: [family or file]",
)

FONT_REFUSED = Code(
    "P119",
    Severity.ERROR,
    "字体文件 {name} 不能用于排版",
    "the font file {name} cannot be used to set type",
    "请换一个字体文件，或向字体厂商要 OTF、TTF 格式的",
    "Use another font file, or ask its maker for OTF or TTF",
)

SHORT_END = Code(
    "P120",
    Severity.NOTE,
    "这一章的末面只有 {rows} 行（成品第 {page} 面）",
    "the last page of this chapter is nearly empty; lines on it: {rows} (leaf page {page})",
    "付梓已试过把前面几段各缩一行或放一行，仍不够；可在这一章里增删几个字，或调整图、表的位置",
    "Running the paragraphs before it one line shorter or longer was not enough; add or cut a few words in this "
    "chapter, or move a figure or a table",
)

SIDE_NOTES_FULL = Code(
    "P121",
    Severity.ERROR,
    "{edition}：这一面的旁注太多，切口排不下：“{text}”（成品第 {page} 面）",
    "{edition}: the fore-edge margin has no room for all side notes of this page: “{text}” (leaf page {page})",
    "缩短这一面的旁注，或把其中几条改写成脚注",
    "Shorten the side notes of this page, or make footnotes of some of them",
)

SIDE_NOTES_NARROW = Code(
    "P123",
    Severity.WARNING,
    "切口太窄，旁注一行只排得下 {characters} 个字",
    "the fore-edge margin is so narrow that a line of side notes holds {characters} characters",
    "换大一点的开本，或把旁注改写成脚注",
    "Choose a larger trim size, or make footnotes of the side notes",
)

LOST_SIDE_NOTE = Code(
    "P122",
    Severity.ERROR,
    "旁注没有印出来：“{text}”",
    "a side note was not printed: “{text}”",
    "旁注要写在正文的一行里，紧跟在它所说的字后面，不能独占一段；不是这样就请把这一段报告给我们",
    "Write the side note inside a line of text, behind the words that it speaks of, not in a paragraph of its own; "
    "report the passage if it is so written",
)

LONG_READING = Code(
    "P124",
    Severity.WARNING,
    "{edition}：注音组太长，一行排不下：“{reading}”",
    "{edition}: this reading is longer than a line, or its base is: “{reading}”",
    "已拆成几段排，只有一个字的改排在字后的括号里；请把注音改短，或给其中的字、词分别注音",
    "It is set in pieces, or in brackets behind a single character; shorten it, or give each word a reading of its own",
)

SIGNATURE_PADDED = Code(
    "P130",
    Severity.NOTE,
    "全书 {count} 面，书末补了 {blanks} 个空白面，凑成 {total} 面：每帖 {signature} 面",
    "the book has {count} pages; {blanks} empty ones at its end make {total}, in signatures of {signature}",
    "空白面不印页码，印张按 {total} 面算；想少留空白，可增删文字，或在 press 里换一个 signature",
    "Empty pages bear no folio and are counted in the printing sheets; to have fewer, change the text or `signature` "
    "under `press:`",
)

SIGNATURE_EMPTY = Code(
    "P131",
    Severity.WARNING,
    "最后一帖多半是空白：全书 {count} 面，补了 {blanks} 个空白面才凑成 {total} 面（每帖 {signature} 面）",
    "the last signature is mostly empty: {count} pages and {blanks} empty ones make {total}, in signatures of "
    "{signature}",
    "压缩 {filled} 面文字就能少印一帖，省 {saved} 面；也可在书末加内容，或在 press 里换一个小些的 signature",
    "{filled} pages less would save a whole signature ({saved} pages); or fill it, or make `signature` under `press:` "
    "smaller",
)

"""What ingest can say (S1xx)."""

from fuzi.model.report import Code, Severity

EMPTY = Code(
    "S101",
    Severity.ERROR,
    "扫描稿 {name} 里没有文字",
    "the scan {name} holds no text",
    "请确认文件没有弄错，识别程序确实写出了文字",
    "See whether this is the right file and the OCR program did write its text",
)

BINARY = Code(
    "S102",
    Severity.ERROR,
    "{name} 不是文字文件，看起来是 {form}",
    "{name} is not a text file, it looks like {form}",
    "请先用识别程序把它变成文字或 Markdown，再整理",
    "Turn it into text or Markdown with an OCR program first",
)

ENCODING = Code(
    "S103",
    Severity.ERROR,
    "{name} 第 {line} 行起不是 UTF-8 编码，看起来是 {likely}",
    "{name} is not UTF-8 from line {line} on, it looks like {likely}",
    "若确实是 {likely}，请加 --encoding {likely}；没有声明的编码不会擅自转换",
    "If it really is {likely}, add --encoding {likely}; an undeclared encoding is never converted",
)

DECLARED_ENCODING = Code(
    "S104",
    Severity.ERROR,
    "{name} 不是所声明的 {declared} 编码（第 {line} 行起读不出来）",
    "{name} is not in the declared encoding {declared} (unreadable from line {line} on)",
    "请改正 --encoding，可以写 utf-8、gb18030、big5 等",
    "Correct --encoding; utf-8, gb18030, big5 and so on are possible",
)

UNKNOWN_ENCODING = Code(
    "S105",
    Severity.ERROR,
    "不认识“{declared}”这种编码",
    "“{declared}” is not the name of an encoding",
    "可以写 utf-8、gb18030、big5 等",
    "utf-8, gb18030, big5 and so on are possible",
)

FORM = Code(
    "S106",
    Severity.ERROR,
    "{name} 是 {form}，目前只能整理纯文本和 Markdown",
    "{name} is {form}; only plain text and Markdown can be read so far",
    "请从识别程序导出 Markdown 或纯文本",
    "Export Markdown or plain text from the OCR program",
)

NO_TITLE = Code(
    "S107",
    Severity.WARNING,
    "没有找到书名，暂用文件名",
    "no title was found; the file name stands in for it",
    "请在 book.yaml 里改正 title",
    "Correct title in book.yaml",
)

NO_CONTENTS = Code(
    "S108",
    Severity.WARNING,
    "没有找到目录，章节按标题划分",
    "no table of contents was found; chapters follow the headings",
    "请核对 book.yaml 的 text: 一项",
    "Compare text: in book.yaml with the printed book",
)

ISBN = Code(
    "S109",
    Severity.WARNING,
    "书号“{isbn}”校验位不对，没有写入 book.yaml",
    "the check digit of ISBN “{isbn}” is wrong; it was left out of book.yaml",
    "请对照原书的条码，把正确的书号填入 isbn",
    "Compare the barcode of the printed book and fill in isbn",
)

UNRESOLVED = Code(
    "S110",
    Severity.WARNING,
    "认不出这一行是什么：{text}",
    "no place was found for this line: {text}",
    "原文保留在 ledger.md 的“疑问”里，请手工放到该放的地方",
    "It is kept under “疑问” in ledger.md; put it where it belongs",
)

MISSING_TEXT = Code(
    "S111",
    Severity.NOTE,
    "目录里有 {count} 题的正文不在扫描稿里，第一题是“{title}”",
    "the text of {count} titles in the contents is not in the scan, the first is “{title}”",
    "它们的文件已经建好，里面有“缺文”记号，ledger.md 逐一列出了文件名和原书页码；补上正文后删去记号",
    "Their files stand ready with a gap mark, ledger.md lists them with the pages of the printed book; supply the text "
    "and remove the mark",
)

IMPLAUSIBLE = Code(
    "S112",
    Severity.ERROR,
    "看不懂 {name} 的结构：{count} 行没有归入正文，第一行是“{first}”",
    "the structure of {name} is not understood: {count} lines are not part of the text, the first is “{first}”",
    "没有写出任何文件。请在扫描稿里给各章的标题加上“# ”，检查“目录”一行下面是不是只有目录，再整理一次",
    "Nothing was written. Put “# ” before the title of each chapter in the scan, see that nothing but the contents "
    "follows the line 目录, and try again",
)

NO_TEXT = Code(
    "S113",
    Severity.ERROR,
    "{name} 里没有找到正文",
    "no running text was found in {name}",
    "没有写出任何文件。请确认扫描稿里有正文；若有，请给各章的标题加上“# ”，再整理一次",
    "Nothing was written. See whether the scan holds the text of the book; if it does, put “# ” before the title of "
    "each chapter and try again",
)

LOST = Code(
    "S120",
    Severity.ERROR,
    "这一行的文字既不在书稿里，也不在整理记录里：{text}",
    "the text of this line is neither in the manuscript nor in the ledger: {text}",
    "这是付梓的错误，请把扫描稿连同这条信息报告给我们",
    "This is a fault of fuzi; please report it together with the scan",
)

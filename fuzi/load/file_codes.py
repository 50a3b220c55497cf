"""What can be wrong with the files of a book folder: text, characters, pictures, terms (L1xx)."""

from fuzi.model.report import Code, Severity

NO_FOLDER = Code(
    "L101",
    Severity.ERROR,
    "没有“{name}”这个书稿文件夹",
    "there is no book folder “{name}”",
    "检查路径；新建一本书用 fuzi new 书名",
    "Check the path; a new book is made by: fuzi new NAME",
)
NO_BOOK_YAML = Code(
    "L102",
    Severity.ERROR,
    "文件夹“{name}”里没有 book.yaml，不像一本书",
    "the folder “{name}” holds no book.yaml, so it does not look like a book",
    "用 --book 指向书稿文件夹；新建一本书用 fuzi new 书名",
    "Point --book at the book folder; a new book is made by: fuzi new NAME",
)
PATH_LEAVES = Code(
    "L103",
    Severity.ERROR,
    "“{path}”指向书稿文件夹之外，不读",
    "“{path}” leads out of the book folder and is not read",
    "把文件复制到书稿文件夹里，路径从那里写起，例如 {example}；不能用 ..、绝对路径或指向外面的符号链接",
    "Copy the file into the book folder and write its path from there, for example {example}; "
    "no “..”, no absolute path, no symbolic link that leads out",
)
PATH_REMOTE = Code(
    "L104",
    Severity.ERROR,
    "“{path}”是网址，排书时不上网取文件",
    "“{path}” is an address; a build never fetches anything",
    "把文件下载到书稿文件夹里，写成 {example}",
    "Download the file into the book folder and write {example}",
)
PATH_FORM = Code(
    "L105",
    Severity.ERROR,
    "路径“{path}”的写法不对",
    "the path “{path}” is not in the plain form",
    "用正斜杠 / 从书稿文件夹写起，不用反斜杠、“./”和多余的斜杠，例如 {example}",
    "Write it with / from the book folder, without backslashes, “./” or doubled slashes, for example {example}",
)
TEXT_MISSING = Code(
    "L106",
    Severity.ERROR,
    "text/ 里没有“{path}”",
    "there is no “{path}” in text/",
    "{near_zh}",
    "{near_en}",
)
TEXT_TWICE = Code(
    "L107",
    Severity.ERROR,
    "“{path}”列了两次（上一次在第 {line} 行）",
    "“{path}” is listed twice (before: line {line})",
    "删去一处，否则同一章会排两遍",
    "Remove one of them, or the chapter would be set twice",
)
TEXT_UNLISTED = Code(
    "L108",
    Severity.WARNING,
    "text/ 里的这个文件没有列进 book.yaml，不会排进书里",
    "this file in text/ is not listed in book.yaml and will not be in the book",
    "把“{path}”加进 text: 的列表；不要的稿子请移到 text/ 之外",
    "Add “{path}” to a list under text:, or move it out of text/ if it does not belong to the book",
)
NO_TEXT = Code(
    "L109",
    Severity.ERROR,
    "这本书没有正文：一个可用的正文文件都没有",
    "the book has no text: not a single usable text file",
    "把 Markdown 文件放进 text/，并在 book.yaml 的 text: 里列出",
    "Put Markdown files into text/ and list them under text: in book.yaml",
)
NOT_MARKDOWN = Code(
    "L110",
    Severity.ERROR,
    "“{path}”不是 Markdown 文件（.md）",
    "“{path}” is not a Markdown file (.md)",
    "把正文另存为 UTF-8 的 .md 文件再列进来；Word 稿请先转成 Markdown",
    "Save the text as a .md file in UTF-8 and list that; convert Word files to Markdown first",
)
BLANK = Code(
    "L111",
    Severity.ERROR,
    "这个文件是空的",
    "this file is empty",
    "写入正文；暂时缺稿的章，写上 # 标题 和 :::缺文 记号",
    "Write its text; for a chapter that is not there yet write its # title and a :::gap mark",
)
NO_CONTENT = Code(
    "L112",
    Severity.ERROR,
    "这一章只有标题，没有正文",
    "this chapter has a title but no text",
    "补上正文；缺稿请用 :::缺文 记号标明",
    "Write its text, or mark what is missing with :::gap",
)
FILE_LARGE = Code(
    "L113",
    Severity.ERROR,
    "文件有 {size} 字节，超过上限 {limit} 字节",
    "the file has {size} bytes, more than the limit of {limit}",
    "拆成几个文件；图片请缩小后再放进来",
    "Split it into several files; scale pictures down first",
)
NOT_FILE = Code(
    "L114",
    Severity.ERROR,
    "“{path}”不是普通文件",
    "“{path}” is not a plain file",
    "这里要写一个文件，不是文件夹或设备",
    "Name a file here, not a folder or a device",
)
NOT_UTF8 = Code(
    "L120",
    Severity.ERROR,
    "不是 UTF-8 文字：第 {offset} 字节（从 0 数起）读不通，看样子是 {guess}",
    "not UTF-8: byte {offset} (counted from 0) cannot be read; it looks like {guess}",
    "用编辑器另存为 UTF-8；若确实是 {guess}，可在 book.yaml 写 encoding: {declare}，或加 --encoding {declare}",
    "Save it as UTF-8 in your editor; if it really is {guess}, declare encoding: {declare} in book.yaml "
    "or pass --encoding {declare}",
)
UNREADABLE = Code(
    "L121",
    Severity.ERROR,
    "不是 UTF-8 文字：第 {offset} 字节（从 0 数起）读不通，也认不出是哪种编码",
    "not UTF-8: byte {offset} (counted from 0) cannot be read, and no other encoding fits",
    "文件可能损坏，或者不是文本（例如 Word 文档）；请用编辑器打开，另存为 UTF-8",
    "The file may be damaged or no text at all (a Word document?); open it in an editor and save it as UTF-8",
)
DAMAGED_UTF8 = Code(
    "L122",
    Severity.ERROR,
    "这个 UTF-8 文件有 {count} 处损坏，第一处在第 {offset} 字节（从 0 数起）",
    "this UTF-8 file is damaged in {count} places, the first at byte {offset} (counted from 0)",
    "对照原稿补上这里丢失的字，再存为 UTF-8",
    "Restore the characters that are lost here from the manuscript and save as UTF-8",
)
DECLARED_WRONG = Code(
    "L123",
    Severity.ERROR,
    "按声明的 {declared} 读不通：第 {offset} 字节（从 0 数起）",
    "cannot be read in the declared encoding {declared}: byte {offset} (counted from 0)",
    "核对 encoding: 的声明，或把文件另存为 UTF-8",
    "Check what encoding: says, or save the file as UTF-8",
)
ALREADY_UTF8 = Code(
    "L124",
    Severity.NOTE,
    "声明的编码是 {declared}，这个文件却是 UTF-8，已按 UTF-8 读",
    "the declared encoding is {declared}, but this file is UTF-8 and was read as such",
    "全部改成 UTF-8 之后，删去 encoding: 一行",
    "Once all files are UTF-8, remove the encoding: line",
)
CONTROL = Code(
    "L130",
    Severity.ERROR,
    "有不能印的控制字符 {code}（{count} 处，行 {lines}）",
    "holds the control character {code}, which cannot be printed ({count} times, line {lines})",
    "删去它；编辑器里看不见时，可重新键入前后两个字",
    "Delete it; if your editor does not show it, type the two characters around it anew",
)
NONCHARACTER = Code(
    "L131",
    Severity.ERROR,
    "有不是字符的码位 {code}（{count} 处，行 {lines}）",
    "holds {code}, which is no character ({count} times, line {lines})",
    "文件多半在转换时损坏了；对照原稿改正",
    "The file was probably damaged in a conversion; mend it from the manuscript",
)
REPLACEMENT = Code(
    "L132",
    Severity.ERROR,
    "有替换符 �（U+FFFD，{count} 处，行 {lines}）：原来的字已经丢了",
    "holds the replacement character � (U+FFFD, {count} times, line {lines}): what stood there is lost",
    "对照原稿补上丢失的字",
    "Restore the lost characters from the manuscript",
)
PRIVATE_USE = Code(
    "L133",
    Severity.WARNING,
    "有自造字 {code}（私用区，{count} 处，行 {lines}），多数字体没有它",
    "holds the private-use character {code} ({count} times, line {lines}); most fonts lack it",
    "换成 Unicode 里的正式字；确实没有的字，改用图片",
    "Use the encoded character instead, or a picture if there is none",
)
BIDI = Code(
    "L134",
    Severity.WARNING,
    "有看不见的书写方向标记 {code}（{count} 处，行 {lines}），会打乱字序",
    "holds the invisible direction mark {code} ({count} times, line {lines}), which can upset the order of the text",
    "中文里用不到，请删去",
    "Chinese text has no use for it: delete it",
)
INVISIBLE = Code(
    "L135",
    Severity.WARNING,
    "有看不见的字符 {code}（{count} 处，行 {lines}），会打断词语，繁简转换和检索都会出错",
    "holds the invisible character {code} ({count} times, line {lines}), "
    "which breaks words for conversion and searching",
    "请删去；多半是从网页复制时带来的",
    "Delete it; it usually comes with text copied from web pages",
)
RADICAL = Code(
    "L136",
    Severity.ERROR,
    "用了部首字符“{character}”（{code}，{count} 处，行 {lines}），它不是汉字，检索不到",
    "uses the radical sign “{character}” ({code}, {count} times, line {lines}), which is not the character itself",
    "写成汉字“{meant}”（{meant_code}）",
    "Write the character “{meant}” ({meant_code}) instead",
)
UNASSIGNED = Code(
    "L137",
    Severity.WARNING,
    "有尚未规定的码位 {code}（{count} 处，行 {lines}）",
    "holds the unassigned code point {code} ({count} times, line {lines})",
    "核对原稿；多半是转换错误",
    "Compare with the manuscript; it is probably an error of conversion",
)
RADICAL_ALONE = Code(
    "L138",
    Severity.WARNING,
    "用了部首字符“{character}”（{code}，{count} 处，行 {lines}），它不是汉字，检索不到",
    "uses the radical sign “{character}” ({code}, {count} times, line {lines}), which is not a character",
    "若是讲部首，可以保留；若是文字，换成同形的汉字",
    "Keep it where the text speaks of radicals; in a word use the character of the same shape",
)
BIDI_OVERRIDE = Code(
    "L139",
    Severity.ERROR,
    "有看不见的书写方向控制符 {code}（{count} 处，行 {lines}），它会打乱后面文字的次序",
    "holds the invisible direction control {code} ({count} times, line {lines}), which upsets the text after it",
    "请删去；要夹排从右到左的文字，用成对的隔离符 U+2067 和 U+2069",
    "Delete it; text from right to left goes between the isolates U+2067 and U+2069",
)
BIDI_UNBALANCED = Code(
    "L140",
    Severity.ERROR,
    "书写方向的隔离符 {code} 在本段里没有配对",
    "the direction isolate {code} has no partner in this paragraph",
    "补上另一半（U+2069 与 U+2066–2068 成对），或删去",
    "Add the other one (U+2069 ends U+2066–2068) or delete it",
)
DUPLICATE_ID = Code(
    "L150",
    Severity.ERROR,
    "标识“{id}”重复（另一处在 {first}）",
    "the id “{id}” is used twice (the other place: {first})",
    "改掉其中一个，全书的 {{#标识}} 不能相同",
    "Change one of them: an id must be unique in the whole book",
)
RESERVED_ID = Code(
    "L151",
    Severity.ERROR,
    "标识“{id}”是书名页等自动页面用的",
    "the id “{id}” belongs to a page that the tool makes",
    "换一个，例如 {{#{id}-1}}",
    "Choose another, for example {{#{id}-1}}",
)
DEAD_LINK = Code(
    "L152",
    Severity.ERROR,
    "链接指向“#{id}”，书里没有这个标识",
    "the link leads to “#{id}”, which does not exist in the book",
    "{near_zh}",
    "{near_en}",
)
PART_NOTES = Code(
    "L153",
    Severity.ERROR,
    "篇章页上的文字不能有脚注",
    "the text on a part title page cannot have footnotes",
    "把注文并入正文，或把这段文字移到本篇第一章",
    "Work the note into the text, or move the text to the first chapter of the part",
)
PART_TITLE = Code(
    "L154",
    Severity.ERROR,
    "篇章页文件里的标题“{title}”与 part: 的“{part}”不同",
    "the title “{title}” in the file of the part differs from part: “{part}”",
    "改成一致，或删去文件里的标题：印出来的是 part: 的写法",
    "Make them agree or remove the title from the file: what is printed is part:",
)
PART_EMPTY = Code(
    "L155",
    Severity.WARNING,
    "“{part}”这一篇没有章",
    "the part “{part}” has no chapters",
    "在 chapters: 下列出本篇各章，或删去这一篇",
    "List its chapters under chapters:, or remove the part",
)
TERM_HEADER = Code(
    "L160",
    Severity.ERROR,
    "词语表的首行要写版本代码，其中要有原文的 {source}",
    "the first line of a term list names the variants, and must name that of the text, {source}",
    "首行例如：zh-Hans<TAB>zh-Hant-TW<TAB>note，用制表符分开",
    "For example: zh-Hans<TAB>zh-Hant-TW<TAB>note, separated by tabs",
)
TERM_TAG = Code(
    "L161",
    Severity.ERROR,
    "词语表首行里不认识的一栏“{tag}”",
    "the first line of the term list has an unknown column “{tag}”",
    "{near_zh}",
    "{near_en}",
)
TERM_COLUMNS = Code(
    "L162",
    Severity.ERROR,
    "这一行有 {found} 栏，首行有 {expected} 栏",
    "this line has {found} columns, the first line {expected}",
    "栏与栏之间用一个制表符（Tab），不能用空格或逗号；空着的栏也要留制表符",
    "Columns are separated by one tab, not by spaces or commas; an empty column needs its tab too",
)
TERM_EMPTY = Code(
    "L163",
    Severity.ERROR,
    "这一行没有原文词语",
    "this line lacks the term itself",
    "补上“{source}”一栏，或删去这一行",
    "Fill in the column “{source}” or remove the line",
)
READING_COLUMNS = Code(
    "L165",
    Severity.ERROR,
    "这一行没有读音：“{line}”",
    "this line has no reading: “{line}”",
    "写词语、一个制表符（Tab）、各字的读音，例如：重重<TAB>chóng chóng",
    "Write the phrase, one tab, and its readings, for example: 重重<TAB>chóng chóng",
)
READING_SYLLABLE = Code(
    "L166",
    Severity.ERROR,
    "“{syllable}”不是汉语拼音的音节",
    "“{syllable}” is no syllable of Mandarin",
    "写带调号的拼音（háng）、数字标调（hang2）或注音符号（ㄏㄤˊ）",
    "Write pinyin with tone marks (háng) or digits (hang2), or zhuyin (ㄏㄤˊ)",
)
READING_COUNT = Code(
    "L167",
    Severity.ERROR,
    "“{phrase}”有 {size} 个字，读音却有 {readings} 个",
    "“{phrase}” has {size} characters but {readings} readings",
    "每个字一个读音，用空格分开",
    "Give one reading for each character, with spaces between them",
)
READING_SURPLUS = Code(
    "L168",
    Severity.WARNING,
    "读音后面多出一栏“{text}”，没有用到",
    "there is a surplus column “{text}” behind the readings, which nothing reads",
    "各字的读音之间用空格，不用制表符；备注另写一行，以“#”开头",
    "Put spaces, not tabs, between readings; give a remark a line of its own that begins with “#”",
)
TERM_TWICE = Code(
    "L164",
    Severity.ERROR,
    "词语“{term}”已在 {first} 列过",
    "the term “{term}” is already listed at {first}",
    "只留一处，否则不知道该用哪个写法",
    "Keep one of them, or nobody can tell which form counts",
)

"""What can be wrong with book.yaml (Y1xx)."""

from fuzi.model.report import Code, Severity

SYNTAX = Code(
    "Y101",
    Severity.ERROR,
    "book.yaml 从这里读不下去：{why_zh}",
    "book.yaml cannot be read from here on: {why_en}",
    "{mend_zh}",
    "{mend_en}",
)
EMPTY = Code(
    "Y102",
    Severity.ERROR,
    "book.yaml 是空的",
    "book.yaml is empty",
    "至少写一行书名，例如：title: 我的书",
    "Write the title at least, for example: title: My book",
)
NOT_MAPPING = Code(
    "Y103",
    Severity.ERROR,
    "book.yaml 的最外层应当是一行行的“键: 值”",
    "the outermost level of book.yaml must be lines of “key: value”",
    "写成 title: 书名 的样子；冒号用半角，冒号后面空一格",
    "Write lines like “title: My book”: an ASCII colon, then a space",
)
ANCHOR = Code(
    "Y104",
    Severity.ERROR,
    "book.yaml 不接受 YAML 的锚点和引用（{text}）",
    "book.yaml takes no YAML anchors and aliases ({text})",
    "把内容直接再写一遍；如果这是正文里的符号，请给整个值加上引号",
    "Write the content out again; if the sign belongs to the text, put quotes around the whole value",
)
TAG = Code(
    "Y105",
    Severity.ERROR,
    "book.yaml 不接受 YAML 的类型标签（{text}）",
    "book.yaml takes no YAML tags ({text})",
    "删去标签；如果感叹号是正文，请给整个值加上引号",
    "Remove the tag; if the exclamation mark belongs to the text, put quotes around the whole value",
)
DUPLICATE_KEY = Code(
    "Y106",
    Severity.ERROR,
    "“{key}”在同一处写了两次（上一次在第 {line} 行）",
    "“{key}” is given twice in the same place (before: line {line})",
    "只留一个：两个里面只有一个会生效，另一个会悄悄丢掉",
    "Keep one of them: only one could count, and the other would be lost unseen",
)
DOCUMENTS = Code(
    "Y107",
    Severity.ERROR,
    "book.yaml 里有第二份文档（“---”之后）",
    "book.yaml holds a second document (after “---”)",
    "一本书只写一份；删去“---”，或把后面的内容并到前面",
    "One book, one document: remove the “---” or join what follows to what precedes",
)
TOO_LARGE = Code(
    "Y108",
    Severity.ERROR,
    "book.yaml 有 {size} 字节，超过上限 {limit} 字节",
    "book.yaml has {size} bytes, more than the limit of {limit}",
    "正文应放在 text/ 里，book.yaml 只写书的著录信息",
    "The text belongs in text/; book.yaml only holds what the book says of itself",
)
TOO_DEEP = Code(
    "Y109",
    Severity.ERROR,
    "book.yaml 在这里嵌套超过 {limit} 层",
    "book.yaml is nested more than {limit} levels deep here",
    "检查括号和缩进；著录信息用不到这么多层",
    "Look at the brackets and the indentation; no field needs so many levels",
)
KEY_NOT_TEXT = Code(
    "Y110",
    Severity.ERROR,
    "这里的键不是一个词",
    "the key here is not a word",
    "键写成一个英文词，例如 title；不要用 ? 、[ ] 或 { } 开头",
    "Write the key as one word such as title; it must not begin with ?, [ or {{",
)
UNKNOWN_KEY = Code(
    "Y111",
    Severity.ERROR,
    "不认识的键“{key}”",
    "unknown key “{key}”",
    "{near_zh}",
    "{near_en}",
)
MISSING_KEY = Code(
    "Y112",
    Severity.ERROR,
    "缺少必填的“{key}”",
    "“{key}” is required and missing",
    "补上一行 {name}: …",
    "Add a line {name}: …",
)
WRONG_SHAPE = Code(
    "Y113",
    Severity.ERROR,
    "“{key}”应当是{expected_zh}，这里却是{found_zh}",
    "“{key}” should be {expected_en}, but is {found_en}",
    "{mend_zh}",
    "{mend_en}",
)
WRONG_VALUE = Code(
    "Y114",
    Severity.ERROR,
    "“{key}”的值“{value}”不对：应当是{expected_zh}",
    "“{key}” has the value “{value}”; it should be {expected_en}",
    "请改成{mend_zh}",
    "Change it to {mend_en}",
)
EMPTY_ITEM = Code(
    "Y115",
    Severity.ERROR,
    "“{key}”里有一项是空的",
    "an item of “{key}” is empty",
    "补上内容，或删去这一项",
    "Fill it in or remove it",
)
NO_NAMES = Code(
    "Y116",
    Severity.ERROR,
    "“{role}”后面没有人名",
    "no names are given for “{role}”",
    "写成 names: [姓名, 姓名]，或删去这一条",
    "Write names: [name, name], or remove the entry",
)
ISBN_FORM = Code(
    "Y120",
    Severity.ERROR,
    "ISBN“{isbn}”的写法不对",
    "the ISBN “{isbn}” is malformed",
    "写 13 位（或旧的 10 位）数字，用半角连字符分段，前面不写“ISBN”，例如 978-7-201-05510-7",
    "Write 13 (or the old 10) digits with hyphens and without the word “ISBN”, for example 978-7-201-05510-7",
)
ISBN_CHECK = Code(
    "Y121",
    Severity.ERROR,
    "ISBN“{isbn}”的校验码不对：按前面的数字应当是 {digit}",
    "the ISBN “{isbn}” has a wrong check digit: the other digits call for {digit}",
    "与出版社下达的书号逐位核对，多半是抄错了一位",
    "Compare it with the number that was assigned, digit by digit; one of them has probably been miscopied",
)
ISBN_HYPHENS = Code(
    "Y122",
    Severity.WARNING,
    "ISBN“{isbn}”的分段与号段不符（仍照原样印出）",
    "the hyphens of the ISBN “{isbn}” do not follow the registered ranges (printed as written all the same)",
    "按号段应写作 {right}",
    "By the ranges it is written {right}",
)
ISBN_PLAIN = Code(
    "Y124",
    Severity.NOTE,
    "ISBN“{isbn}”没有分段（照原样印出）",
    "the ISBN “{isbn}” is written without hyphens (and printed so)",
    "按国家标准应分段印，写作 {right}",
    "The standard prints it divided: {right}",
)
ISBN_CIP = Code(
    "Y123",
    Severity.ERROR,
    "isbn 是“{isbn}”，CIP 数据（{where}）里却是“{cip}”",
    "isbn is “{isbn}”, but the CIP text ({where}) has “{cip}”",
    "两处必须一致：CIP 数据照核发的原文，书号照书号实名单",
    "Both must agree: take the CIP text as issued and the number as assigned",
)
ISBN_WIDE = Code(
    "Y125",
    Severity.ERROR,
    "ISBN“{isbn}”用了全角的数字或连字符",
    "the ISBN “{isbn}” is written with full-width digits or hyphens",
    "改用半角：{right}",
    "Write it in ASCII: {right}",
)
ISBN_SHARED = Code(
    "Y126",
    Severity.WARNING,
    "电子书的 ISBN“{isbn}”与印刷版相同",
    "the e-book has the same ISBN “{isbn}” as the print edition",
    "每种产品形式各用一个书号（GB/T 5795）：填电子书自己的书号；没有就写 isbn: none",
    "Each product form needs a number of its own (GB/T 5795): give that of the e-book, or isbn: none",
)
ISBN_EPUB = Code(
    "Y127",
    Severity.NOTE,
    "电子书没有自己的 ISBN，沿用了“{isbn}”",
    "the e-book has no ISBN of its own and takes over “{isbn}”",
    "在 editions 的 epub 下写 isbn: 电子书的书号；没有就写 isbn: none",
    "Give the number of the e-book as isbn under epub in editions, or isbn: none",
)
SHEETS_UNCOUNTED = Code(
    "Y128",
    Severity.WARNING,
    "写了 sheets: auto，却没有 sheet（用纸），算不出印张，版权页上不会有这一项",
    "sheets is auto, but there is no sheet to count with: the copyright page will lack this line",
    "补上全张纸的尺寸和开数，例如 sheet: 880×1230 1/32；或直接写出印张数",
    "Add the full sheet and its leaves, for example sheet: 880×1230 1/32, or give the number of sheets itself",
)
TRIM_FORM = Code(
    "Y130",
    Severity.ERROR,
    "看不懂成品尺寸“{value}”",
    "cannot read the trim size “{value}”",
    "写宽×高，单位毫米，例如 trim: 147×210；或写开本的名字：大32开、32开、16开、A5 等",
    "Write width × height in millimetres, for example trim: 147×210, or a name: 大32开, 32开, 16开, A5 …",
)
TRIM_RANGE = Code(
    "Y131",
    Severity.ERROR,
    "成品尺寸 {value} 毫米超出范围（宽 {narrowest}–{most} 毫米，高 {lowest}–{most} 毫米）",
    "the trim size {value} mm is out of range (width {narrowest}–{most} mm, height {lowest}–{most} mm)",
    "常用的有 147×210（大32开）、170×240、185×260（16开）、210×297；请确认单位是毫米",
    "Common ones are 147×210, 170×240, 185×260 and 210×297; make sure that the unit is the millimetre",
)
SHEET_FORM = Code(
    "Y132",
    Severity.ERROR,
    "看不懂开本用纸“{value}”",
    "cannot read the sheet “{value}”",
    "写全张纸的尺寸和开数，例如 sheet: 880×1230 1/32",
    "Write the size of the full sheet and its leaves, for example sheet: 880×1230 1/32",
)
PRICE_FORM = Code(
    "Y133",
    Severity.ERROR,
    "看不懂定价“{value}”",
    "cannot read the price “{value}”",
    "写金额和货币，例如 25.00 CNY、25.00元、250 TWD、NT$250、88 HKD",
    "Write amount and currency, for example 25.00 CNY, 25.00元, 250 TWD, NT$250, 88 HKD",
)
CURRENCY = Code(
    "Y134",
    Severity.ERROR,
    "不认识的货币“{value}”",
    "unknown currency “{value}”",
    "用三个字母的货币代码：{known}",
    "Use the code of three letters: {known}",
)
DATE_FORM = Code(
    "Y135",
    Severity.ERROR,
    "“{key}”的日期“{value}”不对",
    "“{key}” has a wrong date “{value}”",
    "写年和月，例如 2007-06（2007年6月）",
    "Write year and month, for example 2007-06",
)
DATE_ORDER = Code(
    "Y136",
    Severity.ERROR,
    "“{later}”（{later_date}）早于“{earlier}”（{earlier_date}）",
    "“{later}” ({later_date}) lies before “{earlier}” ({earlier_date})",
    "先后应当是：第1版 first_edition，本版 edition_date，本次印刷 impression_date",
    "The order is first_edition, then edition_date, then impression_date",
)
EDITION_UNKNOWN = Code(
    "Y140",
    Severity.ERROR,
    "editions 里不认识“{key}”",
    "editions knows no “{key}”",
    "{near_zh}",
    "{near_en}",
)
EDITION_UNLISTED = Code(
    "Y141",
    Severity.WARNING,
    "editions 里给了“{key}”，但 variants 里没有这个版本，默认不会制作",
    "editions speaks of “{key}”, but variants does not list it, so it is not built by default",
    "{near_zh}",
    "{near_en}",
)
ENCODING_UNKNOWN = Code(
    "Y150",
    Severity.ERROR,
    "不认识的文字编码“{value}”",
    "unknown encoding “{value}”",
    "可以写：{known}",
    "It may be one of: {known}",
)

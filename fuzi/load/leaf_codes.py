"""What can be wrong with the size of a book, its title leaf and its CIP data (L20x–L22x)."""

from fuzi.model.report import Code, Severity

TRIM_AMBIGUOUS = Code(
    "L200",
    Severity.NOTE,
    "“{name}”不止一种尺寸，这里取最常用的 {taken} 毫米",
    "“{name}” is the name of more than one size; the commonest is taken, {taken} mm",
    "要另一种，请直接写尺寸：trim: {other}，或写上它的用纸 sheet: {sheet}",
    "For the other write its measures, trim: {other}, or its sheet, sheet: {sheet}",
)
AREA_ROOM = Code(
    "L201",
    Severity.ERROR,
    "版心 {area} 在 {trim} 毫米的页面上放不下：最窄的一边只剩 {margin} 毫米（至少要 {least} 毫米）",
    "the type area {area} does not fit a page of {trim} mm: the narrowest margin is {margin} mm (at least {least} mm)",
    "字号 {size} 磅、行距 {leading} 磅时，最大可以写 type_area: {largest}；"
    "或者减小 typesetting 的 size、leading，换大一点的 trim",
    "With type of {size} pt and leading of {leading} pt the largest is type_area: {largest}; or reduce size or leading "
    "under typesetting, or take a larger trim",
)
AREA_SMALL = Code(
    "L202",
    Severity.ERROR,
    "版心 {area} 太小：每行至少 {characters} 字，每面至少 {lines} 行",
    "the type area {area} is too small: a line has {characters} characters at least, a page {lines} lines",
    "{trim} 毫米的页面最大可以写 type_area: {largest}；常用的是 {usual}",
    "On a page of {trim} mm the largest is type_area: {largest}; usual is {usual}",
)
PRICE_HANZI = Code(
    "L203",
    Severity.ERROR,
    "定价“{value}”是汉字数目，读不成金额",
    "the price “{value}” is written in hanzi and cannot be read as an amount",
    "定价用阿拉伯数字和货币写：price: {right}",
    "Write a price in figures with its currency: price: {right}",
)
PRICE_BARE = Code(
    "L204",
    Severity.ERROR,
    "定价“{value}”没有写货币",
    "the price “{value}” has no currency",
    "写明是哪一种货币：{value} CNY（或 {value}元）、{value} TWD、{value} HKD",
    "Say in which currency: {value} CNY, {value} TWD, {value} HKD",
)
CIP_LACKS = Code(
    "L210",
    Severity.WARNING,
    "CIP 数据缺少{zh}",
    "the CIP data lack {en}",
    "四部分依次是：“图书在版编目（CIP）数据”、著录数据、检索数据（Ⅰ.…）、核字号；照核发的原文补齐",
    "The four parts are the heading, the description, the retrieval line (Ⅰ.…) and the number; supply what was issued",
)
CIP_BLANK = Code(
    "L211",
    Severity.WARNING,
    "CIP 数据的{zh}前面没有空行",
    "there is no blank line before {en} of the CIP data",
    "四部分之间各空一行（GB/T 12451-2023，8.3）：在这一行前面加一个空行",
    "The four parts have a blank line between them (GB/T 12451-2023, 8.3): add one before this line",
)
CIP_SIGN = Code(
    "L212",
    Severity.WARNING,
    "CIP 数据里的项目标识符写成了“{found}”，应当是“.—”",
    "the sign before an area of the CIP data is written “{found}”, it should be “.—”",
    "与核发的原文核对：一个半角的点，一个破折号（U+2014），中间没有空格。付梓不替您改",
    "Compare with the text as issued: a full stop and one dash (U+2014) without a space. fuzi does not "
    "change it for you",
)
CIP_SPACE = Code(
    "L213",
    Severity.WARNING,
    "CIP 数据里有多余的空格，共 {count} 处，第一处在“{around}”",
    "the CIP data have {count} spaces that do not belong there, the first in “{around}”",
    "与核发的原文核对，删去汉字和标点旁边的空格。付梓不替您改",
    "Compare with the text as issued and take out the spaces beside hanzi and marks. fuzi does not change it for you",
)
CIP_NUMBER = Code(
    "L214",
    Severity.WARNING,
    "CIP 核字号“{found}”的写法不对",
    "the CIP number “{found}” is not in any of its forms",
    "新式：中国国家版本馆CIP数据核字第2025NK7093号；旧式：中国版本图书馆CIP数据核字（2010）第234567号。照核发的原文写",
    "New: 中国国家版本馆CIP数据核字第2025NK7093号; old: 中国版本图书馆CIP数据核字（2010）第234567号. Copy it as issued",
)
CIP_TITLE = Code(
    "L215",
    Severity.WARNING,
    "“{field}”是“{own}”，CIP 数据（{where}）里却是“{cip}”",
    "“{field}” is “{own}”, but the CIP data ({where}) have “{cip}”",
    "扉页、版权页、CIP 数据的书名要一字不差：照核发的改 book.yaml，或向出版社申请更改 CIP 数据",
    "Title page, copyright page and CIP data must agree to the letter: change book.yaml, or have the CIP data reissued",
)
CIP_AUTHOR = Code(
    "L216",
    Severity.WARNING,
    "责任者“{own}”在 CIP 数据（{where}）的责任说明“{cip}”里找不到",
    "“{own}” is not in the statement of responsibility “{cip}” of the CIP data ({where})",
    "扉页、版权页、CIP 数据的责任者要一致：核对姓名，有错的一处改正",
    "Title page, copyright page and CIP data must name the same people: compare the names and mend the wrong one",
)
CIP_ROLE = Code(
    "L217",
    Severity.WARNING,
    "“{name}”的责任方式是“{own}”，CIP 数据（{where}）里却是“{cip}”",
    "“{name}” has the role “{own}”, but the CIP data ({where}) have “{cip}”",
    "著、编、编著、主编不能混用：与 CIP 数据改成一样",
    "著, 编, 编著 and 主编 are not the same: make it agree with the CIP data",
)
CIP_SERIES = Code(
    "L218",
    Severity.WARNING,
    "CIP 数据里{zh}丛书“{name}”",
    "in the CIP data the series “{name}” {en}",
    "丛书名写在圆括号里：.—（{name}）；与核发的原文核对，或改正 series",
    "The series stands in round brackets, .—（{name}）; compare with the text as issued, or mend series",
)
BEFORE_CIP = Code(
    "L219",
    Severity.WARNING,
    "本版的日期 {date} 早于 CIP 数据（{where}）的 {cip}",
    "the date of this edition, {date}, lies before that of the CIP data ({where}), {cip}",
    "书不会先于 CIP 数据出版：核对 printing 里的日期",
    "No book is published before its CIP data: compare the dates under printing",
)
PLACE_MISSING = Code(
    "L220",
    Severity.WARNING,
    "没有出版地，扉页上的“{name}”看不出在哪里",
    "there is no place of publication, and “{name}” on the title page does not show it",
    "扉页要有出版者的全名和所在地（GB/T 12450-2001）：在 publisher 下写 place: {guess}",
    "A title page has the publisher's full name and place (GB/T 12450-2001): write place: {guess} under publisher",
)
PINYIN_MISSING = Code(
    "L221",
    Severity.WARNING,
    "没有汉语拼音书名",
    "there is no title in pinyin",
    "书名要加注汉语拼音（GB 3259-92），按词连写，例如 pinyin_title: Fuzi Ba Yi Bu Shugao Zuocheng Shu",
    "A title is also given in pinyin (GB 3259-92), written by words, for example pinyin_title: Hongloumeng Yanjiu",
)
RECORD_LACKS = Code(
    "L222",
    Severity.NOTE,
    "版本记录还缺：{zh}",
    "the record of the copyright page still lacks {en}",
    "付印前补齐（GB/T 12450-2001）；确实没有的，不必写",
    "Supply them before the book goes to press (GB/T 12450-2001); what does not exist need not be written",
)
UNSHOWN = Code(
    "L223",
    Severity.WARNING,
    "{tag} 的版权页不印“{field}”，这里写的用不上",
    "the copyright page of {tag} has no “{field}”: what stands here is not printed",
    "大陆版的 CIP 数据写在 cip，台湾、香港版的预行编目资料写在 cataloguing：改用“{other}”，或删去",
    "CIP data of the mainland belong under cip, those of the libraries of Taiwan and Hong Kong under cataloguing: use "
    "“{other}”, or remove it",
)

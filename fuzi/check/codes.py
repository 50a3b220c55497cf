"""What the checks can say (C1xx)."""

from fuzi.check.figure_codes import *  # noqa: F403
from fuzi.check.press_codes import *  # noqa: F403
from fuzi.model.report import Code, Severity

TEXT_LOST = Code(
    "C101",
    Severity.ERROR,
    "{edition}：成品里找不到这段文字：“{passage}”",
    "{edition}: this passage is missing from the finished file: “{passage}”",
    "这一版没有发布，旧版原样保留。请看这一处有没有特别的标记或过长的内容；"
    "若看不出原因，请把这一段连同 book.yaml 报告给我们",
    "This edition was not published and the old one is untouched. Look for unusual markup or very long content here; "
    "if you see none, report this passage together with book.yaml",
)

SECTION_LOST = Code(
    "C102",
    Severity.ERROR,
    "{edition}：成品里整节缺失：{title}",
    "{edition}: a whole section is missing from the finished file: {title}",
    "这一版没有发布，旧版原样保留。请报告给我们",
    "This edition was not published and the old one is untouched. Please report it",
)

GAP = Code(
    "C103",
    Severity.WARNING,
    "此处缺文：{text}",
    "text is missing here: {text}",
    "补上原文后删去 :::缺文 记号",
    "Supply the text and remove the :::gap mark",
)

LEAF_LACKS = Code(
    "C104",
    Severity.ERROR,
    "{edition}：书名页和版本记录页上找不到 {field} 的内容：“{passage}”",
    "{edition}: the title leaf lacks what {field} says: “{passage}”",
    "这一版没有发布，旧版原样保留。多半是版本记录页内容太多、排不下：请缩短 notices、rights 等项",
    "This edition was not published and the old one is untouched. The copyright page is probably too full: shorten "
    "notices, rights and the like",
)

LEAF_ORDER = Code(
    "C170",
    Severity.WARNING,
    "{edition}：版本记录页上，{later} 排到了 {earlier} 前面",
    "{edition}: on the copyright page {later} stands before {earlier}",
    "GB/T 12450-2001 的次序是：版权说明、CIP 数据、版本记录（责任人、出版发行者、载体形态、印刷发行）。"
    "多半是自己的主题改了 sections/copyright.j2，照此改回",
    "The order of GB/T 12450-2001 is rights, CIP data, record (responsibility, publication, physical description, "
    "printing history). A theme of your own has probably changed sections/copyright.j2: put it back in this order",
)

LEAF_ASTRAY = Code(
    "C171",
    Severity.WARNING,
    "{edition}：版权页不在{zh}",
    "{edition}: the copyright page is not on the {en}",
    "这一版的习惯是排在那里。多半是自己的主题改了分页或去掉了扉页，照 base 主题改回",
    "That is where this region has it. A theme of your own has probably changed the page breaks or left out the title "
    "page: follow the base theme",
)

TITLE_PAGE_LACKS = Code(
    "C172",
    Severity.WARNING,
    "{edition}：扉页上找不到 {field}：“{passage}”",
    "{edition}: the title page lacks {field}: “{passage}”",
    "扉页要有书名、责任者和出版者（GB/T 12450-2001）。多半是自己的主题改了 sections/title.j2，补上这一项",
    "A title page has the title, the people who answer for the book and the publisher (GB/T 12450-2001). A theme of "
    "your own has probably changed sections/title.j2: add this",
)

RAGGED = Code(
    "C120",
    Severity.WARNING,
    "{edition}：第 {page} 面有一行右端不齐，差 {miss} 磅：“{text}”",
    "{edition}: a line on page {page} misses the right edge by {miss} pt: “{text}”",
    "正数是短了，负数是长了。多半是这一行有不能断开的长词、网址、图；把它改短、换个位置，或在长词里加一个可断处",
    "Positive is short, negative long. There is probably a word, address or picture in this line that cannot be "
    "broken: shorten or move it",
)

UNEVEN_LEFT = Code(
    "C121",
    Severity.WARNING,
    "{edition}：第 {page} 面有一行左端不齐，差 {miss} 磅：“{text}”",
    "{edition}: a line on page {page} misses the left edge by {miss} pt: “{text}”",
    "文字没有缺失。若行首没有图，请把这一段报告给我们",
    "No text is lost. If the line does not begin with a picture, please report the paragraph",
)

KINSOKU = Code(
    "C122",
    Severity.WARNING,
    "{edition}：第 {page} 面的换行违反避头尾：“{text}”（│ 处换行）",
    "{edition}: a line break on page {page} is forbidden: “{text}” (broken at │)",
    "这一处前后有不能断开的内容，没有别的断法；把句子改动几个字，通常就好了",
    "Something unbreakable stands around it and left no other break; changing a few characters usually helps",
)

HOLE = Code(
    "C123",
    Severity.WARNING,
    "{edition}：第 {page} 面有一行空隙太大，最宽处 {gap} 字：“{text}”",
    "{edition}: a line on page {page} has gaps of up to {gap} em: “{text}”",
    "下一行开头多半是断不开的长词或网址；把它改短，或挪动它前后的字句",
    "The next line probably begins with a long word or address; shorten it, or change the words around it",
)

LOOSE_MARKS = Code(
    "C124",
    Severity.WARNING,
    "{edition}：第 {page} 面相邻的标点没有靠拢：“{text}”相距 {distance} 字",
    "{edition}: adjacent marks on page {page} are not brought together: “{text}” stand {distance} em apart",
    "两个标点多半不是同一种字体或字号；文字没有缺失",
    "The two marks are probably of different fonts or sizes; no text is lost",
)

ORPHAN = Code(
    "C125",
    Severity.WARNING,
    "{edition}：第 {page} 面有孤字，末行只有“{text}”",
    "{edition}: a paragraph on page {page} ends in a line of one character: “{text}”",
    "在这一段里增删一两个字",
    "Add or take away a character or two in this paragraph",
)

OFF_GRID = Code(
    "C126",
    Severity.WARNING,
    "{edition}：第 {page} 面从“{text}”起不在行格上，差 {offset} 磅",
    "{edition}: page {page} leaves the grid of lines by {offset} pt from “{text}” on",
    "正反两面的行对不齐。看看它前面的图、表、公式是不是改过高度",
    "The lines of the two sides of the leaf do not meet. See whether the height of a figure, table or formula before "
    "it was changed",
)

NOTE_ASTRAY = Code(
    "C127",
    Severity.WARNING,
    "{edition}：第 {page} 面的注码与注文对不上：正文“{call}”，注文“{mark}”",
    "{edition}: a call and its note on page {page} do not agree: “{call}” in the text, “{mark}” in the note",
    "请把这一段连同它的注报告给我们",
    "Please report the paragraph together with its note",
)

WIDER_THAN_MEASURE = Code(
    "C128",
    Severity.WARNING,
    "{edition}：第 {page} 面的“{text}”断不开，比行长宽 {excess} 磅",
    "{edition}: “{text}” on page {page} cannot be broken and is {excess} pt wider than its measure",
    "把它改短，或分成几段",
    "Shorten it, or divide it",
)

LEFT_SHORT = Code(
    "C130",
    Severity.WARNING,
    "{edition}：第 {page} 面有一行短了 {miss} 磅：下一行开头的“{text}”断不开，这里放不下",
    "{edition}: a line on page {page} is left {miss} pt short: “{text}” on the next line cannot be broken and has no "
    "room here",
    "把它改短，或挪动它前面的字句",
    "Shorten it, or change the words before it",
)

COLLISION = Code(
    "C131",
    Severity.WARNING,
    "{edition}：第 {page} 面有一行的注音碰到上一行：“{text}”",
    "{edition}: readings on page {page} touch the line above: “{text}”",
    "加大行距，或把注音的字号改小",
    "Give the lines more leading, or make the readings smaller",
)

OVERLAP = Code(
    "C132",
    Severity.WARNING,
    "{edition}：第 {page} 面有字叠在一起：“{text}”重叠 {overlap} 字",
    "{edition}: characters on page {page} are printed on each other: “{text}” by {overlap} em",
    "文字没有缺失；请把这一段报告给我们",
    "No text is lost; please report the paragraph",
)

MORE_OF_THIS = Code(
    "C129",
    Severity.WARNING,
    "{edition}：{code} 这样的地方还有 {count} 处，没有一一列出",
    "{edition}: there are {count} more places like those of {code}",
    "改好列出的几处再检查一遍",
    "Mend those that are listed and check again",
)

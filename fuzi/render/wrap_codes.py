"""What can go wrong with the barcode and the spine of a wrap (R12x)."""

from fuzi.model.report import Code, Severity

ISBN_NONE = Code(
    "R120",
    Severity.WARNING,
    "没有书号，封底没有条码",
    "there is no ISBN, so the back cover has no barcode",
    "书号下达以后写进 isbn；不公开发行的书可以不理会",
    "Give isbn once it has been assigned; a book that is not sold needs none",
)
ISBN_UNFIT = Code(
    "R121",
    Severity.ERROR,
    "ISBN“{isbn}”不是有效的书号，印不成条码",
    "the ISBN “{isbn}” is not valid, so there can be no barcode",
    "与出版社下达的书号逐位核对",
    "Compare it with the number that was assigned, digit by digit",
)
ISBN_OTHER = Code(
    "R122",
    Severity.WARNING,
    "条码是“{isbn}”，CIP 数据里却是“{cip}”",
    "the barcode has “{isbn}”, but the CIP text has “{cip}”",
    "两处必须一致；繁体版另有书号而没有 CIP 数据时，在 editions 里为它写 cip: none",
    "Both must agree; an edition with a number of its own and no CIP text says cip: none under editions",
)
SPINE_BARE = Code(
    "R123",
    Severity.NOTE,
    "书脊只有 {width} 毫米，不到 {least} 毫米，不印字",
    "the spine is {width} mm, less than {least} mm, and bears no text",
    "书脊字按 GB/T 11668 要 5 毫米以上；这样薄的书不印是通例",
    "GB/T 11668 asks for text from 5 mm on; so thin a book goes without",
)
SPINE_LEFT_OUT = Code(
    "R124",
    Severity.NOTE,
    "书脊（{width} 毫米）放不下，略去了：{parts}",
    "the spine ({width} mm) has no room for: {parts}",
    "书脊按书名、作者、出版者的次序留；要印上，请缩短其他各项",
    "Title, authors and publisher go first; shorten the others to have it printed",
)
SPINE_LACKS = Code(
    "R125",
    Severity.WARNING,
    "书脊（{width} 毫米）放不下必须有的项：{parts}",
    "the spine ({width} mm) has no room for what must stand there: {parts}",
    "GB/T 11668 要求书脊有书名、作者、出版者；请缩短书名，或请人另行设计",
    "GB/T 11668 asks for title, author and publisher on a spine; shorten the title, or have it designed by hand",
)

"""What binding can say of a book (E1xx)."""

from fuzi.model.report import Code, Severity

MALFORMED = Code(
    "E101",
    Severity.ERROR,
    "“{section}”的网页代码不合 XHTML：{detail}",
    "the page “{section}” is not well-formed XHTML: {detail}",
    "如果用了自己的主题，请检查模板里的标签是否都已闭合、& 是否写成 &amp;；否则请报告给我们",
    "With a theme of your own, see that its templates close every tag and write & as &amp;; else please report it",
)

FORBIDDEN_CHARACTER = Code(
    "E102",
    Severity.ERROR,
    "{where}里有电子书不能含有的字符 {character}（在“{context}”处）",
    "{where} holds {character}, which no e-book may contain (near “{context}”)",
    "删去这个看不见的字符，或从原稿重新复制这一段文字",
    "Delete this invisible character, or copy the passage from the manuscript again",
)

UNKNOWN_TARGET = Code(
    "E103",
    Severity.ERROR,
    "“{section}”里的链接 {target} 没有去处",
    "the link {target} in “{section}” leads nowhere",
    "改正链接的名称，或给目标标题加上 {{{target}}}",
    "Correct the name in the link, or give {{{target}}} to the heading that it means",
)

AMBIGUOUS_TARGET = Code(
    "E104",
    Severity.ERROR,
    "“{section}”里的链接 {target} 有不止一个去处：{documents}",
    "the link {target} in “{section}” has more than one target: {documents}",
    "全书各处的标识不要重名，请改掉其中一个",
    "Names must be unique in the book: rename one of them",
)

DUPLICATE_ID = Code(
    "E105",
    Severity.ERROR,
    "“{section}”里标识 {id} 出现了不止一次",
    "the id {id} stands more than once in “{section}”",
    "给其中一处换一个标识",
    "Give one of them another id",
)

BAD_ID = Code(
    "E106",
    Severity.ERROR,
    "“{section}”里的标识“{id}”不能用在电子书里",
    "the id “{id}” in “{section}” cannot be used in an e-book",
    "标识以字母开头，只含字母、数字、连字符、下划线和点",
    "An id begins with a letter and holds letters, digits, hyphens, underscores and dots only",
)

MISSING_ASSET = Code(
    "E107",
    Severity.ERROR,
    "“{section}”用到的图片或文件不在书里：{path}",
    "“{section}” shows a picture or file that is not in the book: {path}",
    "把文件放进书的文件夹再引用；电子书不能从网络取图",
    "Put the file into the book folder; an e-book takes no picture from the network",
)

UNFIT_MEDIA_TYPE = Code(
    "E108",
    Severity.ERROR,
    "电子书不支持这种文件：{path}（{media_type}）",
    "an e-book cannot hold this kind of file: {path} ({media_type})",
    "图片请转成 PNG、JPEG 或 SVG",
    "Convert pictures to PNG, JPEG or SVG",
)

UNFIT_COVER = Code(
    "E109",
    Severity.ERROR,
    "封面不是 JPEG 或 PNG 图片：{path}（{media_type}）",
    "the cover is not a JPEG or PNG picture: {path} ({media_type})",
    "在 book.yaml 的 cover 里改用 JPEG 或 PNG 文件",
    "Name a JPEG or PNG file under cover in book.yaml",
)

LOST_NAVIGATION = Code(
    "E110",
    Severity.ERROR,
    "目录里的“{title}”没有去处（{target}）",
    "the line “{title}” of the contents leads nowhere ({target})",
    "如果用了自己的主题，请检查模板是否保留了标题的标识；否则请报告给我们",
    "With a theme of your own, see that its templates keep the ids of headings; else please report it",
)

DUPLICATE_SECTION = Code(
    "E111",
    Severity.ERROR,
    "有两个部分用了同一个标识 {id}",
    "two sections have the same id {id}",
    "给其中一章换一个文件名或标题标识",
    "Give one of the chapters another file name or heading id",
)

NOTHING_TO_BIND = Code(
    "E112",
    Severity.ERROR,
    "书里没有可以装订的内容，或没有书名",
    "the book has no section to bind, or no title",
    "在 book.yaml 里写上 title，并在 text/ 里至少放一章",
    "Give title in book.yaml and put at least one chapter into text/",
)

PAGE_LOST = Code(
    "E120",
    Severity.ERROR,
    "印刷版的这些页在电子书里没有标出，或次序不对：{pages}",
    "these pages of the print edition are not marked in the e-book, or not in order: {pages}",
    "请把书稿报告给我们；急着出书，可在 book.yaml 里写 page_list: none",
    "Please report the book to us; to go on without a page list, write page_list: none in book.yaml",
)

PAGE_ASTRAY = Code(
    "E121",
    Severity.WARNING,
    "印刷版第 {folio} 页的页首（“{text}”）在电子书里找不到同样的文字，页码标在了它附近",
    "the head of page {folio} of the print edition (“{text}”) was not found in the e-book; its mark stands near by",
    "多半是自己的主题让两种版本的文字有了出入，请比较两边的模板；要么在 book.yaml 里写 page_list: none",
    "Probably a theme of your own gives the two editions different text: compare its templates, or write "
    "page_list: none in book.yaml",
)

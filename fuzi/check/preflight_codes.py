"""What a pre-flight can say beside what the checks of each file say (C149–C159, C180–C189)."""

from fuzi.model.report import Code, Severity

IMAGE_COARSE = Code(
    "C149",
    Severity.ERROR,
    "{edition}：成品第 {page} 面的图只有 {ppi} ppi，要 {least} ppi（{width}×{height} 像素，印成 {across}×{down} 毫米）",
    "{edition}: the picture on leaf page {page} comes to {ppi} ppi, {least} ppi are wanted ({width} × {height} pixels, "
    "{across} × {down} mm in print)",
    "印出来会看见锯齿或模糊。请换成 {wanted} 像素以上的原图；没有大图，就把它排小些",
    "It will look jagged or blurred in print. Use an original of {wanted} pixels or more, or set it smaller",
)
IMAGE_LOW = Code(
    "C150",
    Severity.WARNING,
    "{edition}：成品第 {page} 面的图是 {ppi} ppi，不到 {least} ppi（{width}×{height} 像素，印成 {across}×{down} 毫米）",
    "{edition}: the picture on leaf page {page} comes to {ppi} ppi, less than {least} ppi ({width} × {height} pixels, "
    "{across} × {down} mm in print)",
    "细节会软一些。有 {wanted} 像素以上的原图就换上；在软件里硬放大没有用",
    "Its details will be soft. Use an original of {wanted} pixels or more if there is one; enlarging it does not help",
)
FONT_WHOLE = Code(
    "C151",
    Severity.WARNING,
    "{edition}：字体 {font} 整个嵌进了文件，没有取子集",
    "{edition}: the font {font} is embedded as a whole and not as a subset",
    "文件会很大，也可能违反字体的许可；请用 fuzi build 重新做这个文件",
    "The file is large, and the licence of the font may forbid it; make the file anew with fuzi build",
)
TRIM_SIZE = Code(
    "C152",
    Severity.ERROR,
    "{edition}：成品第 {page} 面的裁切框是 {found} 毫米，应当是 {trim} 毫米",
    "{edition}: the trim box of leaf page {page} is {found} mm, it should be {trim} mm",
    "检查 book.yaml 的 trim；自己的主题不要写 @page 的 size",
    "Check trim in book.yaml; a theme of your own must not set the size of @page",
)
MIXED_TEXT = Code(
    "C153",
    Severity.WARNING,
    "{edition}：成品第 {page} 面有 {size} 磅的字要用几色油墨（{inks}）叠印",
    "{edition}: type of {size} pt on leaf page {page} is printed in several inks ({inks})",
    "套印差一丝，小字就会发虚、有彩边。把插图或主题里小于 {least} 磅的字改成黑或灰，只用黑版",
    "If the plates are off by a hair, small type is blurred and fringed. Make type below {least} pt in figures or in "
    "the theme black or grey, which needs the black plate alone",
)
LIVE_TRANSPARENCY = Code(
    "C154",
    Severity.NOTE,
    "{edition}：成品第 {page} 面有半透明的内容",
    "{edition}: something on leaf page {page} is transparent",
    "PDF/X-4 允许半透明，由印刷厂拼合。打样时请细看这一面；要稳妥，就在插图里改成不透明的颜色",
    "PDF/X-4 allows transparency, and the printing house flattens it. Look at this page in the proof; to be safe use "
    "opaque colours in the figure",
)
BLANK_ASTRAY = Code(
    "C155",
    Severity.WARNING,
    "{edition}：成品第 {page} 面是空白的，这里不该有空白面",
    "{edition}: leaf page {page} is empty, where no empty page is expected",
    "空白面只该在篇章起于右页之前的左页，和书末补足书帖的地方。看看这里前后是不是有空的章节，或主题多分了一页",
    "Empty pages belong on the verso before a chapter or part that opens on a recto, and at the end of the last "
    "signature. See whether a chapter here is empty or the theme breaks one page too many",
)
FOLDED_PAGES = Code(
    "C156",
    Severity.ERROR,
    "{style}要 4 的倍数，这本书是 {pages} 面",
    "a book that is stitched through the back ({style}) needs a multiple of 4 pages, this one has {pages}",
    "在 press 里写 signature: 4，由付梓补足空白面，或增删文字到 {total} 面",
    "Write signature: 4 under press, and fuzi adds the empty pages, or edit the text to {total} pages",
)
HEAD_MISSING = Code(
    "C157",
    Severity.WARNING,
    "{edition}：成品第 {page} 面没有书眉",
    "{edition}: leaf page {page} has no running head",
    "别的面都有。多半是这一章没有标题，或自己的主题漏了这一种页面",
    "The others have. This chapter probably has no title, or a theme of your own leaves out this kind of page",
)
HEAD_WRONG = Code(
    "C158",
    Severity.ERROR,
    "{edition}：成品第 {page} 面的书眉是“{head}”，这一章里没有这个标题",
    "{edition}: the running head of leaf page {page} is “{head}”, which is no title of its chapter",
    "书眉应当是书名、篇名，或这一章的标题。多半是自己的主题改了 string-set，照 base 主题改回",
    "It should be the title of the book, of the part, or one of this chapter. A theme of your own has probably changed "
    "string-set: follow the base theme",
)
FOLIO_ASTRAY = Code(
    "C159",
    Severity.ERROR,
    "{edition}：成品第 {page} 面印的页码是“{found}”，应当是“{folio}”",
    "{edition}: the folio printed on leaf page {page} is “{found}”, it should be “{folio}”",
    "页码断了或重了，目录和索引就对不上。多半是自己的主题改了 counter-reset，照 base 主题改回",
    "With folios lost or doubled, contents and index are wrong. A theme of your own has probably changed "
    "counter-reset: follow the base theme",
)
BARCODE_NONE = Code(
    "C180",
    Severity.ERROR,
    "{edition}：有书号 {isbn}，封面上却读不出条码",
    "{edition}: the book has the ISBN {isbn}, but no barcode can be read on its cover",
    "条码要印在浅色上，每条线不短于 8 毫米。多半是自己的主题改了 sections/wrap.j2 或 wrap.css，照 base 主题改回",
    "It must stand on a light ground, with bars of 8 mm or more. A theme of your own has probably changed "
    "sections/wrap.j2 or wrap.css: follow the base theme",
)
BARCODE_DIFFERS = Code(
    "C181",
    Severity.ERROR,
    "{edition}：封面的条码读出来是 {found}，书号是 {isbn}",
    "{edition}: the barcode on the cover reads {found}, the ISBN is {isbn}",
    "请重新做封面；若还是这样，把这本书的 book.yaml 发给我们",
    "Make the cover anew; if it stays so, please send us the book.yaml of this book",
)
BARCODE_QUIET = Code(
    "C182",
    Severity.WARNING,
    "{edition}：条码两侧的空白是 {left} 和 {right} 个模块宽，要 {least_left} 和 {least_right}",
    "{edition}: the light margins of the barcode are {left} and {right} modules wide, {least_left} and {least_right} "
    "are wanted",
    "空白不够，扫描枪会读不出。把条码旁边的文字或图移开（GB/T 12906）",
    "Scanners may fail to read it. Move the text or picture beside it away (GB/T 12906)",
)
COVER_SIZE = Code(
    "C183",
    Severity.ERROR,
    "{edition}：封面的裁切框是 {found} 毫米，按成品、书脊和勒口算是 {wanted} 毫米",
    "{edition}: the trim box of the cover is {found} mm, trim, spine and flaps come to {wanted} mm",
    "页数或用纸改过以后，封面要重新做：fuzi build press-pdf cover-pdf",
    "After pages or papers have changed, the cover must be made anew: fuzi build press-pdf cover-pdf",
)
PAGES_DIFFER = Code(
    "C184",
    Severity.ERROR,
    "{edition}：交印的文件有 {found} 面，样书有 {pages} 面",
    "{edition}: the press file has {found} pages, the proof has {pages}",
    "两个文件要出自同一次制作：fuzi build pdf press-pdf",
    "Both must come from one run: fuzi build pdf press-pdf",
)
WORDS_DIFFER = Code(
    "C185",
    Severity.ERROR,
    "{edition}：成品第 {page} 面的文字与样书不同：样书是“{proof}”，交印的文件是“{press}”",
    "{edition}: the text of leaf page {page} is not that of the proof: “{proof}” there, “{press}” in the press file",
    "文字在分色时变了。不要交印，请把这本书报告给我们",
    "Text was changed when the inks were separated. Do not send it; please report the book to us",
)

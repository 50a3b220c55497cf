"""What can be said of the screen PDF (X140–X159)."""

from fuzi.model.report import Code, Severity

_E = Severity.ERROR
_KEPT_ZH = "这一版没有发布，旧版原样保留。请连同 book.yaml 报告给我们"
_KEPT_EN = "This edition was not published and the old one is untouched. Please report it together with book.yaml"

UNTAGGED = Code(
    "X140",
    _E,
    "{edition}：第 {page} 面有文字不在结构树里，读屏软件读不到：“{text}”",
    "{edition}: text on page {page} is not in the structure tree, so no screen reader will find it: “{text}”",
    _KEPT_ZH,
    _KEPT_EN,
)

TAGGED_TWICE = Code(
    "X141",
    _E,
    "{edition}：第 {page} 面有文字在结构树里出现两次，会读两遍：“{text}”",
    "{edition}: text on page {page} stands in the structure tree twice and would be read twice: “{text}”",
    _KEPT_ZH,
    _KEPT_EN,
)

NO_ALTERNATIVE = Code(
    "X142",
    _E,
    "{edition}：第 {page} 面有一幅图没有替代文字",
    "{edition}: a picture on page {page} has no alternative text",
    'PDF/UA 不许有不说明内容的图。书稿里的图在方括号里写明内容；主题模板里的图写上 alt，纯装饰的写 alt=""',
    "PDF/UA knows no picture without words. Say in the brackets what the picture shows; a picture of a theme's own "
    'template needs alt, or alt="" when it is a mere ornament',
)

HEADING_SKIPPED = Code(
    "X143",
    _E,
    "{edition}：标题从 {above} 级跳到 {level} 级：“{text}”",
    "{edition}: the headings go from level {above} to level {level} at once: “{text}”",
    _KEPT_ZH,
    _KEPT_EN,
)

NOT_DECLARED = Code(
    "X144",
    _E,
    "{edition}：成品里缺少 {what}",
    "{edition}: the finished file lacks {what}",
    _KEPT_ZH,
    _KEPT_EN,
)

LINK_UNTAGGED = Code(
    "X145",
    _E,
    "{edition}：第 {page} 面有一个链接不在结构树里，或没有说明",
    "{edition}: a link on page {page} is not in the structure tree, or says nothing of itself",
    _KEPT_ZH,
    _KEPT_EN,
)

NO_UNICODE = Code(
    "X146",
    _E,
    "{edition}：第 {page} 面有字形没有对应的文字，读不出也查不到：“{text}”",
    "{edition}: a glyph on page {page} stands for no character, so it can be neither read nor found: “{text}”",
    "带问号的菱形就是那个字形。多半是字体里的异体或连字；换一种字体试试，若仍然如此请报告给我们",
    "The diamond with a question mark is the glyph. It is probably a variant or ligature of the font; try another "
    "font, and report it if that does not help",
)

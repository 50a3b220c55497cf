"""What can be wrong with the pictures of a book (L17x, L18x)."""

from fuzi.model.report import Code, Severity

FIGURE_MISSING = Code(
    "L170",
    Severity.ERROR,
    "没有图片文件“{path}”",
    "there is no picture “{path}”",
    "{near_zh}",
    "{near_en}",
)
FIGURE_KIND = Code(
    "L171",
    Severity.ERROR,
    "“{path}”不是能用的图片（{found}）",
    "“{path}” is not a picture that can be used ({found})",
    "只用 PNG、JPEG、GIF、WebP 或 SVG；请用图像软件另存",
    "Use PNG, JPEG, GIF, WebP or SVG; save it anew from a picture program",
)
FIGURE_HTML = Code(
    "L172",
    Severity.ERROR,
    "“{path}”其实是一张网页，不是图片",
    "“{path}” is in fact a web page, not a picture",
    "下载时多半只得到了出错页面；请重新下载图片本身",
    "The download probably gave an error page; fetch the picture itself again",
)
FIGURE_DAMAGED = Code(
    "L173",
    Severity.ERROR,
    "图片“{path}”损坏或不完整",
    "the picture “{path}” is damaged or cut off",
    "重新复制或下载这张图片，再用看图软件确认能完整打开",
    "Copy or download it again and make sure that a viewer shows all of it",
)
FIGURE_EXTENSION = Code(
    "L174",
    Severity.ERROR,
    "图片“{path}”的内容是 {found}，与扩展名不符",
    "the picture “{path}” holds {found}, unlike its extension",
    "把文件改名为 {right}，文中的路径也跟着改；或另存为原来的格式",
    "Rename the file to {right} and change the path in the text, or save it in the format that it is named for",
)
FIGURE_PIXELS = Code(
    "L175",
    Severity.ERROR,
    "图片“{path}”有 {width}×{height} 像素，超过上限 {limit} 百万像素",
    "the picture “{path}” has {width}×{height} pixels, more than the limit of {limit} megapixels",
    "缩小后再用；满版 16 开、300 dpi 约需 700 万像素",
    "Scale it down; a full page of 185×260 mm at 300 dpi needs about 7 megapixels",
)
FIGURE_DEPTH = Code(
    "L176",
    Severity.ERROR,
    "图片“{path}”是 16 位灰度，印出来会失真",
    "the picture “{path}” is 16-bit grey, which would print wrongly",
    "用图像软件另存为 8 位灰度",
    "Save it as 8-bit grey from a picture program",
)
SVG_BROKEN = Code(
    "L180",
    Severity.ERROR,
    "SVG 图“{path}”读不通：{why}",
    "the SVG picture “{path}” cannot be read: {why}",
    "从绘图软件重新导出 SVG",
    "Export it again from the drawing program",
)
SVG_UNSAFE = Code(
    "L181",
    Severity.ERROR,
    "SVG 图“{path}”里有不允许的内容：{what}（第 {line} 行）",
    "the SVG picture “{path}” holds something that is not allowed: {what} (line {line})",
    "SVG 里不能有脚本、DOCTYPE、外部文件和网页片段；导出时选“普通 SVG”，把图片和字体嵌入",
    "An SVG may hold no script, DOCTYPE, external file or piece of a web page; "
    "export “plain SVG” with everything embedded",
)

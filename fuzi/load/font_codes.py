"""What can be wrong with the font files that a book brings (L19x)."""

from fuzi.model.report import Code, Severity

FONT_MISSING = Code(
    "L190",
    Severity.ERROR,
    "没有字体文件“{path}”",
    "there is no font file “{path}”",
    "{near_zh}",
    "{near_en}",
)
FONT_KIND = Code(
    "L191",
    Severity.ERROR,
    "“{path}”不是能用的字体文件（{found_zh}）",
    "“{path}” is not a font file that can be used ({found_en})",
    "只用 OTF、TTF 或 TTC；网页字体（WOFF）和旧式 Type 1 字体请先转换",
    "Use OTF, TTF or TTC; convert web fonts (WOFF) and old Type 1 fonts first",
)
FONT_DAMAGED = Code(
    "L192",
    Severity.ERROR,
    "字体文件“{path}”损坏或不完整",
    "the font file “{path}” is damaged or cut off",
    "重新复制或下载这个字体，再用字体查看软件确认能打开",
    "Copy or download it again and make sure that a font viewer shows it",
)

"""What the check of a press file can say (C140–C149)."""

from fuzi.model.report import Code, Severity

PRESS_COLOUR = Code(
    "C140",
    Severity.ERROR,
    "{edition}：成品第 {page} 面还有不是印刷四色的颜色（{space}）",
    "{edition}: leaf page {page} still has colours that are not of the four inks ({space})",
    "看这一面的插图和主题的样式；改成普通的 RGB 或灰度颜色，就能转换",
    "See the figures on this page and the style files of the theme; plain RGB or grey colours can be converted",
)
PRESS_NO_INTENT = Code(
    "C141",
    Severity.ERROR,
    "{edition}：文件没有写明 CMYK 的印刷条件",
    "{edition}: the file does not name a printing condition for CMYK",
    "检查 book.yaml 的 press.profile；没有把握就删去它，用 FOGRA39",
    "Check press.profile in book.yaml; when in doubt remove it to use FOGRA39",
)
PRESS_NO_BLEED = Code(
    "C142",
    Severity.ERROR,
    "{edition}：成品第 {page} 面的出血只有 {found} 毫米，要 {bleed} 毫米",
    "{edition}: the bleed of leaf page {page} is {found} mm, but {bleed} mm are asked for",
    "检查 book.yaml 的 press.bleed；自备的封面文件要连出血一起做",
    "Check press.bleed in book.yaml; a cover of your own must be made with its bleed",
)
PRESS_SHORT = Code(
    "C143",
    Severity.WARNING,
    "{edition}：成品第 {page} 面有内容顶到页边，却没有伸进出血",
    "{edition}: something on leaf page {page} reaches the trim edge but not into the bleed",
    "裁切稍有偏差就会露白：让它比页面每边多出血的宽度，或退到页边以内 3 毫米",
    "White will show if the knife strays: let it be larger than the page by the bleed, or keep it 3 mm inside the edge",
)
PRESS_INK = Code(
    "C144",
    Severity.WARNING,
    "{edition}：成品第 {page} 面的总墨量到了 {ink}%，超过 {most}%",
    "{edition}: the inks on leaf page {page} add up to {ink} %, more than {most} %",
    "墨太多会背面粘脏、干不透；请在图像软件里减淡最暗的地方，或另存为 RGB，由付梓转换",
    "So much ink sets off and dries badly; lighten the darkest parts in an image editor, or save the picture as RGB "
    "for fuzi to convert",
)
PRESS_FONT = Code(
    "C145",
    Severity.ERROR,
    "{edition}：字体 {font} 没有嵌入文件",
    "{edition}: the font {font} is not embedded in the file",
    "换用允许嵌入的字体；插图里的文字请转成路径",
    "Use a font that may be embedded; turn text in figures into outlines",
)
PRESS_SCREEN = Code(
    "C146",
    Severity.ERROR,
    "{edition}：文件里有只在屏幕上有用的东西（{what}，成品第 {page} 面）",
    "{edition}: the file holds things that only work on a screen ({what}, leaf page {page})",
    "链接、批注、脚本不能交印；请用 fuzi build press-pdf 重新做这个文件",
    "Links, notes and scripts cannot go to press; make the file anew with fuzi build press-pdf",
)
PRESS_HAIRLINE = Code(
    "C147",
    Severity.WARNING,
    "{edition}：成品第 {page} 面有 {width} 磅的线，细于 {least} 磅，印不牢",
    "{edition}: leaf page {page} has a line of {width} pt, thinner than the {least} pt that print holds",
    "把插图或主题里的细线加粗到 0.25 磅以上",
    "Make thin lines in figures or in the theme at least 0.25 pt wide",
)
PRESS_REFUSED = Code(
    "C148",
    Severity.ERROR,
    "{edition}：文件不合 PDF/X-4：{what}",
    "{edition}: the file is not PDF/X-4: {what}",
    "请用 fuzi build press-pdf 重新做这个文件；别的软件改过的文件，请在那里另存为 PDF/X-4",
    "Make the file anew with fuzi build press-pdf; if another program changed it, export PDF/X-4 from there",
)

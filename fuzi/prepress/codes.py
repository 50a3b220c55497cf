"""What can go wrong between the set pages and the files for printers and readers (X1xx)."""

from fuzi.model.report import Code, Severity
from fuzi.prepress.impose_codes import *  # noqa: F403

IMAGE_UNCONVERTIBLE = Code(
    "X101",
    Severity.ERROR,
    "图片不能转成印刷四色：{reason}（成品第 {page} 面）",
    "a picture cannot be separated into the four inks: {reason} (leaf page {page})",
    "在图像软件里另存为 8 位 RGB 或灰度的 PNG、JPEG，再放回原处",
    "Save it again from an image editor as an RGB or grey PNG or JPEG of 8 bits",
)
COLOUR_UNCONVERTIBLE = Code(
    "X102",
    Severity.ERROR,
    "有一种颜色不能转成印刷四色：{space}（成品第 {page} 面）",
    "a colour cannot be separated into the four inks: {space} (leaf page {page})",
    "这一面若有插图，把图里的渐变网格和专色改成普通的颜色；若没有，请看主题的样式文件",
    "If a figure is on this page, replace gradient meshes and spot colours in it by plain colours; "
    "if not, see the style files of the theme",
)
FLATTENED = Code(
    "X103",
    Severity.NOTE,
    "图片有透明的部分，交印的文件里已衬上白底（成品第 {page} 面）",
    "a picture has transparent parts; in the press file it stands on paper white (leaf page {page})",
    "图下面原有底色或别的图时，请看校样；不想要白底，就在图像软件里先合上要的底色",
    "Look at the proof if a tint or another picture lies beneath; for another ground, flatten it in an image editor",
)
EXTENDED = Code(
    "X104",
    Severity.NOTE,
    "图片顶到页边，已放大 {percent}% 伸进出血（成品第 {page} 面）",
    "a picture reaches the trim edge; it was enlarged by {percent} % to run into the bleed (leaf page {page})",
    "要自己定取舍，就给图多留出血的边，让它比页面每边多出 {bleed} 毫米",
    "To crop it yourself, let the picture be larger than the page by {bleed} mm on each side",
)
PROFILE_REFUSED = Code(
    "X105",
    Severity.ERROR,
    "印刷条件的 ICC 文件用不了：{reason}",
    "the ICC file of the printing condition cannot be used: {reason}",
    "向印刷厂要 CMYK 输出特性文件（.icc），写在 book.yaml 的 press.profile 里；不写 press.profile，就用 FOGRA39",
    "Ask the printing house for its CMYK output profile (.icc) and name it as press.profile in book.yaml; "
    "without press.profile FOGRA39 is used",
)
CONDITION_WITHOUT_PROFILE = Code(
    "X106",
    Severity.ERROR,
    "没有印刷条件“{condition}”的 ICC 文件，做不出交印的文件",
    "there is no ICC file of the printing condition “{condition}”, so no press file can be made",
    "把这个条件的 ICC 文件放进书稿文件夹，写在 press.profile 里；或删去 press.condition，用 FOGRA39",
    "Put the ICC file of this condition into the book folder and name it as press.profile; "
    "or remove press.condition to use FOGRA39",
)

ALL: tuple[Code, ...] = tuple(value for value in tuple(globals().values()) if isinstance(value, Code))
"""Every code of this stage that concerns the press file."""

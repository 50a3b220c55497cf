"""What can go wrong while the wrap of a book is made (X17x)."""

from __future__ import annotations

from collections.abc import Mapping

from fuzi.model.report import Code, Severity
from fuzi.render.cover import HEAD, PEOPLE, PUBLISHER, SERIES
from fuzi.render.wrap import BLURB, FLAP

FIELDS: Mapping[str, tuple[str, str]] = {
    HEAD: ("书名、副书名和并列书名", "title, subtitle and parallel title"),
    PEOPLE: ("责任者", "the contributors"),
    SERIES: ("丛书名", "the series"),
    PUBLISHER: ("出版者", "the publisher"),
    BLURB: ("封底的话", "the blurb"),
    FLAP: ("勒口上的内容提要", "the summary on the flap"),
}
"""Zone -> what stands in it, in Chinese and English."""

PICTURE_COARSE = Code(
    "X170",
    Severity.WARNING,
    "封面图 {path} 印在封面上只有 {ppi} ppi，不到 {least} ppi",
    "the cover picture {path} comes to {ppi} ppi on the cover, less than {least} ppi",
    "换一张至少 {width}×{height} 像素的图",
    "Use a picture of {width}×{height} pixels or more",
)
SPINE_DOUBTFUL = Code(
    "X171",
    Severity.WARNING,
    "binding.spine 写的是 {stated} 毫米，按 {pages} 面和用纸算是 {computed} 毫米",
    "binding.spine states {stated} mm, but {pages} pages of this paper come to {computed} mm",
    "核对纸的品名、克重和页数，或请印刷厂量一本样书；封面照所写的 {stated} 毫米做",
    "Check kind and grammage of the paper and the number of pages, or have the printing house measure a dummy; the "
    "cover is made for {stated} mm as stated",
)
PAPER_UNKNOWN = Code(
    "X172",
    Severity.ERROR,
    "不知道“{kind}”有多厚，算不出书脊",
    "the thickness of “{kind}” is not known, so the spine cannot be computed",
    "在 {key} 里写 thickness（每张的厚度，毫米，向纸厂或印刷厂要），或改用表里的纸：{known}",
    "Give its thickness under {key} (mm for a leaf; ask the mill or the printing house), or use a paper of the table: "
    "{known}",
)
SPINE_NONE = Code(
    "X173",
    Severity.NOTE,
    "这本书没有书脊（{style}，{pages} 面，厚 {computed} 毫米），封面按对折做",
    "this book has no spine ({style}, {pages} pages, {computed} mm thick): its cover is folded once",
    "要胶订、有书脊，请增加页数，或在 binding 里写 spine",
    "For a perfect binding with a spine, add pages or state spine under binding",
)
CASED = Code(
    "X174",
    Severity.WARNING,
    "{style}的书脊要加上纸板和书壳的弧度，这里只算了书芯和护封：{computed} 毫米",
    "the spine of a hardback includes its boards and its rounding; only block and jacket are counted: {computed} mm",
    "请印刷厂量样书，把书脊厚写进 binding 的 spine",
    "Have the printing house measure a dummy and state spine under binding",
)
BLURB_LONG = Code(
    "X175",
    Severity.WARNING,
    "{zone_zh}太长，只好排到 {size} 点，比小六号还小；多了约 {excess} 字",
    "there is too much of {zone_en}: it is set in {size} pt, too small to read with ease; about {excess} characters "
    "too many",
    "删去约 {excess} 字，字就可以排到 {least} 点以上",
    "Cut about {excess} characters, and it will be set in {least} pt or larger",
)
ZONE_FULL = Code(
    "X176",
    Severity.ERROR,
    "封面放不下{zone_zh}",
    "the cover has no room for {zone_en}",
    "缩短这一项，或自己设计封面，用 cover: 写图片的路径",
    "Shorten it, or have the front designed and name the picture under cover:",
)
COVER_LACKS = Code(
    "X177",
    Severity.ERROR,
    "封面上没有印出 {field}：“{passage}”（{panel}）",
    "the cover lacks {field}: “{passage}” ({panel})",
    "请把这一条报告给我们；如果自己改过模板，请检查模板",
    "Please report this; if you changed a template, check that",
)
PICTURE_CUT = Code(
    "X178",
    Severity.NOTE,
    "封面图 {path} 的比例与封面不同，裁去了{side_zh}共 {percent}%",
    "the cover picture {path} has other proportions than the cover: {percent} % of its {side_en} is cut off",
    "要印全图，请按 {width}×{height} 毫米（含出血）的比例重做",
    "To print all of it, make it in the proportions of {width}×{height} mm (bleed included)",
)

"""What the checks can say (C1xx)."""

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

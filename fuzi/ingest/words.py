"""The words by which the pages of a Chinese book are known: matter, roles, labels, numbering. No book's own names."""

from __future__ import annotations

import re

from fuzi.model.book import Kind

FRONT: tuple[tuple[str, Kind], ...] = (
    (
        r"(?:[^，。]{0,6}版)?(?:总|自|代|原|译者|编者|作者|再版|修订版|中文版|丛书)*序(?:言|文)?[一二三四五六]?|代序",
        Kind.PREFACE,
    ),
    (r"(?:.{0,6}版|译者|编者|作者)?(?:前言|弁言|引言|导读|说明|的话)|卷首语|寄语", Kind.FOREWORD),
    (r"(?:出版|编写|编辑|编者|修订|译者|再版|使用)?说明|凡例|编例|例言", Kind.FOREWORD),
    (r"献词|题献|題獻|獻詞", Kind.DEDICATION),
    (r"作者简介|作者簡介|译者简介|譯者簡介", Kind.FOREWORD),
)
"""Titles of front matter, each pattern for the whole title without spaces."""

BACK: tuple[tuple[str, Kind], ...] = (
    (r"(?:.{0,6}版|译者|编者|編者|譯者)?(?:后记|後記|跋|跋语|编后|编后记|补记)", Kind.AFTERWORD),
    (r"(?:译|编)后记", Kind.AFTERWORD),
    (r"附录.*|附錄.*", Kind.APPENDIX),
    (r"(?:主要)?(?:参考|參考|引用)(?:文献|文獻|书目|書目|资料)|书目", Kind.BIBLIOGRAPHY),
    (r"致谢|致謝|鸣谢|鳴謝", Kind.ACKNOWLEDGEMENTS),
    (r"索引|.{0,4}索引", Kind.APPENDIX),
)
"""Titles of back matter."""

SUMMARY = re.compile(r"内容(?:提要|简介|介绍)|內容(?:提要|簡介|介紹)")
"""The heading of the summary that stands on the copyright page."""

COMMITTEE = re.compile(
    r".{0,16}(?:委员会|委員會|编委会|编写组|課題組|课题组)(?:成员|名单)?|(?:本书)?(?:编写人员|作者名单|编者名单)"
)
"""The heading of a list of people."""

OPENERS = re.compile(r"绪论|緒論|导论|導論|导言|導言|引论|引論|绪言|緒言|楔子|引子")
"""Titles of a chapter that opens the body outside of the parts."""

CLOSERS = re.compile(r"结语|結語|结论|結論|尾声|尾聲|余论|餘論")
"""Titles of a chapter that closes the body outside of the parts."""

CONTENTS = re.compile(r"(?:总|總|详|详细)?目[录錄次]|CONTENTS?|Contents", re.IGNORECASE)

NUMERAL = r"[一二三四五六七八九十百零〇两\d]{1,6}"

PART = re.compile(rf"第\s*{NUMERAL}\s*(?:篇|编|編|部分|部|卷|辑|輯|单元)|[上中下]\s*[篇编編卷]")
CHAPTER = re.compile(rf"第\s*{NUMERAL}\s*(?:章|[童草](?=[\s　]|$)|讲|講|回|课|課|章节)")
SECTION = re.compile(rf"第\s*{NUMERAL}\s*节|第\s*{NUMERAL}\s*節")

SECTION_MARKS: tuple[re.Pattern[str], ...] = (
    SECTION,
    re.compile(r"[一二三四五六七八九十百]{1,4}\s*、"),
    re.compile(r"[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]"),
    re.compile(r"\d{1,2}\s*[．.、](?!\d)"),
    re.compile(r"[（(]\s*\d{1,2}\s*[）)]"),
)
"""How section titles are numbered, the outer before the inner."""

DECIMAL = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){1,3}(?![\d年月])")
"""1.1, 1.1.1: the depth is the number of dots."""

_ROLE_WORDS = """
丛书主编 执行主编 常务副主编 第一主编 总主编 副主编 主编 副总编 总编 编著 编撰 编纂 编译 译注 译著 选编 选注 校注 校点
点校 整理 辑校 辑注 主审 主撰 合著 原著 编写 撰写 撰稿人 撰稿 执笔 编者 著者 作者 译者 审校 审订 审定 校订 校译 校阅
绘图 插图 插画 绘画 摄影 口述 记录 采写 顾问 策划 编委 主任 副主任 委员 注释 评注 著 编 译 绘 校 注
叢書主編 執行主編 副主編 主編 編著 編譯 選編 譯者 審校 校訂 編者 繪圖 插畫 攝影 顧問 編委 編 譯 繪 撰
"""
ROLES = tuple(_ROLE_WORDS.split())
"""Roles of contributors; longer before shorter where one ends in the other is seen to by ROLE."""

ROLE = "|".join(r"[ \t　]*".join(role) for role in sorted(ROLES, key=len, reverse=True))
"""Alternatives for a regular expression; the characters of a role may be spaced out."""

PUBLISHER = re.compile(
    r".{2,24}(?:出版社|出版公司|出版有限公司|出版集团|出版集團|出版中心|印书馆|印書館|书局|書局|书店|書店|书社|書社|文化事業)"
    r"(?:有限公司|股份有限公司|有限责任公司)?(?:出版)?"
)
SERIES = re.compile(
    r"(?P<name>.{2,40}?(?:丛书|叢書|文库|文庫|文丛|文叢|译丛|譯叢|书系|書系|系列|论丛|丛刊|丛稿))(?P<rest>.{0,12})"
)
SERIES_NUMBER = re.compile(
    rf"(?:NO|No|no|№)\s*[.．:：]?\s*\d{{1,4}}|第\s*{NUMERAL}\s*[种種辑輯册冊卷号號]|[卷之]\s*{NUMERAL}|\d{{1,3}}"
)

PUNCTUATION_END = "。！？；：…—”’」』）)】》.!?;:"
"""A paragraph that ends with one of these is not torn."""


def front_kind(title: str) -> Kind | None:
    """The kind of front matter that bears this title (without spaces), or None."""
    return next((kind for pattern, kind in FRONT if re.fullmatch(pattern, title)), None)


def back_kind(title: str) -> Kind | None:
    """The kind of back matter that bears this title (without spaces), or None."""
    return next((kind for pattern, kind in BACK if re.fullmatch(pattern, title)), None)


GAP_PAGES = {
    "zh-Hans": "原书第 {first}—{last} 页的正文不在扫描稿中。",
    "zh-Hant": "原書第 {first}—{last} 頁的正文不在掃描稿中。",
}
GAP_PAGE = {
    "zh-Hans": "原书第 {first} 页的正文不在扫描稿中。",
    "zh-Hant": "原書第 {first} 頁的正文不在掃描稿中。",
}
GAP_FROM = {
    "zh-Hans": "原书第 {first} 页起的正文不在扫描稿中。",
    "zh-Hant": "原書第 {first} 頁起的正文不在掃描稿中。",
}
GAP_UNKNOWN = {
    "zh-Hans": "目录列有此题，正文不在扫描稿中，原书页码不详。",
    "zh-Hant": "目錄列有此題，正文不在掃描稿中，原書頁碼不詳。",
}
GAP_BROKEN = {
    "zh-Hans": "扫描稿到此中断，下文至原书第 {last} 页缺。",
    "zh-Hant": "掃描稿到此中斷，下文至原書第 {last} 頁缺。",
}
GAP_BROKEN_END = {
    "zh-Hans": "扫描稿到此中断，下文缺。",
    "zh-Hant": "掃描稿到此中斷，下文缺。",
}
GAP_FIGURE_BARE = {"zh-Hans": "此处原书有图。", "zh-Hant": "此處原書有圖。"}
GAP_FIGURE = {
    "zh-Hans": "此处原书有图，扫描稿中只有图注：{caption}",
    "zh-Hant": "此處原書有圖，掃描稿中只有圖註：{caption}",
}
"""What a gap says, by the script of the book."""

"""The labels of copyright pages and the figures that stand there, as tables: label or pattern → field of book.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fuzi.ingest.words import NUMERAL

LABELS: tuple[tuple[str, str], ...] = (
    ("title", "书名 書名"),
    ("publisher.head", "出版人 发行人 出版發行人 發行人 社长"),
    ("publisher.address", "地址 社址 出版社地址 通信地址 通讯地址"),
    ("publisher.postcode", "邮政编码 邮编 郵遞區號 郵政編碼"),
    (
        "publisher.telephone",
        "邮购部电话 发行部电话 发行电话 编辑部电话 总编室电话 营销中心电话 市场部电话 联系电话 咨询电话 "
        "购书热线 服务热线 电话 電話",
    ),
    ("publisher.url", "网址 网站 官网 網址"),
    ("publisher.email", "电子信箱 电子邮箱 电子邮件 电邮 邮箱 信箱 電子信箱 電子郵件 E-mail Email e-mail email E-MAIL"),
    ("publisher.place", "出版地"),
    ("publisher.name", "出版发行 出版發行 出版者 出版社 出版單位 出版"),
    ("staff.editors", "责任编辑 責任編輯 责编"),
    ("staff.designers", "装帧设计 裝幀設計"),
    ("staff.proofreaders", "责任校对 責任校對 校对"),
    (
        "staff.others",
        "责任印制 策划编辑 特约编辑 文字编辑 助理编辑 美术编辑 封面设计 版式设计 整体设计 "
        "插图设计 策划 监制 出品人 总策划 终审 复审 初审 责任监制 封面設計 美術編輯",
    ),
    ("printer", "印刷 印刷者 印制 承印 承印者 印刷厂 印刷單位"),
    ("binder", "装订 装订者 裝訂"),
    ("distributor", "经销 发行 发行者 总经销 总发行 經銷 發行 總經銷"),
    ("isbn", "书号 标准书号 国际书号 書號"),
    (
        "contract_number",
        "著作权合同登记号图字 著作权合同登记图字 著作权合同登记号 版权登记号 图字 北京市版权局著作权合同登记号",
    ),
    ("enclosures", "附件"),
    ("size", "开本 成品尺寸 成品幅面 幅面尺寸 開本"),
    ("printing.sheets", "印张 印張"),
    ("printing.thousand_characters", "字数 字數"),
    ("printing.copies", "印数 印數"),
    ("edition", "版次 版本"),
    ("impression", "印次"),
    ("price", "定价 定價 价格 建议零售价"),
)
"""Field and the labels that name it; the characters of a label may be spaced out in print."""

LABEL_FIELDS = {label: field for field, labels in LABELS for label in labels.split()}

LABEL = re.compile(
    r"(?:(?<=[\s　,，;；·(（/|])|^)(?P<label>"
    + "|".join(r"[ \t　]*".join(map(re.escape, label)) for label in sorted(LABEL_FIELDS, key=len, reverse=True))
    + r")(?:[ \t　]*[:：][ \t　]*|[ \t　]+)"
)
"""A label with its colon, or with the space that stands for it."""

SUFFIXES = re.compile(
    r"(?P<who>[^\s　]{3,40}?)(?P<what>出版发行|出版發行|出版|印刷|印制|装订|經銷|经销|總經銷|发行|發行)"
)
"""``某某印刷厂印刷``: the role behind the name."""

SUFFIX_FIELDS = {
    "出版发行": "publisher.name", "出版發行": "publisher.name", "出版": "publisher.name",
    "印刷": "printer", "印制": "printer", "装订": "binder",
    "经销": "distributor", "經銷": "distributor", "總經銷": "distributor", "发行": "distributor", "發行": "distributor",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A pattern of the copyright page whose shape alone says what it is."""

    name: str
    pattern: re.Pattern[str]


_LEAD = r"(?:{}[ \t　]*[:：]?[ \t　]*)?"


def _lead(words: str) -> str:
    return _LEAD.format("(?:" + "|".join(r"[ \t　]*".join(word) for word in words.split()) + ")")


_DATE = r"(?P<year>\d{4})\s*年\s*(?:(?P<month>\d{1,2})\s*月)?\s*"

FIGURES: tuple[Figure, ...] = (
    Figure(
        "edition+impression",
        re.compile(
            _lead("版次 版本 印次") + _DATE + rf"[^\d\s]{{0,4}}\s*第\s*(?P<edition>{NUMERAL})\s*版\s*[,，]?\s*"
            rf"第\s*(?P<impression>{NUMERAL})\s*次\s*印刷"
        ),
    ),
    Figure("edition", re.compile(_lead("版次 版本") + _DATE + rf"[^\d\s]{{0,4}}\s*第\s*(?P<edition>{NUMERAL})\s*版")),
    Figure(
        "impression",
        re.compile(_lead("印次 印刷") + _DATE + rf"[^\d\s]{{0,4}}\s*第\s*(?P<impression>{NUMERAL})\s*次\s*印刷"),
    ),
    Figure(
        "sheet",
        re.compile(
            _lead("开本 開本")
            + r"(?P<width>\d{2,4})\s*(?:毫米|mm|㎜)?\s*(?:[×xX*✕]|\$\\times\$|\\times)\s*(?P<height>\d{2,4})\s*"
            r"(?:毫米|mm|㎜)?(?:\s*[,，]?\s*(?:1\s*/\s*(?P<leaves>\d{1,3})|(?P<format>\d{1,3})\s*开本?))?",
        ),
    ),
    Figure("format", re.compile(_lead("开本 開本") + r"(?P<format>\d{1,3})\s*开本?(?![\d.])")),
    Figure(
        "sheets",
        re.compile(
            r"印\s*[张張]\s*[:：]?\s*(?P<a>\d+(?:[.．]\d+)?(?:\s+\d/\d)?)|(?P<b>\d+(?:[.．]\d+)?)\s*印\s*[张張]"
        ),
    ),
    Figure(
        "characters",
        re.compile(_lead("字数 字數") + r"(?P<count>\d[\d ]*(?:\.\d+)?)\s*(?P<unit>千|万)\s*字"),
    ),
    Figure("copies", re.compile(r"印\s*[数數]\s*[:：]?\s*(?P<copies>\d[\d  ]*(?:\s*[-—–一~～]+\s*\d[\d  ]*)?)\s*册?")),
    Figure(
        "price",
        re.compile(
            r"(?:定\s*[价價]|建议零售价)\s*[:：]?\s*(?:(?P<sign>[¥￥]|RMB|CNY|NT\$|HK\$|新[台臺]币|新[台臺]幣|港币|港幣)\s*)?"
            r"(?P<amount>\d+(?:[.．]\s*\d{1,2})?)\s*(?P<unit>元|圆|圓)?"
        ),
    ),
    Figure("inserts", re.compile(r"(?P<inserts>插\s*[页頁]\s*[:：]?\s*\d{1,3})")),
    Figure(
        "unified",
        re.compile(
            r"(?:统\s*一\s*|統\s*一\s*)?(?:书\s*号|書\s*號)\s*[:：]?\s*(?P<unified>\d{4,5}\s*[·•・.]\s*\d{1,5})(?![\d-])"
        ),
    ),
    Figure(
        "isbn",
        re.compile(
            r"(?:书号|書號|标准书号)?\s*[:：]?\s*ISBN\s*[:：]?\s*(?P<isbn>[\dXx][\d\sXx–—-]{8,24}[\dXx])"
            r"(?:\s*[/／]\s*(?P<shelf>[A-Z]{1,2}\s*[·•・.]\s*\d{1,5}))?"
        ),
    ),
    Figure(
        "url",
        re.compile(r"(?:网\s*址|網\s*址|官\s*网)?\s*[:：]?\s*<?(?P<url>(?:https?://|www\.)[^\s<>（）()，。；]+)>?"),
    ),
    Figure(
        "email",
        re.compile(
            r"(?:电子信箱|电子邮箱|电子邮件|邮箱|電子信箱|E-?mail)?\s*[:：]?\s*\[?(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\]?"
            r"(?:\(mailto:[^()]*\))?",
            re.ASCII | re.IGNORECASE,
        ),
    ),
    Figure(
        "contract",
        re.compile(
            r"(?:[^\s:：]{0,8}著作权合同登记号?|[^\s:：]{0,6}版权登记号)?\s*[:：]?\s*(?P<contract>图字\s*[:：]?\s*\d{2}-\d{4}-\d{1,6}\s*号?)"
        ),
    ),
)
"""Tried in this order on each line; what one has taken the next does not see."""

NOTICE = re.compile(r"版权所有|版權所有|侵权必究|翻印必究|质量问题|印装|举报|著作权法|未经许可|盗版|调换")
ADDRESS = re.compile(r"[^\d\s]{2,}(?:[省市区县區縣州].{0,20})?[路街道巷弄里村][^\s]{0,6}\s*\d+\s*[号號].{0,16}")


def months(match: re.Match[str]) -> str:
    """The year and month of a date as book.yaml writes it."""
    return match["year"] + (f"-{int(match['month']):02d}" if match["month"] else "")


_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


def number(text: str) -> int:
    """第十二 → 12: Chinese or Arabic numerals below 1000."""
    if text.isdigit():
        return int(text)
    total = current = 0
    for character in text:
        if character in "十百":
            total += (current or 1) * (10 if character == "十" else 100)
            current = 0
        else:
            current = _DIGITS.get(character, 0)
    return total + current

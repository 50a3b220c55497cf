"""The words for roles on Chinese title pages and the MARC relator codes that they mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """A relator code; ``principal`` roles make a ``dc:creator``, the others a ``dc:contributor``."""

    relator: str
    principal: bool
    known: bool = True


_TABLE: tuple[tuple[str, bool, str], ...] = (
    ("aut", True, "著 著者 作者 撰 撰著 合著 原著 原作 编著 編著 主笔 主筆 口述 作"),
    ("aut", False, "撰稿人 撰稿 撰稿者 执笔 執筆 执笔人 執筆人"),
    ("edt", True, "主编 主編 总主编 總主編 编 編 编者 編者 合编 合編 总编 總編 编辑 編輯 总编辑 總編輯"),
    ("edt", False, "副主编 副主編 执行主编 執行主編 执行副主编 執行副主編 常务副主编 常務副主編"),
    ("edt", False, "编委 編委 编委会 編委會"),
    ("edt", False, "责任编辑 責任編輯 特约编辑 特約編輯 点校 點校 校点 校點 校订 校訂 整理 修订 修訂 统稿 統稿"),
    ("com", True, "编选 編選 选编 選編 汇编 匯編 彙編 编纂 編纂 辑 輯 选 選 辑录 輯錄"),
    ("trl", False, "译 譯 译者 譯者 翻译 翻譯 合译 合譯 编译 編譯 译注 譯注 译校 譯校 主译 主譯"),
    ("wac", False, "注 註 注释 註釋 注釋 校注 校註 评注 評註 评点 評點 笺注 箋注"),
    ("aui", False, "序 作序 序言 导读 導讀 导言 導言 前言"),
    ("aft", False, "跋 后记 後記"),
    ("ill", False, "绘 繪 绘图 繪圖 插图 插圖 插画 插畫 绘画 繪畫 图 圖"),
    ("pht", False, "摄影 攝影 图片 圖片 供图 供圖"),
    ("cll", False, "题字 題字 题签 題簽 书法 書法 题写书名 題寫書名"),
    ("ctg", False, "制图 製圖 地图 地圖"),
    ("trc", False, "记录 記錄 笔录 筆錄 记录整理 記錄整理"),
    ("ivr", False, "采访 採訪 访谈 訪談"),
    ("rev", False, "审校 審校 审定 審定 审订 審訂 审阅 審閱 主审 主審 校审 校審"),
    ("pfr", False, "校 校对 校對 责任校对 責任校對"),
    ("bkd", False, "装帧设计 裝幀設計 书籍设计 書籍設計 整体设计 整體設計 美术编辑 美術編輯"),
    ("bkd", False, "版式设计 版式設計 装帧 裝幀"),
    ("cov", False, "封面设计 封面設計"),
    ("csl", False, "顾问 顧問 学术顾问 學術顧問"),
    ("prt", False, "责任印制 責任印製"),
)

ROLES: dict[str, Role] = {word: Role(code, principal) for code, principal, words in _TABLE for word in words.split()}

UNKNOWN = Role("ctb", principal=False, known=False)


def role_of(word: str) -> Role:
    """The role that a word of the title page means; spaces inside it and a colon after it do not matter."""
    return ROLES.get("".join(word.split()).rstrip(":："), UNKNOWN)

"""Random Chinese prose with everything that stands in lines: marks side by side, numbers, Latin, other scripts."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable
from functools import cache

COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些"
    "然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公"
    "无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将"
)
RARE = "𠀋𠎁𠥔𠴲𡈽𡚺𢉼𢥏𣏓𣜖𤂍𤎜𥔎𥫗𦁠𧐢𨉖𨥤𩐠𪎌䶮㙦龘鿏"
"""From Extensions A and B and the end of the main block; Noto Serif CJK has them all."""

NAMES = ("弗拉基米尔·伊里奇", "让-雅克·卢梭", "加西亚·马尔克斯", "克洛德·列维-斯特劳斯", "玛丽·居里")
LATIN = (
    "typesetting",
    "compositor",
    "justification",
    "hyphenation",
    "internationalization",
    "Gutenberg",
    "antidisestablishmentarianism",
    "the",
    "of",
    "a",
    "in",
    "book",
    "page",
    "WeasyPrint",
    "Unicode",
    "electroencephalographically",
    "O'Reilly",
    "e-mail",
    "co-operation",
    "naïve",
    "Zürich",
    "İstanbul",
)
NUMBERS = (
    "1949年10月1日",
    "12.5%",
    "￥1,234.50",
    "36.5℃",
    "1,234,567",
    "-40℃",
    "±0.5",
    "§3.2",
    "第37页",
    "2026-11-01",
    "9:30—11:45",
    "３２开",
    "A4纸",
    "T恤",
    "5G网络",
    "100万美元",
    "US$99",
    "№ 7",
    "1/3",
    "3×4",
    "H₂O",
    "10㎡",
    "25kg",
)
ADDRESSES = (
    "https://example.org/",
    "https://example.org/a/very/long/path/that/does/not/end/soon?query=1&other=two#fragment-of-it",
    "editor@example.org",
    "C:/Users/author/Documents/manuscript-final-2.docx",
)
PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("〈", "〉"), ("（", "）"), ("「", "」"), ("『", "』"), ("【", "】"))
STOPS = "，，，，，，。。。。、、；：？！"
RUNS = ("……", "——", "。”", "？”", "！”", "》、《", "”“", "），", "：“", "。）", "，“", "、", "；", "·", "～", "…", "／")
ARABIC, HEBREW, EMOJI = "السلام عليكم", "שלום עולם", "😀😎"
RIGHT_TO_LEFT = frozenset(ARABIC + HEBREW) - {" "}

EXOTIC = 0.25
"""The share of documents that hold such words."""

Piece = Callable[[], str]


@cache
def foreign() -> tuple[str, ...]:
    """Words of scripts that no font of ours has, as far as some font of this machine has them."""
    if not shutil.which("fc-list"):
        return ()
    return tuple(word for word in (ARABIC, HEBREW, EMOJI) if _covered(word[0]))


def _covered(character: str) -> bool:
    found = subprocess.run(["fc-list", f":charset={ord(character):x}"], capture_output=True, text=True, check=True)
    return bool(found.stdout.strip())


class Scribe:
    """Writes random text, the same for the same dice; ``exotic`` allows words in other scripts."""

    def __init__(self, dice: random.Random, *, exotic: bool = True) -> None:
        self.dice = dice
        self.exotic = exotic

    def han(self, least: int, most: int) -> str:
        """Only common characters."""
        return "".join(self.dice.choices(COMMON, k=self.dice.randint(least, most)))

    def clause(self) -> str:
        """A few characters that may hold something else than Han."""
        text = self.han(1, 14)
        chance = self.dice.random()
        if chance < 0.5:
            return text
        return text + self._other() + self.han(0, 8)

    def _other(self) -> str:
        kinds: list[tuple[int, Piece]] = [
            (6, self.quoted),
            (5, lambda: self.dice.choice(NUMBERS)),
            (5, self.latin),
            (2, lambda: self.dice.choice(NAMES)),
            (2, lambda: self.dice.choice(RUNS)),
            (1, lambda: self.dice.choice(ADDRESSES)),
            (1, lambda: self.dice.choice(RARE)),
        ]
        if self.exotic and foreign():
            kinds.append((1, lambda: self.dice.choice(foreign())))
        weights = [weight for weight, _ in kinds]
        return self.dice.choices([piece for _, piece in kinds], weights)[0]()

    def latin(self) -> str:
        """One to four words; the space around them is left to chance."""
        space = self.dice.choice(("", "", " "))
        return space + " ".join(self.dice.choices(LATIN, k=self.dice.choice((1, 1, 1, 2, 4)))) + space

    def quoted(self, depth: int = 0) -> str:
        """Text between a pair of marks, and perhaps another pair inside."""
        before, after = self.dice.choice(PAIRS)
        inner = self.han(0, 4) + self.quoted(depth + 1) if depth < 3 and self.dice.random() < 0.3 else self.han(1, 9)
        return before + inner + self.dice.choice(("", "", "。", "！", "……")) + after

    def sentence(self) -> str:
        """Clauses with stops between them."""
        clauses = [self.clause() for _ in range(self.dice.randint(1, 5))]
        return "".join(clause + self.dice.choice(STOPS) for clause in clauses)

    def passage(self, least: int, most: int) -> str:
        """Sentences, at least so many characters of them."""
        wanted = self.dice.randint(least, most)
        text = ""
        while len(text) < wanted:
            text += self.sentence()
        return text

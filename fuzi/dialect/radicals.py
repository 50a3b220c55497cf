"""Radical signs (U+2E80–2FD5), which look like characters and are none, and the characters that they stand for."""

from __future__ import annotations

import unicodedata

RADICALS = "\u2e80-\u2eff\u2f00-\u2fd5"
"""The two blocks, for a class of a regular expression."""

# The signs of the supplement mostly do not decompose in Unicode. These either stand for a character in texts or have
# the very glyph of one in the fonts, so that a finished file gives that character back.
_SUPPLEMENT = dict(
    zip(
        "⺁⺂⺃⺅⺇⺉⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺦⺨⺩⺫⺬⺭⺮⺯⺰⺱⺲⺳⺹⺺⺼⺽⺾⺿⻀"
        "⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻐⻑⻒⻓⻔⻕⻖⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乛乚亻𠘨刂㔾小小兀尣尢巳幺彑彐忄扌攵旡月歺母民氵水灬爫丬犭王罒示礻竹糹纟罓罒㓁耂肀月𦥑艹艹艹"
        "虎衤覀西见角𧢲讠贝𧾷车辶辶辶钅長镸长门𨸏阝青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)


def meant(sign: str) -> str:
    """The character that a radical sign stands for, or nothing when none has its shape or when it is no such sign."""
    if not "\u2e80" <= sign <= "\u2fd5":
        return ""
    plain = unicodedata.normalize("NFKC", sign)
    return plain if plain != sign else _SUPPLEMENT.get(sign, "")

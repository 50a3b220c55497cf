"""Syllables of Mandarin in three spellings: pinyin with marks, pinyin with digits, zhuyin."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

# Which finals each initial takes (GB/T 16159 and the syllable table of the common dictionaries).
_FINALS = {
    "": "a o e ê er ai ei ao ou an en ang eng yi ya yo ye yai yao you yan yin yang ying yong "
    "wu wa wo wai wei wan wen wang weng yu yue yuan yun r m n ng hm hng",
    "b": "a o ai ei ao an en ang eng i ie iao ian in iang ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng iao u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in ing u uo ui uan un",
    "t": "a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe",
    "l": "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "i a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "ch": "i a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "sh": "i a e ai ei ao ou an en ang eng u ua uo uai ui uan un uang",
    "r": "i e ao ou an en ang eng ong u ua uo ui uan un",
    "z": "i a e ai ei ao ou an en ang eng ong u uo ui uan un",
    "c": "i a e ai ei ao ou an en ang eng ong u uo ui uan un",
    "s": "i a e ai ao ou an en ang eng ong u uo ui uan un",
}
_INITIAL_PAIRS = (
    "b:ㄅ p:ㄆ m:ㄇ f:ㄈ d:ㄉ t:ㄊ n:ㄋ l:ㄌ g:ㄍ k:ㄎ h:ㄏ j:ㄐ q:ㄑ x:ㄒ zh:ㄓ ch:ㄔ sh:ㄕ r:ㄖ z:ㄗ c:ㄘ s:ㄙ"
)
_FINAL_PAIRS = (
    "a:ㄚ o:ㄛ e:ㄜ ê:ㄝ er:ㄦ ai:ㄞ ei:ㄟ ao:ㄠ ou:ㄡ an:ㄢ en:ㄣ ang:ㄤ eng:ㄥ ong:ㄨㄥ "
    "i:ㄧ ia:ㄧㄚ io:ㄧㄛ ie:ㄧㄝ iai:ㄧㄞ iao:ㄧㄠ iou:ㄧㄡ ian:ㄧㄢ in:ㄧㄣ iang:ㄧㄤ ing:ㄧㄥ iong:ㄩㄥ "
    "u:ㄨ ua:ㄨㄚ uo:ㄨㄛ uai:ㄨㄞ uei:ㄨㄟ uan:ㄨㄢ uen:ㄨㄣ uang:ㄨㄤ ueng:ㄨㄥ "
    "ü:ㄩ üe:ㄩㄝ üan:ㄩㄢ ün:ㄩㄣ r:ㄦ m:ㄇ n:ㄋ ng:ㄫ hm:ㄏㄇ hng:ㄏㄫ"
)
_INITIAL_SIGNS = dict(pair.split(":") for pair in _INITIAL_PAIRS.split())
_FINAL_SIGNS = dict(pair.split(":") for pair in _FINAL_PAIRS.split())
_WHOLE_PAIRS = "yi:i yin:in ying:ing yong:iong you:iou wu:u wei:uei wen:uen weng:ueng yu:ü yue:üe yuan:üan yun:ün"
_WHOLE_FINALS = dict(pair.split(":") for pair in _WHOLE_PAIRS.split())
_SHORT_FINALS = {"iu": "iou", "ui": "uei", "un": "uen"}
_APICAL = {"zh", "ch", "sh", "r", "z", "c", "s"}
_MARKS = ("", "\u0304", "\u0301", "\u030c", "\u0300", "")
_TONE_OF_MARK = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0306": 3, "\u0300": 4}
_ZHUYIN_TONES = ("", "", "ˊ", "ˇ", "ˋ", "˙")
_SEPARATORS = re.compile(r"[\s'’ʼ‘`\-‐‑–·•]+")
_LONGEST = 9  # letters of the longest piece, with u: and a digit: "zhuang4", or with combining marks

_NASALS = {"m", "n", "ng", "hm", "hng"}  # interjections; inside a longer run these letters belong to a neighbour

# Syllables that stand in a line without a tone of their own: particles, suffixes, measure words.
_TONELESS_LIST = "a ba bo de ge guo la le li lo ma me men na ne o r shang ta tou wa ya yo zhe zi"
_TONELESS = frozenset(_TONELESS_LIST.split())


def _zhuyin_of(initial: str, final: str) -> str:
    """The zhuyin signs of one syllable that is written ``initial`` + ``final`` in pinyin, without the tone."""
    if not initial:
        whole = _WHOLE_FINALS.get(final) or re.sub(r"^w", "u", re.sub(r"^y(?=[aoe])", "i", final))
        return _FINAL_SIGNS[whole]
    sign = _INITIAL_SIGNS[initial]
    if final == "i" and initial in _APICAL:
        return sign
    if initial in "jqx" and final.startswith("u"):
        return sign + _FINAL_SIGNS["ü" + final[1:]]
    return sign + _FINAL_SIGNS[_SHORT_FINALS.get(final, final)]


_ZHUYIN = {
    initial + final: _zhuyin_of(initial, final) for initial, finals in _FINALS.items() for final in finals.split()
}
_BASE_OF_ZHUYIN = {signs: base for base, signs in _ZHUYIN.items() if base != "r"}


@dataclass(frozen=True, slots=True)
class Syllable:
    """One syllable: ``base`` in pinyin letters (ü where ü is written), ``tone`` 1 to 4, or 5 for the neutral tone."""

    base: str
    tone: int

    def pinyin(self) -> str:
        """The syllable with its tone mark where the scheme of 1958 puts it: ``fù``, ``guì``, ``liú``, ``zi``."""
        mark = _MARKS[self.tone]
        if not mark:
            return self.base
        places = [self.base.find(vowel) for vowel in ("a", "e", "ê", "ou")]
        place = next((place for place in places if place >= 0), -1)
        if place < 0:
            vowels = [index for index, letter in enumerate(self.base) if letter in "iouü"]
            place = vowels[-1] if vowels else next(i for i, letter in enumerate(self.base) if letter in "nmr")
        return unicodedata.normalize("NFC", self.base[: place + 1] + mark + self.base[place + 1 :])

    def zhuyin(self) -> str:
        """The syllable in zhuyin: no sign for the first tone, the dot of the neutral tone first; erhua is ``ㄦ``."""
        signs = _ZHUYIN[self.base]
        if self.base == "r":
            return signs
        return "˙" + signs if self.tone == 5 else signs + _ZHUYIN_TONES[self.tone]


@lru_cache(maxsize=8192)
def parse(text: str) -> Syllable | None:
    """Read one syllable in any spelling (``fù``, ``lv4``, ``lu:4``, ``zi0``, ``ㄈㄨˋ``, ``˙ㄗ``); None for others."""
    text = text.strip().lower()
    if re.search("[\u3105-\u312f]", text):
        return _parse_zhuyin(text)
    digit = re.fullmatch(r"(.*?)([0-5])", text)
    letters = unicodedata.normalize("NFD", digit[1] if digit else text)
    marks = [letter for letter in letters if letter in _TONE_OF_MARK]
    if len(marks) > 1 or (digit and marks):
        return None
    base = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONE_OF_MARK))
    base = base.replace("u:", "ü").replace("v", "ü")
    if base[:1] in {"j", "q", "x", "y"}:
        base = base.replace("ü", "u")
    if base not in _ZHUYIN:
        return None
    if digit:
        return Syllable(base, int(digit[2]) or 5)
    return Syllable(base, _TONE_OF_MARK[marks[0]] if marks else 5)


def _parse_zhuyin(text: str) -> Syllable | None:
    """One syllable in zhuyin; the dot of the neutral tone may stand on either side."""
    match = re.fullmatch(r"(˙?)([\u3105-\u312f]+)([ˉˊˇˋ˙]?)", text)
    if not match or (match[1] and match[3]):
        return None
    signs, sign = match[2], match[1] or match[3]
    if signs == "ㄦ" and not sign:
        return Syllable("r", 5)
    base = _BASE_OF_ZHUYIN.get(signs)
    if base is None:
        return None
    return Syllable(base, {"": 1, "ˉ": 1, "ˊ": 2, "ˇ": 3, "ˋ": 4, "˙": 5}[sign])


def split(text: str, count: int | None = None) -> list[str]:
    """Divide a run of syllables, written apart or together, into one string for each syllable.

    ``count`` says how many there should be; divisions of that number are preferred, then those that need no
    apostrophe, then those with the fewest syllables. Returns an empty list when the text is no Mandarin.
    """
    best: dict[int, tuple[int, list[str]]] = {0: (0, [])}
    for chunk in filter(None, _SEPARATORS.split(text.strip())):
        found = _divisions(chunk)
        joined: dict[int, tuple[int, list[str]]] = {}
        for size, (cost, pieces) in best.items():
            for more, (extra, tail) in found.items():
                known = joined.get(size + more)
                if known is None or cost + extra < known[0]:
                    joined[size + more] = (cost + extra, pieces + tail)
        best = joined
    if count in best:
        return best[count][1]
    if not best:
        return []
    return min(best.items(), key=lambda item: (item[1][0], item[0]))[1][1]


def _divisions(chunk: str) -> dict[int, tuple[int, list[str]]]:
    """The cheapest division of one unbroken run for each number of syllables: count -> (cost, pieces)."""
    table: list[dict[int, tuple[int, list[str]]]] = [{} for _ in range(len(chunk) + 1)]
    table[0][0] = (0, [])
    for start in range(len(chunk)):
        if not table[start]:
            continue
        for end in range(min(len(chunk), start + _LONGEST), start, -1):
            piece = chunk[start:end]
            syllable = parse(piece)
            if syllable is None or (end < len(chunk) and _belongs_before(chunk[end])):
                continue
            if syllable.base in _NASALS and piece != chunk:
                continue
            price = _price(syllable, piece, start)
            for size, (cost, pieces) in table[start].items():
                known = table[end].get(size + 1)
                if known is None or cost + price < known[0]:
                    table[end][size + 1] = (cost + price, [*pieces, piece])
    return table[-1]


def _belongs_before(sign: str) -> bool:
    """Whether a sign is a tone that closes the piece before it, so that no piece may end in front of it."""
    return sign in "012345ˊˇˋˉ" or unicodedata.combining(sign) > 0


def _price(syllable: Syllable, piece: str, start: int) -> int:
    """What a piece costs in a division: within a word, a syllable in a vowel would have had its apostrophe."""
    if syllable.base == "r":
        return 4
    within = start > 0 and piece[0] not in "˙" and not re.match("[\u3105-\u312f]", piece)
    return 2 if within and syllable.base[0] in "aoeê" else 0


def respell(reading: str, system: Literal["pinyin", "zhuyin"], count: int) -> tuple[str, ...] | None:
    """The ``count`` syllables of a reading in another spelling; None when it is no Mandarin or another number.

    Without a single tone, letters are taken for Mandarin only when each is a syllable that is read so (``de``, ``zi``):
    an English gloss such as "long" stays what it is.
    """
    syllables = [parse(piece) for piece in split(reading, count)]
    known = [syllable for syllable in syllables if syllable is not None]
    if not known or len(known) != count or len(known) != len(syllables):
        return None
    toned = any(syllable.tone < 5 for syllable in known) or not reading.isascii() or bool(re.search(r"\d", reading))
    if not toned and not all(syllable.base in _TONELESS for syllable in known):
        return None
    return tuple(syllable.zhuyin() if system == "zhuyin" else syllable.pinyin() for syllable in known)

"""The classes of characters that line composition tells apart (CLREQ 3.1 and 6; GB/T 15834-2011, 4 and 5.1)."""

from __future__ import annotations

from enum import Enum, auto


class Kind(Enum):
    """What a sort of type is to the lines. Marks of Chinese text are only those that take a full-width cell."""

    HAN = auto()  # ideographs, kana, full-width letters, symbols a character wide
    OPENING = auto()  # （《“
    CLOSING = auto()  # ）》”
    PAUSE = auto()  # 句内点号：，、；：
    STOP = auto()  # 句末点号：。！？
    INTERPUNCT = auto()  # 间隔号
    DASH = auto()  # 破折号
    ELLIPSIS = auto()  # 省略号
    CONNECTOR = auto()  # 连接号：～－
    SOLIDUS = auto()  # 分隔号：／
    OPERATOR = auto()  # ×＝: stands between numbers and letters without a gap
    PREFIX = auto()  # ￥№: belongs to what follows
    POSTFIX = auto()  # ％℃: belongs to what goes before
    LATIN = auto()  # a word of a script with words, or a part of one
    OBJECT = auto()  # a picture or block in the line
    SPACE = auto()  # falls away at the end of a line
    KEPT = auto()  # a space of text whose spaces are kept: it falls away at the end of a line, not at its beginning
    GLUE = auto()  # a space that no line may end at
    JOINER = auto()  # no width, no break on either side (U+2060, before the mark of a note)
    CHANCE = auto()  # no width, a break is welcome (U+200B)
    BREAK = auto()  # a forced end of line


OPENINGS = "“‘（《〈「『【〖〔［｛｟〘〚〝"
CLOSINGS = "”’）》〉」』】〗〕］｝｠〙〛〞〟"
PAUSES = "，、；：､"
STOPS = "。！？．｡‼⁇⁈⁉"
INTERPUNCTS = "·・‧•"
DASHES = "—―⸺"
ELLIPSES = "…⋯"
CONNECTORS = "～〜－–"
SOLIDI = "／"
OPERATORS = "×÷±∓＋−＝≠≈≡≤≥＜＞∶∝"
PREFIXES = "￥￡＄€№＃"
POSTFIXES = "％‰℃℉°′″￠"
JOINERS = "\u2060\ufeff\u200d"
GLUES = "\u00a0\u202f"
SPACES = " \u3000\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\t"
BREAKS = "\n\x0b\x0c\x85\u2028\u2029"

QUOTES = frozenset("“”‘’")
"""Shared with Latin text: marks of Chinese text only where the font gives them a full-width cell."""

_LISTS = {
    Kind.OPENING: OPENINGS,
    Kind.CLOSING: CLOSINGS,
    Kind.PAUSE: PAUSES,
    Kind.STOP: STOPS,
    Kind.INTERPUNCT: INTERPUNCTS,
    Kind.DASH: DASHES,
    Kind.ELLIPSIS: ELLIPSES,
    Kind.CONNECTOR: CONNECTORS,
    Kind.SOLIDUS: SOLIDI,
    Kind.OPERATOR: OPERATORS,
    Kind.PREFIX: PREFIXES,
    Kind.POSTFIX: POSTFIXES,
    Kind.JOINER: JOINERS,
    Kind.GLUE: GLUES,
    Kind.SPACE: SPACES,
    Kind.CHANCE: "\u200b",
    Kind.BREAK: BREAKS,
}
KINDS: dict[str, Kind] = {character: kind for kind, characters in _LISTS.items() for character in characters}

NO_START = frozenset("!),.:;?]}%‰℃℉°′″¢'\"»›’”")
"""Latin signs that no line may begin with when they touch what goes before."""

NO_END = frozenset("([{$￥¥£€#«‹‘“")
"""Latin signs that no line may end with when they touch what follows."""

STRICT_NO_START = frozenset("々〻ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎゝゞヽヾ")
"""Han and kana that strict composition keeps from the beginning of a line."""

SPACED = frozenset("%‰℃°+-=$#@&/€£¥")
"""Signs at the edge of a Latin word that keep the gap between it and Han; other signs touch."""

_UNIT_WORDS = """
% ‰ ℃ °C °F K Pa kPa MPa Hz kHz MHz GHz W kW MW V A mA Ω J kJ N kN mol cd lm lx rad s ms min h d m mm cm dm km nm
μm m² m³ km² hm² ha L mL l ml g mg kg t pt px em dpi bit B KB MB GB TB kb kbps Mbps
"""
TOUCHING = frozenset("-/~&+=")
"""Signs that touch the Han on both sides when they stand alone: 让-雅克, 和/或."""

UNITS = frozenset(_UNIT_WORDS.split())
"""Units that no line separates from their number (GB 3100, GB 3101; CLREQ 3.1.8)."""


def kind_of(text: str, width: float, em: float) -> Kind:
    """The kind of a sort from its text, its advance and the size of its type (same unit).

    Quotation marks, dashes, ellipses and interpuncts are also Latin: they count as Chinese when they are wide. An
    interpunct always counts as Chinese: fonts draw it narrow, and composition gives it its cell.
    """
    kind = KINDS.get(text[0])
    if kind is None:
        return Kind.HAN
    if kind is Kind.DASH and len(text) == 1:
        kind = Kind.CONNECTOR  # 一字线
    if kind in _NARROW_IS_LATIN and width < 0.9 * em:
        return Kind.LATIN
    return kind


_NARROW_IS_LATIN = {
    Kind.OPENING, Kind.CLOSING, Kind.DASH, Kind.ELLIPSIS, Kind.CONNECTOR, Kind.PREFIX, Kind.POSTFIX, Kind.PAUSE,
    Kind.STOP, Kind.SOLIDUS,
}  # fmt: skip

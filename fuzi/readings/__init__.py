"""How Chinese is read aloud: syllables in pinyin and zhuyin, and the reading of a character in its sentence."""

from fuzi.readings.reader import DOUBTFUL, Reading, read
from fuzi.readings.syllables import Syllable, parse, respell, split

__all__ = ["DOUBTFUL", "Reading", "Syllable", "parse", "read", "respell", "split"]

"""The reading of every Han character of a text, with how far it can be trusted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from fuzi.readings.analysis import Words, simplified, words
from fuzi.readings.heteronyms import decide, heteronyms, phrases

DOUBTFUL = 0.8
"""Below this confidence the editor should settle the reading."""

_OWN_WORD = 0.97
_KNOWN_PHRASE = 0.95
_LOOSE_PHRASE = 0.9  # three characters and more that the sentence cuts into several words
_TWO_WORDS = 0.75  # two words of one character that the dictionary also knows as one: 都会, 为人
_OTHER_NEUTRAL = 0.9  # a phrase gives a reading that is not the character's own
_SURE = 0.97  # a first reading trusted so far holds in a word of one character too
_ALONE = 0.75
_LONGEST = 8  # characters of the longest phrase looked up
# Simplified characters that stand for several traditional ones, each with its own reading: 发 for 發 fā and 髮 fà.
_MERGED = frozenset("发干只系斗卷舍纤蒙脏划别朴仆几占折辟冲挨")
# Phrase tables give 一 and 不 with their sandhi; 捲 is never read as 卷 "scroll".
_FIXED = {"一": "yī", "不": "bù", "捲": "juǎn"}


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of one character: ``index`` in the text, ``syllable`` in marked pinyin (empty: unknown).

    ``confidence`` runs from 0 to 1; ``others`` are the readings the character has elsewhere in modern Chinese.
    """

    index: int
    character: str
    syllable: str
    confidence: float
    others: tuple[str, ...]


_Choice = tuple[str, float]


class _Phrase(NamedTuple):
    """What a phrase of the dictionary says of one of its characters; an idiom (four characters) outranks rules."""

    reading: str
    trust: float
    idiom: bool


def read(text: str, settled: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Reading, ...]:
    """Read a sentence or a paragraph in either script: one Reading for each Han character, in order.

    ``settled`` holds the phrases that the book has decided, each with one reading for each character; the longest
    fitting one wins with confidence 1. Tones are those of the dictionary: no sandhi.
    """
    plain = simplified(text)
    chosen: dict[int, _Choice] = {}
    if settled:
        _match(text, settled, 1.0, chosen, lambda start, end: True)
        _match(plain, settled, 1.0, chosen, lambda start, end: True)
    cut: Words | None
    if _wants_words(text, plain):
        cut = words(plain)
        _match(plain, phrases(), _OWN_WORD, chosen, cut.holds)
        known = _dictionary_phrases(plain, cut)
    else:
        cut, known = None, dict[int, _Phrase]()
        _match(plain, phrases(), _OWN_WORD, chosen, lambda start, end: True)
    found = []
    for index, character in enumerate(text):
        if is_han(character):
            choice = chosen.get(index) or _choose(character, plain, index, cut, known.get(index))
            found.append(Reading(index, character, *choice, _others(character, plain[index], choice[0])))
    return tuple(found)


@lru_cache(maxsize=1)
def _tables() -> tuple[Any, Any]:
    """pypinyin's readings of characters and of phrases; a quarter of a second that books without readings need not
    wait."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

    return PINYIN_DICT, PHRASES_DICT


def is_han(character: str) -> bool:
    """Whether a character is a Han character (the ideographic zero included)."""
    code = ord(character)
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x3FFFF or character == "〇"


def _choose(character: str, plain: str, index: int, cut: Words | None, phrase: _Phrase | None) -> _Choice:
    """The reading of one character that nothing longer has settled."""
    choices = _readings_of(character, plain[index])
    if not choices:
        return "", 0.0
    if len(choices) == 1 or cut is None:
        if phrase and phrase.reading != choices[0] and _agrees(character, phrase.reading):
            return phrase.reading, _OTHER_NEUTRAL
        return choices[0], 1.0
    if phrase and phrase.reading not in choices:
        phrase = None
    if phrase and phrase.idiom:
        return phrase.reading, phrase.trust
    ruled = decide(plain, cut, index)
    if ruled and ruled[0] in choices:
        return ruled
    if phrase and (phrase.trust > DOUBTFUL or phrase.reading != choices[0]):
        return phrase.reading, phrase.trust
    ruled = decide(plain, cut, index, late=True)
    if ruled and ruled[0] in choices:
        return ruled
    entry = heteronyms()[character if character in heteronyms() else plain[index]]
    alone = cut.alone(index) and entry.trust < _SURE
    return choices[0], min(entry.trust, _ALONE) if alone else entry.trust


def _readings_of(character: str, plain: str) -> tuple[str, ...]:
    """The modern readings of a character, the commonest first.

    A traditional character has those of its simplified form that are its own: 髮 is only fà, 發 only fā.
    """
    table = heteronyms()
    if character in table:
        return table[character].readings
    known = _known(character)
    if not known:
        return ()
    if character in _FIXED:
        return (_FIXED[character],)
    if plain != character and plain in table:
        if plain not in _MERGED:
            return table[plain].readings
        return tuple(reading for reading in table[plain].readings if reading in known) or known[:1]
    return known[:1]


def _others(character: str, plain: str, syllable: str) -> tuple[str, ...]:
    """The readings of a character besides the one it was given."""
    return tuple(reading for reading in _readings_of(character, plain) if reading != syllable)


def _wants_words(text: str, plain: str) -> bool:
    """Whether some character of the text has several readings, so that the words around it are needed."""
    table = heteronyms()
    return any(a in table or b in table for a, b in zip(text, plain, strict=True))


@lru_cache(maxsize=8192)
def _known(character: str) -> tuple[str, ...]:
    """The readings of a character in pypinyin's table; empty for a character it does not know."""
    characters, _ = _tables()
    listed = characters.get(ord(character), "")
    return tuple(listed.split(",")) if listed else ()


def _agrees(character: str, reading: str) -> bool:
    """Whether pypinyin's table of characters knows the reading that its table of phrases gives."""
    return character not in _FIXED and reading in _known(character)


def _match(
    text: str,
    table: Mapping[str, tuple[str, ...]],
    trust: float,
    chosen: dict[int, _Choice],
    holds: Callable[[int, int], bool],
) -> None:
    """Settle what the longest fitting phrases of a table say; characters already settled stay as they are."""
    longest = max(map(len, table), default=0)
    start = 0
    while start < len(text):
        for end in range(min(len(text), start + longest), start, -1):
            readings = table.get(text[start:end])
            if readings and len(readings) == end - start and holds(start, end):
                for index, reading in zip(range(start, end), readings, strict=True):
                    chosen.setdefault(index, (reading, trust))
                start = end - 1
                break
        start += 1


def _dictionary_phrases(plain: str, cut: Words) -> dict[int, _Phrase]:
    """What pypinyin's phrases say of each character: the longest ones that cut no word in two."""
    _, table = _tables()
    found: dict[int, _Phrase] = {}
    start = 0
    while start < len(plain):
        if not is_han(plain[start]):
            start += 1
            continue
        for end in range(min(len(plain), start + _LONGEST), start + 1, -1):
            entry = table.get(plain[start:end])
            if entry and len(entry) == end - start and cut.holds(start, end):
                idiom = end - start > 3
                trust = _KNOWN_PHRASE
                if cut.starts[start] != cut.starts[end - 1] and not idiom:
                    trust = _TWO_WORDS if end - start == 2 else _LOOSE_PHRASE
                for index, options in zip(range(start, end), entry, strict=True):
                    found[index] = _Phrase(options[0], trust, idiom)
                start = end - 1
                break
        start += 1
    return found

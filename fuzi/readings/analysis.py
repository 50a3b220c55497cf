"""What the rules look at: the simplified form of a text, cut into words with their classes."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

# 著 stays 著 when OpenCC simplifies; these are the words in which it is not the particle 着.
_NOT_PARTICLE = re.compile("著(?=[名作者述稱称書书錄录有於于])|(?<=[名原巨顯显專专遺遗土編编論论拙卓昭合譯译])著")


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words: for each character where its word starts and ends, and the class of the word."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]

    def alone(self, index: int) -> bool:
        """Whether the character is a word of its own."""
        return self.ends[index] - self.starts[index] == 1

    def before(self, index: int) -> str:
        """The class of the word in front of the one the character stands in; empty at the start."""
        start = self.starts[index]
        return self.tags[start - 1] if start else ""

    def behind(self, index: int) -> str:
        """The class of the word behind the one the character stands in; empty at the end."""
        end = self.ends[index]
        return self.tags[end] if end < len(self.tags) else ""

    def holds(self, start: int, end: int) -> bool:
        """Whether ``start:end`` is made of whole words, or lies in one word: it does not cut a word in two."""
        if self.starts[start] == self.starts[end - 1]:
            return True
        return self.starts[start] == start and self.ends[end - 1] == end


def simplified(text: str) -> str:
    """The simplified form of a text, character for character, so that rules and words are written once.

    A text of another length than its simplified form is returned as it stands.
    """
    plain: str = _converter().convert(text)
    if len(plain) != len(text):
        plain = "".join(_one(character) for character in text)
    if "著" in plain and plain != text:
        kept = {match.start() for match in _NOT_PARTICLE.finditer(text)}
        plain = "".join("着" if c == "著" and i not in kept else c for i, c in enumerate(plain))
    return plain


def words(plain: str) -> Words:
    """Cut a simplified text into words. Loads the dictionary at the first call (two or three seconds)."""
    starts: list[int] = []
    ends: list[int] = []
    tags: list[str] = []
    for word, tag in _cut(plain):
        start = len(starts)
        starts += [start] * len(word)
        ends += [start + len(word)] * len(word)
        # "zg" is the dictionary's class for characters it knows nothing of; only the first letter is looked at.
        tags += ["g" if tag == "zg" else tag[0]] * len(word)
    if len(starts) != len(plain):  # never seen; without words the rules that ask for them stay silent
        return Words(tuple(range(len(plain))), tuple(range(1, len(plain) + 1)), ("x",) * len(plain))
    return Words(tuple(starts), tuple(ends), tuple(tags))


def _cut(plain: str) -> Iterator[tuple[str, str]]:
    """The words of a text with their classes, blanks and line ends included."""
    for word in _tagger().cut(plain, HMM=False):
        yield word.word, word.flag


@lru_cache(maxsize=1)
def _tagger() -> Any:
    """The tagger of jieba, its dictionary read by ourselves: jieba's own way logs and leaves a cache file behind."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # type: ignore[import-untyped]
        import jieba.posseg  # type: ignore[import-untyped]
    tokenizer = jieba.dt
    if not tokenizer.initialized:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
        tokenizer.initialized = True
    return jieba.posseg.dt


@lru_cache(maxsize=1)
def _converter() -> Any:
    """OpenCC from traditional to simplified; it leaves simplified text alone."""
    import opencc

    return opencc.OpenCC("t2s")


@lru_cache(maxsize=4096)
def _one(character: str) -> str:
    """The simplified form of one character."""
    plain: str = _converter().convert(character)
    return plain if len(plain) == 1 else character

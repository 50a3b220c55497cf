"""Which reading a character with several readings has in its place, and how far that can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from fuzi.readings.analysis import Words

_REACH = 12  # characters that a rule sees on either side
_ACROSS = 0.78
_PARTICLES = "得地着了儿"
_ENDS = re.compile("[。！？!?\n]")


@dataclass(frozen=True, slots=True)
class Heteronym:
    """A character with several readings in modern use, the commonest first; ``trust`` in that one alone, 0 to 1."""

    readings: tuple[str, ...]
    trust: float


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of ``rules.tsv``: in this setting the character has this reading, trusted so far (0 to 1).

    ``setting`` is looked for in the neighbouring text with ``~`` in the character's place; ``before`` and
    ``behind`` are first letters of word classes (empty: any); ``alone`` asks for a word of one character.
    A ``late`` rule is asked only when no dictionary phrase says anything.
    """

    reading: str
    trust: float
    setting: re.Pattern[str] | None
    before: str
    behind: str
    alone: bool
    late: bool

    def holds(self, window: str, words: Words, index: int) -> bool:
        """Whether the rule speaks of the character at ``index``."""
        if self.alone and not words.alone(index):
            return False
        if self.before and (words.before(index) or "-") not in self.before:
            return False
        if self.behind and (words.behind(index) or "-") not in self.behind:
            return False
        return self.setting is None or self.setting.search(window) is not None


@lru_cache(maxsize=1)
def heteronyms() -> dict[str, Heteronym]:
    """The characters with several readings, from ``heteronyms.tsv``."""
    table = {}
    for character, trust, readings in _rows("heteronyms.tsv"):
        table[character] = Heteronym(tuple(readings.split()), float(trust))
    return table


@lru_cache(maxsize=1)
def phrases() -> dict[str, tuple[str, ...]]:
    """Words whose readings no rule gives (neutral tones above all), from ``words.tsv``."""
    return {word: tuple(readings.split()) for word, readings in _rows("words.tsv")}


@lru_cache(maxsize=1)
def rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of each character in the order in which they are asked, from ``rules.tsv``."""
    table: dict[str, list[Rule]] = {}
    for character, reading, trust, conditions in _rows("rules.tsv"):
        table.setdefault(character, []).append(_rule(reading, float(trust), conditions.split(" ")))
    return {character: tuple(rows) for character, rows in table.items()}


def decide(plain: str, words: Words, index: int, *, late: bool = False) -> tuple[str, float] | None:
    """The reading and the trust of the first rule that holds for the character at ``index``; None without one.

    ``plain`` is the simplified text; ``late`` asks the rules that stand behind the dictionary phrases.
    """
    known = rules().get(plain[index])
    if not known:
        return None
    window = _window(plain, index)
    for rule in known:
        if rule.late is late and rule.holds(window, words, index):
            return rule.reading, _trust(rule, plain[index], words.alone(index))
    return None


def _trust(rule: Rule, character: str, alone: bool) -> float:
    """How far a rule is trusted here.

    A rule that looks at neighbouring characters only may have met them across the border of two words (找到了 + 事做
    for 了事): in a word of one character it is not believed against the commonest reading. Particles always stand so.
    """
    usual = heteronyms()[character].readings[0]
    if alone and not rule.alone and rule.reading != usual and character not in _PARTICLES:
        return min(rule.trust, _ACROSS)
    return rule.trust


def _window(plain: str, index: int) -> str:
    """The neighbourhood of a character inside its sentence, with ``~`` in its place."""
    left = plain[max(0, index - _REACH) : index].replace("~", " ")
    right = plain[index + 1 : index + 1 + _REACH].replace("~", " ")
    left = _ENDS.split(left)[-1]
    end = _ENDS.search(right)
    return left + "~" + (right[: end.end()] if end else right)


def _rule(reading: str, trust: float, conditions: list[str]) -> Rule:
    """One rule from its row."""
    setting, before, behind, alone, late = None, "", "", False, False
    for condition in conditions:
        if condition == "solo":
            alone = True
        elif condition == "late":
            late = True
        elif condition.startswith("<"):
            before = condition[1:]
        elif condition.startswith(">"):
            behind = condition[1:]
        else:
            setting = re.compile(condition)
    return Rule(reading, trust, setting, before, behind, alone, late)


def _rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this package, without its comments."""
    for line in files("fuzi.readings").joinpath(name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")

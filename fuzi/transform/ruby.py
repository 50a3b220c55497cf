"""The readings above characters as the variant writes them: pinyin with its tone marks, or 注音符號."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from fuzi.model.block import Inlines
from fuzi.model.fair_copy import FairCopy
from fuzi.model.inline import Inline, Mark, MarkKind, Ruby, Text
from fuzi.model.report import Diagnostic
from fuzi.model.walk import all_runs, deep, plain
from fuzi.readings import parse, respell, split
from fuzi.transform.codes import NO_SYLLABLE
from fuzi.transform.task import Done, Task
from fuzi.transform.units import map_units, units

System = Literal["pinyin", "zhuyin"]
MEANT = re.compile(r"[a-zü:]+[0-9]+|[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*[0-9]*|[\u3105-\u312fˊˇˋ˙]+", re.IGNORECASE)
"""What is meant as a syllable of Mandarin: it bears a tone, or is written in zhuyin."""

_LETTERS = re.compile("[a-zü]+")
_LONGEST = 7
"""Letters of one syllable, with one too many: zhuangg."""

_FEW = 5
"""Where there are so many readings in pinyin to one foreign word, that word too is meant as pinyin."""

_SMALL = frozenset({MarkKind.WARICHU, MarkKind.SIDE})
"""Small type, above which no reading can stand."""


def settle_readings(copy: FairCopy, task: Task) -> Done:
    """The copy with its readings in the spelling of the variant, one for each character where they can be divided."""
    wanted = task.book.settings.typesetting.readings
    system: System = (
        "zhuyin" if "zhuyin" in (wanted, task.variant.readings if wanted == "variant" else "") else "pinyin"
    )
    written = [item for unit in units(copy) for run in all_runs(unit) for item in deep(run) if isinstance(item, Ruby)]
    if not written:
        return Done(copy)
    speller = _Speller(system, _suspects(written))
    settled = map_units(copy, lambda _: speller.run)
    return Done(settled, tuple(speller.found))


def _suspects(written: list[Ruby]) -> frozenset[str]:
    """Words in small letters, one for each character, that are no syllables though pinyin was meant.

    A word that is a syllable but for one letter (``cuoo``, ``zij``) is one unless the book has more foreign words than
    pinyin; any other is one where the book writes pinyin nearly everywhere.
    """
    mandarin, near, far = 0, set[str](), set[str]()
    for item in written:
        base, given = plain(item.content), " ".join(reading.text for reading in item.readings)
        if respell(given, "pinyin", len(base)) or any(MEANT.fullmatch(word) for word in given.split()):
            mandarin += 1
        elif len(item.readings) == len(base) or " " not in given:
            for word in given.split():
                size = 1 if len(item.readings) == len(base) else len(base)
                if _LETTERS.fullmatch(word) and len(word) <= _LONGEST * size and len(split(word, size)) != size:
                    (near if _is_near(word, size) else far).add(word)
    found = near if mandarin >= len(far) else set[str]()
    return frozenset(found | far if mandarin >= _FEW * len(far) and mandarin else found)


def _is_near(word: str, size: int) -> bool:
    """Whether a word would be syllables without its last letter or one that is written twice."""
    places = [at for at in range(len(word)) if at == len(word) - 1 or word[at] == word[at + 1]]
    return any(len(split(word[:at] + word[at + 1 :], size)) == size for at in places)


def _is_mandarin(word: str) -> bool:
    """Whether a word is one syllable, or several that are written together without figures for their tones."""
    return parse(word) is not None or (not re.search("[0-9]", word) and bool(split(word)))


def _holds(run: Inlines) -> bool:
    return any(isinstance(item, Ruby) for item in deep(run))


@dataclass(slots=True)
class _Speller:
    """Spells the readings of run after run; ``suspects`` are words that are told of, ``found`` what was told."""

    system: System
    suspects: frozenset[str]
    found: list[Diagnostic] = field(default_factory=list)

    def run(self, run: Inlines) -> Inlines:
        """A run with its readings spelt; in small type they follow their characters in brackets."""
        return tuple(self._one(item) for item in run) if _holds(run) else run

    def _one(self, item: Inline) -> Inline:
        if isinstance(item, Ruby):
            return _spelt(item, self.system, self.suspects, self.found)
        if not _holds((item,)):
            return item
        marked: Any = item  # every mark with content takes content of the same kind
        content = self.run(marked.content)
        if isinstance(item, Mark) and item.kind in _SMALL:
            content = tuple(_in_brackets(content))
        changed: Inline = replace(marked, content=content)
        return changed


def _in_brackets(content: Inlines) -> Iterator[Inline]:
    """Readings behind their characters: 洛（luò）, as notes in small type have them."""
    for item in content:
        if isinstance(item, Ruby):
            yield from item.content
            yield Text("（" + " ".join(reading.text for reading in item.readings) + "）", item.readings[0].place)
        elif isinstance(item, Mark):
            yield replace(item, content=tuple(_in_brackets(item.content)))
        else:
            yield item


def _spelt(item: Ruby, system: System, suspects: frozenset[str], found: list[Diagnostic]) -> Ruby:
    size = sum(len(text.text) for text in item.content)
    given = " ".join(reading.text for reading in item.readings)
    syllables = respell(given, system, size)
    if syllables is not None and len(syllables) == size:
        places = [reading.place for reading in item.readings]
        places += [places[-1]] * (size - len(places))
        return replace(item, readings=tuple(map(Text, syllables, places)))
    found += [
        NO_SYLLABLE.at(reading.place, reading=word)
        for reading in item.readings
        for word in reading.text.split()
        if word in suspects or (MEANT.fullmatch(word) and not _is_mandarin(word))
    ]
    if len(item.readings) in (1, size):
        return item
    return replace(item, readings=(replace(item.readings[0], text=given),))

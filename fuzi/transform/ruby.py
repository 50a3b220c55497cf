"""The readings above characters as the variant writes them: pinyin with its tone marks, or 注音符號."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Literal

from fuzi.model.block import Inlines
from fuzi.model.fair_copy import FairCopy
from fuzi.model.inline import Inline, Ruby, Text
from fuzi.model.report import Diagnostic
from fuzi.model.walk import all_runs, deep
from fuzi.readings import parse, respell
from fuzi.transform.codes import NO_SYLLABLE
from fuzi.transform.task import Done, Task
from fuzi.transform.units import map_units, units

System = Literal["pinyin", "zhuyin"]
MEANT = re.compile(r"[a-zü:]+[0-9]|[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*|[\u3105-\u312fˊˇˋ˙]+", re.IGNORECASE)
"""What is meant as a syllable of Mandarin: it bears a tone, or is written in zhuyin."""


def settle_readings(copy: FairCopy, task: Task) -> Done:
    """The copy with its readings in the spelling of the variant, one for each character where they can be divided."""
    wanted = task.book.settings.typesetting.readings
    system: System = (
        "zhuyin" if "zhuyin" in (wanted, task.variant.readings if wanted == "variant" else "") else "pinyin"
    )
    found: list[Diagnostic] = []
    if not any(_holds(run) for unit in units(copy) for run in all_runs(unit)):
        return Done(copy)
    settled = map_units(copy, lambda _: lambda run: _run(run, system, found))
    return Done(settled, tuple(found))


def _run(run: Inlines, system: System, found: list[Diagnostic]) -> Inlines:
    return tuple(_one(item, system, found) for item in run) if _holds(run) else run


def _holds(run: Inlines) -> bool:
    return any(isinstance(item, Ruby) for item in deep(run))


def _one(item: Inline, system: System, found: list[Diagnostic]) -> Inline:
    if isinstance(item, Ruby):
        return _spelt(item, system, found)
    if not _holds((item,)):
        return item
    marked: Any = item  # every mark with content takes content of the same kind
    changed: Inline = replace(marked, content=_run(marked.content, system, found))
    return changed


def _spelt(item: Ruby, system: System, found: list[Diagnostic]) -> Ruby:
    size = sum(len(text.text) for text in item.content)
    given = " ".join(reading.text for reading in item.readings)
    syllables = respell(given, system, size)
    if syllables is not None and len(syllables) == size:
        places = [reading.place for reading in item.readings]
        places += [places[-1]] * (size - len(places))
        return replace(item, readings=tuple(map(Text, syllables, places)))
    found += [
        NO_SYLLABLE.at(reading.place, reading=reading.text)
        for reading in item.readings
        if MEANT.fullmatch(reading.text) and parse(reading.text) is None and not respell(reading.text, system, size)
    ]
    if len(item.readings) in (1, size):
        return item
    return replace(item, readings=(replace(item.readings[0], text=given),))

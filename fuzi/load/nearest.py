"""The nearest right word for a wrong one, as a hint in both languages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

Hint = dict[str, str]
"""The facts ``near_zh`` and ``near_en`` of a diagnostic."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like ``word``; case and ``-``/``_`` do not count. None when nothing is near."""
    folded = {_fold(item): item for item in sorted(known, reverse=True)}
    found = difflib.get_close_matches(_fold(word), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def near(word: str, known: Iterable[str]) -> Hint:
    """A hint that names the nearest known word, or else all of them."""
    names = list(known)
    best = nearest(word, names)
    return _meant(best) if best is not None else choices(names)


def choices(known: Iterable[str]) -> Hint:
    """A hint that names what may stand here."""
    names = ", ".join(known)
    if not names:
        return {"near_zh": "这里没有可选的内容", "near_en": "There is nothing to choose from here"}
    return {"near_zh": f"这里可以写：{names}", "near_en": f"It may be one of: {names}"}


def near_file(path: str, names: Iterable[str], none_zh: str, none_en: str) -> Hint:
    """A hint that names the file whose path is most like this one, or else what to do when there is none such."""
    best = nearest(path, names)
    return _meant(best) if best is not None else {"near_zh": none_zh, "near_en": none_en}


def _meant(best: str) -> Hint:
    return {"near_zh": f"是不是想写“{best}”？", "near_en": f"Did you mean “{best}”?"}


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")

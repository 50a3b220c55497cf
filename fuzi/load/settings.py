"""What the settings of a book must be beyond their shape: names that may become paths, tags, choices."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from fuzi.load.marked_yaml import Marked
from fuzi.load.nearest import nearest
from fuzi.load.schema import SETTINGS_KEYS, read_settings
from fuzi.load.shapes import key_path, wrong_value
from fuzi.manufacture.type_area import parse_area
from fuzi.model.book import USUAL_SIZE, FieldPath, Settings
from fuzi.model.production import PRODUCTS
from fuzi.model.report import Diagnostic

CHOICES: dict[FieldPath, tuple[str, ...]] = {
    ("figure_numbering",): ("book", "chapter", "none"),
    ("typesetting", "punctuation"): ("kaiming", "full", "half"),
    ("typesetting", "kinsoku"): ("strict", "loose"),
    ("typesetting", "notes"): ("page", "chapter", "book"),
    ("typesetting", "readings"): ("variant", "pinyin", "zhuyin"),
    ("page_list",): ("print", "none"),
    ("pinyin",): ("all", "rare", "none"),
    ("press", "marks"): ("none", "crop"),
    ("press", "ink"): ("registration", "black"),
}
"""The settings that are one of a few words."""

DEEPEST_CONTENTS = 4

SMALLEST, LARGEST = Decimal(8), Decimal(24)
"""pt: the smallest and the largest type that a text may be set in."""

TIGHTEST = Decimal("1.3")
"""The least leading, in em."""

LIMITS: dict[FieldPath, tuple[int, int]] = {
    ("press", "bleed"): (1, 10),
    ("binding", "flaps"): (30, 150),
    ("binding", "spine"): (1, 120),
    ("binding", "waste"): (1, 30),
    ("binding", "barcode"): (80, 150),
    ("binding", "paper", "weight"): (28, 400),
    ("binding", "cover_paper", "weight"): (28, 500),
}
"""Measures in mm, percent and g/m², and within what they must lie; 0 is: not said."""

NEVER_ZERO: frozenset[FieldPath] = frozenset({("press", "bleed")})
"""Measures of which 0 is a statement too: a press file without bleed is none."""

SIGNATURES = (0, 2, 4, 8, 16, 32, 64)
"""Pages of a 书帖; 0: the pages need only be even."""

_CHINESE = {
    "开明": "kaiming",
    "全角": "full",
    "半角": "half",
    "严格": "strict",
    "宽松": "loose",
    "页": "page",
    "章": "chapter",
    "书": "book",
    "拼音": "pinyin",
    "注音": "zhuyin",
    "全部": "all",
    "生僻": "rare",
    "不注": "none",
}
"""What editors may write for a choice."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})*")


def settings_of(marked: Marked, folder: str) -> tuple[Settings, list[Diagnostic]]:
    """The settings of the book in a folder of this name, and what is wrong with them; a wrong one has its default."""
    default = Settings(slug=slug_of(folder))
    settings, found = read_settings(marked.only(frozenset(SETTINGS_KEYS)), default.slug)
    if settings is None:
        return default, found
    wrong = dict(_faults(settings, marked))
    for path in wrong:
        settings = _mended(settings, default, path)
    return settings, [*found, *wrong.values()]


def _mended(value: Any, default: Any, path: FieldPath) -> Any:
    """The value with the default in the one place that a path leads to."""
    name, rest = str(path[0]), path[1:]
    inner = getattr(default, name)
    return replace(value, **{name: _mended(getattr(value, name), inner, rest) if rest else inner})


def slug_of(folder: str) -> str:
    """An ASCII name for the output from the name of a folder; what has none gets a short digest that stays the same."""
    slug = re.sub(r"[^A-Za-z0-9_-]+", "-", folder).strip("-_")
    if folder.isascii() and slug:
        return slug
    digest = hashlib.sha256(folder.encode("utf-8", errors="surrogatepass")).hexdigest()[:8]
    return f"{slug}-{digest}" if slug else f"book-{digest}"


def is_tag(text: str) -> bool:
    """True for the form of a language tag such as ``zh-Hant-TW``."""
    return _TAG.fullmatch(text) is not None


def _faults(settings: Settings, marked: Marked) -> Iterator[tuple[FieldPath, Diagnostic]]:
    names = "由字母、数字、- 和 _ 组成的名字", "a name of ASCII letters, digits, - and _"
    for key, text in (("slug", settings.slug), ("theme", settings.theme)):
        if not _NAME.fullmatch(text) or len(text) > 80:
            yield (key,), _wrong(marked, (key,), text, *names)
    if not is_tag(settings.source_variant):
        yield ("source_variant",), _wrong(marked, ("source_variant",), settings.source_variant, *_TAG_WORDS)
    wrong = next((tag for tag in settings.variants if not is_tag(tag)), None)
    if wrong is not None:
        index = settings.variants.index(wrong)
        yield ("variants",), _wrong(marked, ("variants",), wrong, *_TAG_WORDS, index=index)
    elif not settings.variants or len(set(settings.variants)) < len(settings.variants):
        listed = ", ".join(settings.variants)
        yield (
            ("variants",),
            _wrong(marked, ("variants",), listed, "至少一个版本，不重复", "one variant or more, each once"),
        )
    if not 0 <= settings.contents_depth <= DEEPEST_CONTENTS:
        depth = f"0–{DEEPEST_CONTENTS}"
        yield ("contents_depth",), _wrong(marked, ("contents_depth",), str(settings.contents_depth), depth, depth)
    yield from _unknown_choices(settings, marked)
    yield from _unmakeable(settings, marked)
    yield from _unreadable_type(settings, marked)


def _unmakeable(settings: Settings, marked: Marked) -> Iterator[tuple[FieldPath, Diagnostic]]:
    """Products that do not exist, and measures that no printing house could work to."""
    wrong = next((name for name in settings.products if name not in PRODUCTS), None)
    if wrong is not None:
        index = settings.products.index(wrong)
        best = nearest(wrong, PRODUCTS)
        mend = (best, best) if best else None
        known = "、".join(PRODUCTS), " or ".join(PRODUCTS)
        yield ("products",), _wrong(marked, ("products",), wrong, *known, index=index, mend=mend)
    elif not settings.products or len(set(settings.products)) < len(settings.products):
        listed = ", ".join(settings.products)
        words = "至少一个品种，不重复", "one product or more, each once"
        yield ("products",), _wrong(marked, ("products",), listed, *words)
    for path, (least, most) in LIMITS.items():
        value: Any = settings
        for name in path:
            value = getattr(value, str(name))
        if (value or path in NEVER_ZERO) and not least <= value <= most:
            yield path, _wrong(marked, path, str(value), f"{least}–{most}", f"{least}–{most}")
    if settings.press.signature not in SIGNATURES:
        words = "、".join(map(str, SIGNATURES)), " or ".join(map(str, SIGNATURES))
        yield ("press", "signature"), _wrong(marked, ("press", "signature"), str(settings.press.signature), *words)


def _unreadable_type(settings: Settings, marked: Marked) -> Iterator[tuple[FieldPath, Diagnostic]]:
    """Sizes that nobody could read, and lines that would stand on one another."""
    size, leading = settings.typesetting.size, settings.typesetting.leading
    area = settings.typesetting.type_area
    if area and parse_area(area) is None:
        wanted = "每行字数×每面行数，例如 28×27", "characters × lines, such as 28×27"
        yield ("typesetting", "type_area"), _wrong(marked, ("typesetting", "type_area"), area, *wanted)
    if size and not SMALLEST <= size <= LARGEST:
        words = f"{SMALLEST}–{LARGEST}"
        yield ("typesetting", "size"), _wrong(marked, ("typesetting", "size"), str(size), words, words)
    elif leading:
        least = (size or USUAL_SIZE) * TIGHTEST
        if not least <= leading <= 5 * least:
            words = f"{least}–{5 * least}"
            yield ("typesetting", "leading"), _wrong(marked, ("typesetting", "leading"), str(leading), words, words)


def _unknown_choices(settings: Settings, marked: Marked) -> Iterator[tuple[FieldPath, Diagnostic]]:
    for path, known in CHOICES.items():
        value: Any = settings
        for name in path:
            value = getattr(value, str(name))
        if value not in known:
            best = _CHINESE.get(value) or nearest(value, known)
            mend = (best, best) if best in known else ("其中一个", "one of these")
            yield path, _wrong(marked, path, value, "、".join(known), " or ".join(known), mend=mend)


_TAG_WORDS = "版本代码，例如 zh-Hans、zh-Hant-TW", "a variant such as zh-Hans or zh-Hant-TW"


def _wrong(
    marked: Marked,
    path: FieldPath,
    value: str,
    zh: str,
    en: str,
    index: int | None = None,
    mend: tuple[str, str] | None = None,
) -> Diagnostic:
    place = marked.place(path if index is None else (*path, index))
    return wrong_value(place, key_path(path), value, (zh, en), mend)

"""The shapes of values in book.yaml, in words: what was expected, what stands there, how to write it."""

from __future__ import annotations

from dataclasses import dataclass

from fuzi.load import codes
from fuzi.load.marked_yaml import Tree
from fuzi.model.book import FieldPath
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape in both languages; ``simple`` for one value, not a list or mapping. ``{key}`` stands for the key."""

    zh: str
    en: str
    mend_zh: str
    mend_en: str
    simple: bool = False


_TEXT = Shape("一段文字", "a text", "写成 {key}: 文字", "Write it as {key}: text")
_LIST = Shape(
    "一个列表",
    "a list",
    "写成 {key}: [甲, 乙]；只有一项也要方括号",
    "Write it as {key}: [a, b], with brackets even for one item",
)
_WHOLE = Shape("整数", "a whole number", "写成 {key}: 1", "Write it as {key}: 1", simple=True)
_NUMBER = Shape("数字", "a number", "写成 {key}: 1", "Write it as {key}: 1", simple=True)
_SWITCH = Shape("true 或 false", "true or false", "写成 {key}: true", "Write it as {key}: true", simple=True)


def wrong_value(
    place: Place, key: str, value: str, wanted: tuple[str, str], mend: tuple[str, str] | None = None
) -> Diagnostic:
    """A value that should have been another: what is ``wanted``, and what to change it to where that says more, each
    in Chinese and English."""
    mend_zh, mend_en = mend or wanted
    return codes.WRONG_VALUE.at(
        place, key=key, value=value, expected_zh=wanted[0], expected_en=wanted[1], mend_zh=mend_zh, mend_en=mend_en
    )


def expected(kind: str, keys: tuple[str, ...], *, item: bool = False) -> Shape:
    """The shape that an error type of pydantic speaks of; ``keys`` are those of the mapping that should stand there.

    ``item`` is True for an item of a list.
    """
    if kind == "dataclass_type":
        named = ", ".join(keys)
        start = "- " if item else "{key}: "
        example = f"{start}{{{keys[0] if keys else 'key'}: …}}"
        return Shape(
            f"一组“键: 值”（{named}）",
            f"a mapping with keys among {named}",
            f"写成 {example}，可用的键：{named}",
            f"Write it as {example}; its keys are {named}",
        )
    if kind.startswith(("tuple", "list")):
        return _LIST
    for name, shape in (("int", _WHOLE), ("decimal", _NUMBER), ("finite", _NUMBER), ("bool", _SWITCH)):
        if kind.startswith(name):
            return shape
    return _TEXT


def found_shape(value: Tree | None) -> tuple[str, str]:
    """What stands there, in both languages."""
    if isinstance(value, dict):
        return "一组“键: 值”", "a mapping"
    if isinstance(value, list):
        return "一个列表", "a list"
    return "一段文字", "a text"


def key_path(path: FieldPath) -> str:
    """``contributors[1].names``: a path as people write it, counted from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else step
    return text

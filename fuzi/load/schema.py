"""The schema of book.yaml: pydantic validates the tree straight into the frozen classes of the model."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from fuzi.load import codes
from fuzi.load.marked_yaml import Marked, Tree
from fuzi.load.measures import (
    CURRENCIES,
    UnknownCurrencyError,
    is_amount,
    parse_month,
    parse_price,
    parse_sheet,
    parse_trim,
    price_in_hanzi,
    trim_by_name,
)
from fuzi.load.nearest import Hint, near
from fuzi.load.shapes import expected, found_shape, key_path, wrong_value
from fuzi.model.book import FieldPath, Settings
from fuzi.model.metadata import Metadata
from fuzi.model.report import Code, Diagnostic
from fuzi.model.source import Place

Model = TypeVar("Model")

METADATA_KEYS = tuple(field.name for field in dataclasses.fields(Metadata))
SETTINGS_KEYS = tuple(field.name for field in dataclasses.fields(Settings))
STRUCTURE_KEYS = ("text", "editions", "encoding")
BOOK_KEYS = (*METADATA_KEYS, *SETTINGS_KEYS, *STRUCTURE_KEYS)

REMOVED = frozenset({"", "none", "null", "~"})
"""What an unquoted value says to mean that a field is not there."""

_MONTHS = ("first_edition", "edition_date", "impression_date")

# What editors may write for a key: the names of the copyright page.
_CHINESE = {
    "书名": "title",
    "副书名": "subtitle",
    "副标题": "subtitle",
    "并列书名": "parallel_title",
    "拼音书名": "pinyin_title",
    "作者": "contributors",
    "著者": "contributors",
    "责任者": "contributors",
    "丛书": "series",
    "出版社": "publisher",
    "出版者": "publisher",
    "印刷": "printer",
    "装订": "binder",
    "发行": "distributor",
    "书号": "isbn",
    "定价": "price",
    "开本": "trim",
    "成品尺寸": "trim",
    "内容提要": "summary",
    "主题词": "subjects",
    "版权": "rights",
    "正文": "text",
    "主题": "theme",
    "封面": "cover",
    "编码": "encoding",
    "排版": "typesetting",
    "标点": "punctuation",
    "避头尾": "kinsoku",
    "悬挂": "hanging",
    "脚注": "notes",
    "注码": "notes",
    "版心": "type_area",
    "预行编目": "cataloguing",
    "预行编目资料": "cataloguing",
    "預行編目": "cataloguing",
    "預行編目資料": "cataloguing",
    "字体": "fonts",
    "宋体": "song",
    "黑体": "hei",
    "楷体": "kai",
    "仿宋": "fangsong",
    "仿宋体": "fangsong",
    "西文": "latin",
    "斜体": "italic",
    "等宽": "mono",
    "font": "fonts",
    "author": "contributors",
    "authors": "contributors",
    "language": "source_variant",
    "size": "trim",
}


class _Schema(BaseModel, Generic[Model]):
    """Carries the configuration, which pydantic hands on to the standard dataclasses inside."""

    model_config = ConfigDict(extra="forbid")
    value: Model


def read_metadata(marked: Marked, *, further: tuple[str, ...] = ()) -> tuple[Metadata | None, list[Diagnostic]]:
    """The metadata that a tree gives, and what is wrong in it.

    ``further`` are keys that may stand beside those of the metadata, for hints. Fields that are wrong are left out of
    the value, so that the rest of the book can still be looked at; None only when there is no usable title.
    """
    tree, found = _prepared(marked)
    return _validated(_Schema[Metadata], Metadata, tree, marked, (*METADATA_KEYS, *further), found)


def read_settings(marked: Marked, slug: str) -> tuple[Settings | None, list[Diagnostic]]:
    """The settings that a tree gives; ``slug`` is the name when it gives none."""
    tree = _filled(marked, (), marked.tree)
    return _validated(_Schema[Settings], Settings, {"slug": slug, **tree}, marked, SETTINGS_KEYS, [])


def _filled(marked: Marked, path: FieldPath, tree: Tree) -> dict[str, Any]:
    """A mapping of settings without the keys that nothing stands behind; a mistyped key stays, to be reported."""
    kept: dict[str, Any] = {}
    known = _keys_at(path, Settings)
    for key, value in _mapping(tree).items():
        if value == "" and (*path, key) in marked.plain and (not path or key in known):
            continue
        kept[key] = _filled(marked, (*path, key), value) if isinstance(value, dict) else value
    return kept


def unknown_key(marked: Marked, path: FieldPath, known: tuple[str, ...]) -> Diagnostic:
    """The diagnostic for a key that nobody knows."""
    return codes.UNKNOWN_KEY.at(marked.key_place(path), key=path[-1], **_advice(str(path[-1]), known))


def is_removed(marked: Marked, path: FieldPath, value: Tree) -> bool:
    """True for ``none`` or nothing at all, written without quotes."""
    return isinstance(value, str) and value.casefold() in REMOVED and path in marked.plain


def _advice(word: str, known: tuple[str, ...]) -> Hint:
    if word in _CHINESE and _CHINESE[word] in known:
        return near(_CHINESE[word], known)
    inside = [path for path in _nested_keys() if path.rpartition(".")[2] == word] if "title" in known else []
    if inside:
        named = ", ".join(inside)
        return {"near_zh": f"这一项要写在里层：{named}", "near_en": f"It belongs one level deeper: {named}"}
    return near(word, known)


def _nested_keys() -> Iterator[str]:
    """``publisher.place`` and the like: the keys one level below those of the metadata and the settings."""
    hints = typing.get_type_hints(Metadata) | typing.get_type_hints(Settings)
    for name in (*METADATA_KEYS, *SETTINGS_KEYS):
        for kind in (hints[name], *typing.get_args(hints[name])):
            if dataclasses.is_dataclass(kind):
                yield from (f"{name}.{field.name}" for field in dataclasses.fields(kind))


def _prepared(marked: Marked) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The tree without the fields that are taken away, and with sizes, prices and months read."""
    found: list[Diagnostic] = []
    tree = _pruned(marked, (), marked.tree, found)
    if not isinstance(tree, dict):
        return {}, found
    _measure(tree, marked, found)
    printing = tree.get("printing")
    if isinstance(printing, dict):
        for key in _MONTHS:
            if isinstance(text := printing.get(key), str):
                month = parse_month(text)
                if month is None:
                    found.append(codes.DATE_FORM.at(marked.place(("printing", key)), key=f"printing.{key}", value=text))
                printing[key] = month or ""
    return tree, found


def _pruned(marked: Marked, path: FieldPath, tree: Tree, found: list[Diagnostic]) -> Any:
    if isinstance(tree, dict):
        known = _keys_at(path)  # a mistyped key stays, to be reported, even when nothing stands under it
        return {
            key: _pruned(marked, (*path, key), value, found)
            for key, value in tree.items()
            if key not in known or not is_removed(marked, (*path, key), value)
        }
    if isinstance(tree, list):
        for index, value in enumerate(tree):
            if value == "":
                found.append(codes.EMPTY_ITEM.at(marked.place((*path, index)), key=key_path(path)))
        return [_pruned(marked, (*path, index), value, found) for index, value in enumerate(tree)]
    return tree


def _measure(tree: dict[str, Any], marked: Marked, found: list[Diagnostic]) -> None:
    """Read the values that are written as one text; one that cannot be read is reported and left out."""
    _trim_by_name(tree, marked, found)
    readers = (
        ("trim", parse_trim, codes.TRIM_FORM),
        ("sheet", parse_sheet, codes.SHEET_FORM),
        ("price", parse_price, codes.PRICE_FORM),
    )
    for key, read, code in readers:
        text = tree.get(key)
        if not isinstance(text, str):
            continue
        try:
            value = read(text)
        except UnknownCurrencyError as error:
            found.append(codes.CURRENCY.at(marked.place((key,)), value=error, known=", ".join(CURRENCIES)))
            value = None
        else:
            if value is None:
                found.append(_unread(text, marked.place((key,)), code))
        if value is None:
            del tree[key]
        else:
            tree[key] = value


def _trim_by_name(tree: dict[str, Any], marked: Marked, found: list[Diagnostic]) -> None:
    """A trim that is given by its name, with the sheet that the size is cut from where the book does not name one."""
    text, sheet = tree.get("trim"), tree.get("sheet")
    if not isinstance(text, str):
        return
    named = trim_by_name(text, parse_sheet(sheet) if isinstance(sheet, str) else None)
    if not named:
        return
    tree["trim"] = named[0].trim
    if "sheet" not in _mapping(marked.tree) and named[0].sheet:
        tree["sheet"] = named[0].sheet
    if len(named) > 1:
        other = named[1]
        cut = f"{other.sheet} 1/{other.sheet.leaves}" if other.sheet else ""
        facts = {"name": text, "taken": named[0].trim, "other": other.trim, "sheet": cut}
        found.append(codes.TRIM_AMBIGUOUS.at(marked.place(("trim",)), **facts))


def _unread(text: str, place: Place, code: Code) -> Diagnostic:
    """A value that could not be read; of a price it is said what it lacks."""
    if code is codes.PRICE_FORM and (right := price_in_hanzi(text)):
        return codes.PRICE_HANZI.at(place, value=text, right=right)
    if code is codes.PRICE_FORM and is_amount(text):
        return codes.PRICE_BARE.at(place, value=text)
    return code.at(place, value=text)


def _validated(
    schema: type[_Schema[Model]],
    model: type[Model],
    tree: dict[str, Any],
    marked: Marked,
    known: tuple[str, ...],
    found: list[Diagnostic],
) -> tuple[Model | None, list[Diagnostic]]:
    """Validate; then once more without the fields that were wrong, for the best value there is."""
    for _ in range(2):
        try:
            return schema.model_validate({"value": tree}).value, found
        except ValidationError as error:
            faults = [(tuple(item["loc"][1:]), item) for item in error.errors(include_url=False)]
            found.extend(_diagnostic(marked, path, item["type"], known, model) for path, item in faults)
            for path, _ in faults:
                tree = _without(tree, path, deep=model is Settings)
            if any(item["type"] == "missing" and len(path) == 1 for path, item in faults):
                break
    return None, found


def _without(tree: dict[str, Any], path: FieldPath, *, deep: bool) -> dict[str, Any]:
    """The mapping without the field that a path leads to; ``deep`` leaves out only the inner key, for groups in which
    every key has a default, so that what is wrong beside it is said too."""
    name = str(path[0])
    inner = tree.get(name)
    if deep and len(path) > 1 and isinstance(inner, dict) and path[1] in inner:
        return {**tree, name: _without(inner, path[1:], deep=True)}
    return {key: value for key, value in tree.items() if key != name}


def _diagnostic(marked: Marked, path: FieldPath, kind: str, known: tuple[str, ...], model: type) -> Diagnostic:
    """What one error of pydantic means for the editor of book.yaml."""
    if kind == "unexpected_keyword_argument":
        inner = known if len(path) == 1 else _keys_at(path[:-1], model)
        return unknown_key(marked, path, inner)
    if kind == "missing":
        return codes.MISSING_KEY.at(marked.key_place(path[:-1]), key=key_path(path), name=path[-1])
    value = _value_at(marked.tree, path)
    shape = expected(kind, _keys_at(path, model), item=isinstance(path[-1], int))
    if shape.simple and isinstance(value, str):
        return wrong_value(marked.place(path), key_path(path), value, (shape.zh, shape.en))
    found_zh, found_en = found_shape(value)
    return codes.WRONG_SHAPE.at(
        marked.place(path),
        key=key_path(path),
        expected_zh=shape.zh,
        expected_en=shape.en,
        found_zh=found_zh,
        found_en=found_en,
        mend_zh=shape.mend_zh.replace("{key}", _last_name(path)),
        mend_en=shape.mend_en.replace("{key}", _last_name(path)),
    )


def _last_name(path: FieldPath) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _keys_at(path: FieldPath, model: type = Metadata) -> tuple[str, ...]:
    """The keys of the mapping at this path, from the types of the model; empty if there is none."""
    kind: Any = model
    for step in path:
        if isinstance(step, int):
            kind = next(iter(typing.get_args(kind)), None)
        elif dataclasses.is_dataclass(kind):
            kind = typing.get_type_hints(kind).get(step)
        if types.NoneType in typing.get_args(kind):
            kind = typing.get_args(kind)[0]  # ``Series | None``
    return tuple(field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else ()


def _value_at(tree: Tree, path: FieldPath) -> Tree | None:
    value: Any = tree
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return typing.cast("Tree | None", value)


def _mapping(tree: Tree) -> dict[str, Tree]:
    return tree if isinstance(tree, dict) else {}

"""The script variants as data: one YAML file each, no code branches on a variant's name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, cast

import yaml

from fuzi.model.edition import Quotes, TitleLeaf, Variant
from fuzi.model.faults import ToolFault

SUFFIX = ".yaml"
MARKS = ("corner", "centre")
"""Where ，。、 may stand in their squares."""

READINGS = ("pinyin", "zhuyin")
"""How characters may be annotated."""

STANDARDS = ("gb", "")
PLACES = ("title-verso", "last-leaf")
CALENDARS = ("western", "minguo")
PARTS = ("rights", "cip", "record", "reserved", "notices", "cataloguing")
"""The parts of a copyright page."""

BLOCKS = ("heading", "number")
"""Groups of the record that are set as blocks: the title with its people, the ISBN."""

LINES = (
    *("series", "title", "contributors"),
    *("responsible_editor", "designer", "proofreader", "others"),
    *("publisher", "publisher_head", "printer", "binder", "distributor"),
    *("address", "postcode", "telephone", "url", "email"),
    *("trim", "sheet", "sheets", "characters", "enclosures"),
    *("first_edition", "edition", "impression", "version", "copies", "price", "isbn"),
)
"""The lines that a record can have."""


@cache
def tags() -> tuple[str, ...]:
    """Every variant there is, as BCP 47 tags in alphabetical order."""
    names = (item.name for item in resources.files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX)))


@cache
def variant(tag: str) -> Variant:
    """The variant of this tag; ``KeyError`` when there is none (``tags()`` lists them)."""
    if tag not in tags():
        raise KeyError(tag)
    text = resources.files(__package__).joinpath(tag + SUFFIX).read_text(encoding="utf-8")
    try:
        return _variant(tag, cast(Mapping[str, Any], yaml.safe_load(text)))
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise ToolFault(
            zh=f"安装的文件 variants/{tag}{SUFFIX} 损坏：{error}",
            en=f"the installed file variants/{tag}{SUFFIX} is damaged: {error}",
            command="pip install --force-reinstall fuzi",
        ) from error


def _variant(tag: str, data: Mapping[str, Any]) -> Variant:
    return Variant(
        tag=tag,
        name=_text(data["name"]),
        opencc={source: _texts(chain) for source, chain in data["opencc"].items()},
        shapes=_words(data["shapes"]),
        quotes=Quotes(outer=_pair(data["quotes"]["outer"]), inner=_pair(data["quotes"]["inner"])),
        labels=_words(data["labels"]),
        fonts={role: _texts(families) for role, families in data["fonts"].items()},
        marks=_choice(data["marks"], MARKS),
        readings=_choice(data.get("readings", READINGS[0]), READINGS),
        title_leaf=_title_leaf(data["title_leaf"]),
    )


def _title_leaf(data: Mapping[str, Any]) -> TitleLeaf:
    return TitleLeaf(
        standard=_choice(data.get("standard", ""), STANDARDS),
        place=_choice(data["place"], PLACES),
        verso=_among(data.get("verso", []), PARTS),
        parts=_among(data["parts"], PARTS),
        record={
            _text(group) if lines else _choice(group, BLOCKS): _among(lines, LINES)
            for group, lines in data["record"].items()
        },
        calendar=_choice(data.get("calendar", CALENDARS[0]), CALENDARS),
        pinyin=_switch(data.get("pinyin", False)),
        roles=_words(data.get("roles", {})),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text expected, not {value!r}")
    return value


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"true or false expected, not {value!r}")
    return value


def _choice(value: object, known: tuple[str, ...]) -> str:
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(known)}")
    return _text(value)


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError(f"list expected, not {values!r}")
    return tuple(_text(value) for value in values)


def _among(values: object, known: tuple[str, ...]) -> tuple[str, ...]:
    """A list of some of these words."""
    return tuple(_choice(value, known) for value in _texts(values))


def _words(values: Mapping[object, object]) -> dict[str, str]:
    return {_text(key): _text(value) for key, value in values.items()}


def _pair(values: object) -> tuple[str, str]:
    opening, closing = _texts(values)
    return opening, closing

"""The metadata of each edition: what ``editions:`` gives for a variant and a product, laid over the base."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable, Iterator
from typing import Any

from fuzi.load import codes
from fuzi.load.marked_yaml import Marked, Tree
from fuzi.load.nearest import near
from fuzi.load.schema import METADATA_KEYS, read_metadata
from fuzi.load.semantics import check
from fuzi.load.settings import is_tag
from fuzi.load.shapes import found_shape
from fuzi.model.book import EditionMetadata, FieldPath, Settings
from fuzi.model.metadata import Metadata
from fuzi.model.report import Diagnostic
from fuzi.model.source import Place

PRODUCTS = ("pdf", "epub")
"""The products that ``editions:`` can speak of."""

ANY = ""
"""The variant of an edition that holds for every variant without metadata of its own."""


def editions_of(marked: Marked, settings: Settings) -> tuple[tuple[EditionMetadata, ...], list[Diagnostic]]:
    """One edition for each variant and product, and what is wrong with the overrides.

    The deeper override wins: product, then variant, then product within variant. Beside the variants of the settings
    there are those that ``editions:`` speaks of, and ``ANY`` for all others.
    """
    base = marked.only(frozenset(METADATA_KEYS))
    if not isinstance(marked.tree, dict) or "editions" not in marked.tree:
        return (), []
    overrides, found = _overrides(marked.at("editions"), settings)
    tags = dict.fromkeys((*settings.variants, settings.source_variant, *(tag for tag, _ in overrides if tag), ANY))
    editions: list[EditionMetadata] = []
    for tag in tags:
        for product in PRODUCTS:
            layers = [overrides[key] for key in _layers(tag, product) if key in overrides]
            own = [overrides[key] for key in _layers(tag, product)[1:] if key in overrides] if tag else []
            merged, metadata, wrong = _merged(base, layers)
            found += wrong
            if metadata is not None:
                editions.append(EditionMetadata(tag, product, metadata, _settled(own), merged.values))
    return tuple(editions), list(dict.fromkeys(found))


def variant_places(marked: Marked) -> Iterator[tuple[str, str, Place]]:
    """(field, tag, place) of every variant that book.yaml names, whether or not there is one of this name."""
    tree = marked.tree if isinstance(marked.tree, dict) else {}
    source, listed, editions = (tree.get(key) for key in ("source_variant", "variants", "editions"))
    if isinstance(source, str):
        yield "source_variant", source, marked.place(("source_variant",))
    for index, tag in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(tag, str):
            yield "variants", tag, marked.place(("variants", index))
    for key in editions if isinstance(editions, dict) else ():
        if key not in PRODUCTS:
            yield "editions", key, marked.key_place(("editions", key))


def _layers(tag: str, product: str) -> tuple[tuple[str, str], ...]:
    """The keys of the overrides of one edition, the weakest first."""
    return ((ANY, product), (tag, ""), (tag, product))


def _overrides(marked: Marked, settings: Settings) -> tuple[dict[tuple[str, str], Marked], list[Diagnostic]]:
    """Each override by variant and product (empty: not given), and the keys that name neither."""
    found: list[Diagnostic] = []
    overrides: dict[tuple[str, str], Marked] = {}
    listed = tuple(dict.fromkeys((*settings.variants, settings.source_variant)))
    if not isinstance(marked.tree, dict):
        return {}, _not_mapping(marked, (), "editions")
    for key in marked.tree:
        place = marked.key_place((key,))
        if key not in PRODUCTS and key not in listed and not is_tag(key):
            found.append(codes.EDITION_UNKNOWN.at(place, key=key, **near(key, (*PRODUCTS, *listed))))
            continue
        if key not in PRODUCTS and key not in listed:
            found.append(_unlisted(place, key, listed))
        part = marked.at(key)
        if not isinstance(part.tree, dict):
            found += _not_mapping(part, (), key)
        elif key in PRODUCTS:
            overrides[ANY, key] = part
        else:
            overrides[key, ""] = part.only(frozenset(part.tree) - frozenset(PRODUCTS))
            for product in (name for name in PRODUCTS if name in part.tree):
                inner = part.at(product)
                if isinstance(inner.tree, dict):
                    overrides[key, product] = inner
                else:
                    found += _not_mapping(inner, (), f"{key}.{product}")
    return overrides, found


def _unlisted(place: Place, key: str, listed: tuple[str, ...]) -> Diagnostic:
    hint = {
        "near_zh": f"variants 里有：{', '.join(listed)}；要做这一版，把它加进去，或用 --variant {key}",
        "near_en": f"variants lists {', '.join(listed)}; add it there, or build it with --variant {key}",
    }
    return codes.EDITION_UNLISTED.at(place, key=key, **hint)


def _not_mapping(marked: Marked, path: FieldPath, key: str) -> list[Diagnostic]:
    """An override that is no mapping; one that is empty says nothing, and that is no fault."""
    if marked.tree == "":
        return []
    found_zh, found_en = found_shape(marked.tree)
    return [
        codes.WRONG_SHAPE.at(
            marked.place(path),
            key=key,
            expected_zh="一组“键: 值”",
            expected_en="a mapping",
            found_zh=found_zh,
            found_en=found_en,
            mend_zh=f"写成 {key}: {{isbn: …}}",
            mend_en=f"Write it as {key}: {{isbn: …}}",
        )
    ]


def _merged(base: Marked, layers: Iterable[Marked]) -> tuple[Marked, Metadata | None, list[Diagnostic]]:
    merged, own = base, set[FieldPath]()
    for layer in layers:
        merged = lay_over(merged, layer)
        own |= set(given(layer))
    metadata, found = read_metadata(merged, further=PRODUCTS)
    if metadata is not None:
        found += check(metadata, merged, frozenset(own))
    return merged, metadata, found


def _settled(layers: Iterable[Marked]) -> frozenset[FieldPath]:
    return frozenset(path for layer in layers for path in given(layer))


def lay_over(base: Marked, override: Marked) -> Marked:
    """The base with what the override gives instead, each value with the place where it really stands."""
    tree, keys, values, plain = base.tree, dict(base.keys), dict(base.values), set(base.plain)
    blocks = dict(base.blocks)
    for path in given(override):
        _forget(path, keys, values, plain)
        tree = _set(tree, path, _get(override.tree, path))
        keys.update((key, place) for key, place in override.keys.items() if _touches(key, path))
        values.update((key, place) for key, place in override.values.items() if key and _touches(key, path))
        plain |= {key for key in override.plain if key[: len(path)] == path}
        blocks = {key: column for key, column in blocks.items() if key[: len(path)] != path}
        blocks |= {key: column for key, column in override.blocks.items() if key[: len(path)] == path}
    return Marked(tree, keys, values, frozenset(plain), blocks)


def given(override: Marked) -> Iterator[FieldPath]:
    """The paths that an override sets.

    A mapping that is complete in itself (it gives what its class requires: the name of the publisher or series) stands
    alone, lest the address of one publisher appear under the name of another; else single fields are set in the base.
    """
    if not isinstance(override.tree, dict):
        return
    for key, value in override.tree.items():
        required = _required(key)
        if isinstance(value, dict) and required is not None and not (required and required <= value.keys()):
            yield from ((key, inner) for inner in value)
        else:
            yield (key,)


def _required(key: str) -> frozenset[str] | None:
    """The required keys of the mapping under this key of the metadata; None when none belongs there."""
    kind: Any = typing.get_type_hints(Metadata).get(key)
    kinds = [item for item in (kind, *typing.get_args(kind)) if dataclasses.is_dataclass(item)]
    if not kinds or typing.get_origin(kind) not in (None, types.UnionType):
        return None
    return frozenset(item.name for item in dataclasses.fields(kinds[0]) if _has_no_default(item))


def _has_no_default(item: dataclasses.Field[Any]) -> bool:
    return item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING


def _touches(key: FieldPath, path: FieldPath) -> bool:
    """True when one of the two paths lies within the other."""
    length = min(len(key), len(path))
    return key[:length] == path[:length]


def _forget(
    path: FieldPath, keys: dict[FieldPath, Place], values: dict[FieldPath, Place], plain: set[FieldPath]
) -> None:
    for marks in (keys, values):
        for key in [key for key in marks if key[: len(path)] == path]:
            del marks[key]
    plain -= {key for key in plain if key[: len(path)] == path}


def _get(tree: Tree, path: FieldPath) -> Tree:
    value: Any = tree
    for step in path:
        value = value[step]
    return typing.cast("Tree", value)


def _set(tree: Tree, path: FieldPath, value: Tree) -> Tree:
    """A copy of the tree with the value at this path."""
    first = path[0]
    mapping = dict(tree) if isinstance(tree, dict) else {}
    assert isinstance(first, str)
    mapping[first] = value if len(path) == 1 else _set(mapping.get(first, {}), path[1:], value)
    return mapping

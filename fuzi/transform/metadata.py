"""Changing the words of the metadata: a walk over its fields that knows which ones are to be left alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from fuzi.model.book import FieldPath, Settings
from fuzi.model.fair_copy import FairCopy
from fuzi.model.metadata import Metadata
from fuzi.transform.task import Task

Change = Callable[[str], str]


def map_metadata(metadata: Metadata, settled: Set[FieldPath], change: Change, name: Change | None = None) -> Metadata:
    """The metadata with every text changed that is neither marked VERBATIM nor settled for its edition; fields marked
    PERSON are changed by ``name``.

    A settled path covers everything below it: ``("publisher",)`` keeps the whole publisher.
    """
    return cast(Metadata, _changed(metadata, (), settled, change, name or change))


def map_products(copy: FairCopy, task: Task, change: Change, name: Change | None = None) -> Mapping[str, Metadata]:
    """The metadata of every product of the copy, changed."""
    return {
        product: map_metadata(metadata, task.book.edition(task.variant.tag, product).settled, change, name)
        for product, metadata in copy.metadata.items()
    }


def map_blurb(copy: FairCopy, change: Change) -> Settings:
    """The settings of the copy with the text of the back cover changed: the only one of them that is read."""
    settings = copy.settings
    return replace(settings, binding=replace(settings.binding, blurb=change(settings.binding.blurb)))


def _changed(value: Any, path: FieldPath, settled: Set[FieldPath], change: Change, name: Change) -> Any:
    if path in settled:
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(item, (*path, index), settled, change, name) for index, item in enumerate(value))
    if is_dataclass(value) and not isinstance(value, type):
        new: dict[str, Any] = {}
        for item in fields(value):
            if not item.metadata.get("verbatim"):
                own = name if item.metadata.get("person") else change
                new[item.name] = _changed(getattr(value, item.name), (*path, item.name), settled, own, name)
        return replace(value, **new)
    return value

"""Entries of PDF dictionaries."""

from __future__ import annotations

from typing import Any


def entry(resources: Any, kind: str, name: str) -> Any:
    """One thing of a resource dictionary; None when it is not there."""
    table = resources.get(kind) if resources is not None else None
    return table.get(name) if table is not None else None


def drop(thing: Any, *keys: str) -> None:
    """Take these entries away, where they are."""
    for key in keys:
        if key in thing:
            del thing[key]

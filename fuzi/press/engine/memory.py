"""Keeps the collector of reference cycles from walking a growing book again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No cycles are collected inside; afterwards the collector is as it was, and what is left goes with its next round.

    A laid-out book is millions of objects that all stay: looking through them takes a twentieth of the layout.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()

"""Makes sure that the engine is the one that our corrections were written for."""

from __future__ import annotations

import hashlib
import inspect
import textwrap
from collections.abc import Callable
from types import ModuleType
from typing import Any

import weasyprint

from fuzi.model.faults import ToolFault

VERSION = "70.0"
COMMAND = f"pip install weasyprint=={VERSION}"


def require_engine() -> None:
    """Refuse any other version: the corrections reach into private functions."""
    if weasyprint.__version__ != VERSION:
        raise ToolFault(
            zh=f"WeasyPrint 的版本是 {weasyprint.__version__}，付梓需要 {VERSION}",
            en=f"WeasyPrint is {weasyprint.__version__}, but {VERSION} is needed",
            command=COMMAND,
        )


def require_source(function: Callable[..., Any], digest: str) -> None:
    """Refuse a patched function whose source is not the one that the correction was written for."""
    found = source_digest(function)
    if found != digest:
        name = f"{function.__module__}.{function.__qualname__}"
        raise ToolFault(
            zh=f"WeasyPrint 的内部函数 {name} 与付梓所修正的版本不同（{found}）",
            en=f"WeasyPrint's private function {name} is not the one that fuzi corrects ({found})",
            command=COMMAND,
        )


def corrected(function: Callable[..., Any], digest: str, module: ModuleType, old: str, new: str) -> Callable[..., Any]:
    """The same function with one piece of its source replaced; the digest vouches that ``old`` stands in it once."""
    require_source(function, digest)
    source = textwrap.dedent(inspect.getsource(function))
    assert source.count(old) == 1, old
    scope: dict[str, Any] = {}
    exec(compile(source.replace(old, new), str(module.__file__), "exec"), module.__dict__, scope)
    result: Callable[..., Any] = scope[function.__name__]
    result.corrected_by_fuzi = True  # type: ignore[attr-defined]
    return result


def source_digest(function: Callable[..., Any]) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a function's source text."""
    return hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:16]

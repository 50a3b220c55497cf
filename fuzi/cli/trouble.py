"""A report file for faults of our own."""

from __future__ import annotations

import hashlib
import platform
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from fuzi import __version__


def report_bug(error: BaseException, arguments: Sequence[str]) -> Path:
    """Write what happened to a file in the folder for temporary files and return its path.

    The name holds a code that is the same for the same fault, so that reports can be put together.
    """
    trace = "".join(traceback.format_exception(error))
    places = "".join(f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__))
    code = hashlib.sha256(f"{type(error).__name__}{places}".encode()).hexdigest()[:8]
    head = f"fuzi {__version__}\nPython {platform.python_version()} on {platform.platform()}\n{list(arguments)}\n\n"
    path = Path(tempfile.gettempdir()) / f"fuzi-{code}.txt"
    path.write_text(head + trace, encoding="utf-8")
    return path

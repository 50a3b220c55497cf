"""What the command line must not wait for."""

from __future__ import annotations

import subprocess
import sys

ENGINES = ("weasyprint", "pymupdf", "pikepdf", "ebooklib", "jieba")


def test_no_engine_is_loaded_before_a_command_needs_it() -> None:
    code = f"import sys; import fuzi.cli.app; print(*(name for name in {ENGINES} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []

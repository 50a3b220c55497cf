"""Running one thing in a process of its own: wall time, processor time, peak memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds of wall clock and of processor, peak memory in MB, and what the process itself reported."""

    wall: float
    processor: float
    memory: float
    told: dict[str, Any]


def run(module: str, *arguments: str) -> Figures:
    """Run ``python -m module`` and wait for it; it writes JSON to the file named by its last argument."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"
        started = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", module, *arguments, str(told)])
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{module} {' '.join(arguments)} failed with exit code {process.returncode}")
        tree = json.loads(told.read_text()) if told.exists() else {}
    return Figures(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, tree)


def peak() -> float:
    """The peak memory of this process in MB since ``reset_peak``."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def reset_peak() -> None:
    """Start measuring the peak anew (Linux; elsewhere the peak since the start is reported)."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return

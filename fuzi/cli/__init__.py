"""The command line: words in, words out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    0 all is well; 1 the book has faults; 2 the command line is wrong; 3 the machine is at fault; 70 fuzi is at fault;
    130 stopped by the user. Without a command name, ``build`` is meant.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Chinese gets codes, not a crash
    try:
        from fuzi.cli.entry import run  # inside: the user may stop us while the libraries load

        return run(sys.argv[1:] if argv is None else argv)
    except KeyboardInterrupt:
        print("fuzi: 已停止 stopped", file=sys.stderr)
        return INTERRUPTED

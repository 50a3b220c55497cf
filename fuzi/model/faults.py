"""What can be wrong with the machine: raised, caught once in the command line, exit code 3."""

from __future__ import annotations


class Fault(Exception):
    """The machine cannot do this work: what is missing, in both languages, and the command that mends it."""

    def __init__(self, *, zh: str, en: str, command: str = "") -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en
        self.command = command

    def message(self, language: str) -> str:
        """What is wrong, in ``zh`` or ``en``."""
        return self.zh if language.startswith("zh") else self.en


class FontFault(Fault):
    """A font that the theme needs is not installed."""


class ToolFault(Fault):
    """A library or a program is missing or of the wrong kind."""


class DiskFault(Fault):
    """A file cannot be read or written: full disk, no right, no folder."""

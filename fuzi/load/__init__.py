"""From the files of a book folder to a ``Book``."""

from fuzi.load.loader import load

__all__ = ["load"]

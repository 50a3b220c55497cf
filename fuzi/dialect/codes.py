"""All that reading a chapter can say: its text and blocks, and the marks in them (M101 on)."""

from fuzi.dialect.chapter_codes import *  # noqa: F403
from fuzi.dialect.mark_codes import *  # noqa: F403
from fuzi.model.report import Code

ALL: tuple[Code, ...] = tuple(value for value in tuple(globals().values()) if isinstance(value, Code))
"""Every code of this stage."""

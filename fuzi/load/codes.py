"""All that the load stage can say: book.yaml (Y1xx) and files (L1xx)."""

from fuzi.load.figure_codes import *  # noqa: F403
from fuzi.load.file_codes import *  # noqa: F403
from fuzi.load.font_codes import *  # noqa: F403
from fuzi.load.leaf_codes import *  # noqa: F403
from fuzi.load.metadata_codes import *  # noqa: F403
from fuzi.load.press_codes import *  # noqa: F403
from fuzi.model.report import Code

ALL: tuple[Code, ...] = tuple(value for value in tuple(globals().values()) if isinstance(value, Code))
"""Every code of this stage."""

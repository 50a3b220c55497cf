"""All that can be said while products are made (X17x)."""

from fuzi.formats.cover_codes import *  # noqa: F403

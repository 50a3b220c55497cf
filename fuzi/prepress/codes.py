"""What the work between the set pages and the press can say (X1xx)."""

from fuzi.prepress.impose_codes import *  # noqa: F403

"""The only place that writes output/: a set of editions is made beside the old one and made current by one rename."""

from fuzi.store.publish import Published, Shelf, reserved

__all__ = ["Published", "Shelf", "reserved"]

"""From a scan to the files of a book folder."""

from fuzi.ingest.stage import ingest
from fuzi.ingest.writer import files

__all__ = ["files", "ingest"]

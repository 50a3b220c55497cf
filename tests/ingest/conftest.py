"""Scans and small helpers for the tests of ingest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fuzi.ingest import readers
from fuzi.ingest.scan import Items

SAMPLE = Path(__file__).parents[2].parent / "shared" / "scans" / "qianjinzhong-ocr.txt"
DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def sample() -> bytes:
    """The scan of a real printed book; it is not part of this repository."""
    if not SAMPLE.is_file():
        pytest.skip("the sample scan shared/scans/qianjinzhong-ocr.txt is not here")
    return SAMPLE.read_bytes()


@pytest.fixture(scope="session")
def clock_tower() -> bytes:
    """Our own scan: a translation with other labels, leaders in the contents, page marks, heads and folios."""
    return (DATA / "clock-tower-ocr.md").read_bytes()


@pytest.fixture
def items() -> Callable[[str], Items]:
    """The items of a text as the reader gives them."""

    def read(text: str) -> Items:
        outcome = readers.read(text.encode(), "scan.md", None)
        assert outcome.value is not None
        return outcome.value[1].items

    return read

"""Whatever the text or a style asks for, only pictures of the book and chosen fonts are served."""

from __future__ import annotations

import pytest

from fuzi.press.engine.fetcher import BASE, BookFetcher, RefusedError, Resource

PICTURE = Resource("image/png", b"picture")

HOSTILE = [
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://localhost/etc/passwd",
    "file:/etc/passwd",
    "/etc/passwd",
    "http://127.0.0.1:8000/a.png",
    "HTTP://127.0.0.1/a.png",
    "https://example.org/a.png",
    "ftp://127.0.0.1/a.png",
    "gopher://127.0.0.1/",
    "jar:file:///x!/y",
    "//127.0.0.1/a.png",
    "book://127.0.0.1/assets/a.png",
    "book:///etc/passwd",
    "book:///assets/../../etc/passwd",
    "book:///assets/%2e%2e/%2e%2e/etc/passwd",
    "book:///assets/..%2f..%2fetc%2fpasswd",
    "book:///assets/..",
    "book:///assets/.",
    "book:///assets/",
    "book:///assets/sub/a.png",
    "book:///assets/a.png?x=1",
    "book:///assets/a.png#x",
    "book:///assets/a.png%00.txt",
    "book:///assets\\a.png",
    "book:///./assets/a.png",
    "book:assets/a.png",
    "BOOK:///assets/a.png",
    "data:text/html,<script>",
    "data:text/css,@import url(file:///etc/passwd)",
    "data:application/pdf;base64,AAAA",
    "data:,x",
    "data:image/png;base64,%%%",
    "data:image/png;base64," + "A" * 2_100_000,
    "",
]


@pytest.mark.parametrize("address", HOSTILE, ids=lambda address: address[:40])
def test_hostile_addresses_are_refused_and_remembered(address: str) -> None:
    fetcher = BookFetcher({"assets/a.png": PICTURE})
    with pytest.raises(RefusedError):
        fetcher.fetch(address)
    assert list(fetcher.denied) == [address[:200]]
    assert fetcher.missing == {}


def test_pictures_come_from_memory_and_never_as_a_file_address() -> None:
    fetcher = BookFetcher({"assets/图 1.png": PICTURE})
    response = fetcher.fetch(BASE + "assets/%E5%9B%BE%201.png")
    assert response.read() == b"picture"
    assert response.content_type == "image/png"
    assert response.url.startswith("book:")
    assert response.path is None
    assert fetcher.denied == {}


def test_a_missing_picture_is_remembered_apart() -> None:
    fetcher = BookFetcher({})
    with pytest.raises(FileNotFoundError):
        fetcher.fetch(BASE + "assets/a.png")
    assert fetcher.missing == {BASE + "assets/a.png": "assets/a.png"}
    assert fetcher.denied == {}


def test_small_pictures_may_stand_in_the_address_itself() -> None:
    assert BookFetcher({}).fetch("data:image/png;base64,QUJD").read() == b"ABC"
    assert BookFetcher({}).fetch("data:image/svg+xml,%3Csvg/%3E").read() == b"<svg/>"


def test_no_code_that_opens_sockets_or_files_can_be_reached() -> None:
    fetcher = BookFetcher({})
    assert not fetcher.handle_open
    with pytest.raises(RefusedError):
        fetcher.open("file:///etc/hostname")
    with pytest.raises(RefusedError):
        fetcher("file:///etc/hostname")


def test_an_endless_document_is_stopped() -> None:
    fetcher = BookFetcher({"assets/a.png": PICTURE})
    fetcher._requests = 10**6
    with pytest.raises(RefusedError):
        fetcher.fetch(BASE + "assets/a.png")

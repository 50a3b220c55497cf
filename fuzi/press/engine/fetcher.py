"""What the engine may read: pictures of the galley and fonts that we chose, from memory, and nothing else."""

from __future__ import annotations

import base64
import binascii
import re
import urllib.parse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn
from urllib.parse import unquote, unquote_to_bytes

from weasyprint.urls import URLFetcher, URLFetcherResponse

SCHEME = "book"
BASE = f"{SCHEME}:///"
"""Relative addresses in HTML and CSS are resolved against this; it leads nowhere but into memory."""

DATA_LIMIT = 2_000_000
DATA_TYPES = ("image/png", "image/jpeg", "image/svg+xml")
REQUEST_LIMIT = 20_000
ADDRESS_LIMIT = 200
"""How many characters of a refused address are kept."""

_NAME = re.compile(rf"^{SCHEME}:///((?:assets|fonts)/[^/\\\x00?#]+)$")

# urllib joins relative addresses only for schemes that it knows.
for _known in (urllib.parse.uses_relative, urllib.parse.uses_netloc):
    if SCHEME not in _known:
        _known.append(SCHEME)


@dataclass(frozen=True, slots=True)
class Resource:
    """A file held in memory."""

    media_type: str
    data: bytes


class RefusedError(ValueError):
    """The engine asked for something outside the book."""


class BookFetcher(URLFetcher):  # type: ignore[misc]
    """Serves ``assets/<name>`` and ``fonts/<name>`` from memory.

    The engine swallows exceptions (all of them inside SVG), so whatever was refused or not found is kept in ``denied``
    and ``missing``, and the press fails from these lists.
    """

    def __init__(self, resources: Mapping[str, Resource]) -> None:
        super().__init__(allowed_protocols=(SCHEME, "data"), allow_redirects=False, fail_on_errors=False)
        # No handler of urllib stays: code that opens files or sockets cannot be reached from here.
        for table in (self.handlers, self.handle_open, self.handle_error, self.process_request, self.process_response):
            table.clear()
        self._resources = resources
        self._requests = 0
        self.denied: dict[str, str] = {}
        self.missing: dict[str, str] = {}

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The resource at ``url``, or an exception after noting the refusal."""
        self._requests += 1
        if self._requests > REQUEST_LIMIT:
            self._deny(url, "too many requests")
        if url.startswith("data:"):
            return self._inline(url)
        decoded = unquote(url, errors="replace")
        found = _NAME.match(decoded)
        if not found or found[1].split("/")[1] in (".", ".."):
            self._deny(url, "not a picture of the book")
        resource = self._resources.get(found[1])
        if resource is None:
            self.missing[url[:ADDRESS_LIMIT]] = found[1]
            raise FileNotFoundError(found[1])
        # Never a file: address: the engine would open that path again instead of using these bytes.
        return URLFetcherResponse(url, resource.data, {"Content-Type": resource.media_type})

    def open(self, url: Any, data: Any = None, timeout: Any = None) -> NoReturn:
        """Closed: urllib's way of opening addresses."""
        self._deny(str(url), "open")

    def _inline(self, url: str) -> URLFetcherResponse:
        head, _, body = url[5:].partition(",")
        media_type, *parameters = head.split(";")
        if media_type not in DATA_TYPES or len(url) > DATA_LIMIT:
            self._deny(url, "data")
        raw = unquote_to_bytes(body)
        if "base64" in parameters:
            try:
                raw = base64.b64decode(raw, validate=True)
            except binascii.Error:
                self._deny(url, "data")
        return URLFetcherResponse("data:,", raw, {"Content-Type": media_type})

    def _deny(self, url: str, why: str) -> NoReturn:
        self.denied[url[:ADDRESS_LIMIT]] = why
        raise RefusedError(f"{why}: {url[:ADDRESS_LIMIT]}")

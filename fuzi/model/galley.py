"""The text as HTML with its styles and pictures, not yet paged: what press and bind take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fuzi.model.book import Asset, Typesetting


class Matter(StrEnum):
    """The three divisions of a book; folios are roman in the front matter and arabic from the body on."""

    FRONT = "front"
    BODY = "body"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Section:
    """One thing that starts on a new page: a page of the title leaf, a part title, a chapter.

    ``kind`` is ``half-title``, ``series``, ``title``, ``rights``, ``copyright``, ``contributors``, ``contents``,
    ``part``, ``colophon``, ``cover`` or the kind of a chapter; ``title`` is plain text for navigation; ``html`` is a
    well-formed XHTML fragment with one root element ``<section id=…>``. ``source`` is the source file, empty for what
    the tool makes. ``landmark`` is its epub:type for landmarks, empty if it is none.
    """

    id: str
    kind: str
    matter: Matter
    title: str
    html: str
    source: str = ""
    landmark: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """One line of navigation: ``section`` is the id of the Section that holds ``target``; children are deeper lines."""

    title: str
    section: str
    target: str
    children: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Galley:
    """A whole book ready for press or bind.

    ``stylesheets`` are file name -> CSS text in cascade order; ``language`` is the BCP 47 tag; ``labels`` words that
    the engines need (the title of the contents, of landmarks). Pictures are named ``assets/<name>`` in ``html``.
    ``typesetting`` is for the press alone.
    """

    language: str
    title: str
    sections: tuple[Section, ...]
    navigation: tuple[Target, ...]
    stylesheets: Mapping[str, str]
    assets: tuple[Asset, ...]
    labels: Mapping[str, str]
    typesetting: Typesetting = Typesetting()

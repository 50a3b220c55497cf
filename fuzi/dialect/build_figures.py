"""Paragraphs that hold nothing but pictures: each of them is a figure."""

from __future__ import annotations

import re

from markdown_it.token import Token

from fuzi.dialect import codes
from fuzi.dialect.build_inlines import check_alternative, picture, read_inlines
from fuzi.dialect.parser import parser
from fuzi.dialect.places import TextPlaces
from fuzi.dialect.reading import Reading
from fuzi.dialect.rules.attributes import Attributes, parse_attributes
from fuzi.model.block import Figure, Inlines
from fuzi.model.source import Place

_KNOWN = "#id width=60% .decorative"
_WIDTH = re.compile(r"(\d{1,3})%")


def read_figures(reading: Reading, inline: Token) -> list[Figure]:
    """The figures of a paragraph; none when it holds anything else."""
    children = [token for token in inline.children or () if token.type != "softbreak" and _full(token)]
    if not children or children[0].type != "image":
        return []
    if any(token.type not in ("image", "attributes") for token in children):
        return []
    places = TextPlaces.of(reading.source, inline)
    figures: list[Figure] = []
    for token, following in zip(children, [*children[1:], None], strict=True):
        if token.type == "attributes":
            continue
        given = parse_attributes(following.content) if following and following.type == "attributes" else Attributes()
        figures.append(_figure(reading, token, given, places))
    return figures


def _full(token: Token) -> bool:
    return token.type != "text" or bool(token.content.strip())


def _figure(reading: Reading, token: Token, given: Attributes, places: TextPlaces) -> Figure:
    place = places.place(token.meta["at"])
    source, alternative = picture(reading, token, places)
    decorative = "decorative" in given.classes
    for item in given.besides("#", ".decorative", "width"):
        reading.report(codes.ATTRIBUTE_UNKNOWN, place, attribute=item, known=_KNOWN)
    check_alternative(reading, source, alternative, decorative, place)
    return Figure(
        source,
        alternative,
        decorative,
        _caption(reading, token, places),
        reading.new_id("f", given.id, place),
        place,
        _width(reading, given, place),
    )


def _width(reading: Reading, given: Attributes, place: Place) -> int:
    for key, value in given.values:
        if key != "width":
            continue
        match = _WIDTH.fullmatch(value)
        if match and 1 <= int(match[1]) <= 100:
            return int(match[1])
        reading.report(codes.WIDTH_WRONG, place, width=value)
    return 0


def _caption(reading: Reading, token: Token, places: TextPlaces) -> Inlines:
    written = token.meta.get("caption")
    if written is None:  # a picture by reference has its title with the reference
        written = str(token.attrs.get("title", ""))
        reading.shown_titles.add(written)
        places, offset = _places_of_title(reading, written, places), 0
    else:
        offset = token.meta["caption_at"]
    if not written:
        return ()
    md = parser()
    children: list[Token] = []
    md.inline.parse(written, md, {**reading.env, "offset": offset}, children)
    return read_inlines(reading, children, places)


def _places_of_title(reading: Reading, written: str, places: TextPlaces) -> TextPlaces:
    source = reading.source
    match = re.search(rf"""^[ \t>]*\[.*?\]:.*?["'(]({re.escape(written)})""", source.text, re.MULTILINE)
    if match is None:
        return places
    place = source.place_at(match.start(1))
    return TextPlaces(source, place.line - 1, (0,), (place.column - 1,))

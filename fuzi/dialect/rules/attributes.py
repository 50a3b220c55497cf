"""Attributes in braces after a picture, a heading or a caption: ``{#id width=60% .decorative}``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it.rules_inline import StateInline

_BRACES = re.compile(r"\{([^{}\n]*)\}")
_ID_OR_CLASS = re.compile(r"\s*[#.]")
_ITEM = re.compile(r"""#(?P<id>\S+)|\.(?P<class>\S+)|(?P<key>[^\s=]+)=(?:"(?P<quoted>[^"]*)"|(?P<bare>\S*))|\S+""")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*\Z")


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stood in the braces; ``unknown`` are the items that are neither id, class nor key=value."""

    id: str = ""
    classes: tuple[str, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()

    def besides(self, *known: str) -> list[str]:
        """The items that are not among the known ones, which are written ``#``, ``.class`` or ``key``."""
        items = list(self.unknown)
        if self.id and "#" not in known:
            items.append(f"#{self.id}")
        items += [f".{name}" for name in self.classes if f".{name}" not in known]
        return items + [key for key, _ in self.values if key not in known]


def attributes(state: StateInline, silent: bool) -> bool:
    """Braces directly after a picture, and ``{#…}`` or ``{.…}`` at the very end, become one ``attributes`` token.

    Whoever reads the tokens decides whether attributes make sense there; if not, they are text.
    """
    if state.src[state.pos] != "{":
        return False
    match = _BRACES.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    after_picture = not state.pending and bool(state.tokens) and state.tokens[-1].type == "image"
    at_end = not state.src[match.end() : state.posMax].strip() and _ID_OR_CLASS.match(match.group(1)) is not None
    if not after_picture and not at_end:
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.content = match.group(1)
        token.markup = match.group(0)
    state.pos = match.end()
    return True


def parse_attributes(content: str) -> Attributes:
    """Read what stands between the braces; of several ids the last one counts."""
    id_, classes, values, unknown = "", [], [], []
    for match in _ITEM.finditer(content):
        if match["id"]:
            id_ = match["id"]
        elif match["class"]:
            classes.append(match["class"])
        elif match["key"]:
            values.append((match["key"], match["quoted"] or match["bare"] or ""))
        else:
            unknown.append(match.group(0))
    return Attributes(id_, tuple(classes), tuple(values), tuple(unknown))


def is_id(text: str) -> bool:
    """Whether this can be an id in XHTML and in a file name: ASCII, a letter first."""
    return _ID.match(text) is not None

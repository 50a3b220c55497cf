"""How lines are to be set, as custom properties: where the settings of a book meet the habits of its variant."""

from __future__ import annotations

from fuzi.model.book import Typesetting


def style_css(typesetting: Typesetting, marks: str) -> str:
    """The custom properties that the composition of lines reads; ``marks`` is where the variant puts ，。、."""
    return f"""\
:root {{
  --punctuation: {typesetting.punctuation};
  --kinsoku: {typesetting.kinsoku};
  --hanging: {"allow" if typesetting.hanging else "none"};
  --mark-position: {marks};
}}
"""

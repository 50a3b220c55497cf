"""Formulas ``$…$`` and ``$$…$$``, by the rules of dollar mathematics but deaf to prices.

The rules of the plugin are written anew because they read past the start of the text (a paragraph that ends with a
digit loses the formula it begins with) and cannot end a paragraph.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from fuzi.dialect.width import has_wide

# No space inside the dollars, no digit after the closing one: `$5 和 $6`, `从$5到$10`.
_INLINE = re.compile(r"\$(?![\s$])((?:\\.|[^\\$])*?(?:\\.|[^\\$\s]))\$(?![\d$])", re.DOTALL)
_TEX = re.compile(r"\\[A-Za-z]|[\^_=]")
_WORDS = re.compile(r"\\(?:text|mbox|mathrm|operatorname)\w*\*?\s*\{[^{}]*\}")


def formula_inline(state: StateInline, silent: bool) -> bool:
    """``$a=1$``; not after a letter or digit (``US$``), and Han only inside ``\\text{…}``.

    With Han elsewhere it is a price, or a formula that cannot be set: of what looks like TeX the first dollar is a
    ``formula_refused``, which carries all of it for the message, and the rest is text.
    """
    source, start = state.src, state.pos
    if source[start] != "$" or (start and re.match(r"[0-9A-Za-z$]", source[start - 1])):
        return False
    match = _INLINE.match(source, start, state.posMax)
    if match is None:
        return False
    refused = has_wide(_WORDS.sub("", match.group(1)))
    if refused and _TEX.search(match.group(1)) is None:
        return False
    if not silent:
        token = state.push("formula_refused" if refused else "formula", "", 0)
        token.content = "$" if refused else match.group(1)
        token.markup = match.group(0)
    state.pos = start + 1 if refused else match.end()
    return True


def formula_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """``$$`` at the start of a line, closed on the same line or at the end of a later one, without a blank line."""
    begin = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("$$", begin):
        return False
    first = state.src[begin + 2 : state.eMarks[start_line]].rstrip()
    last = start_line
    if first.endswith("$$"):
        tex = first[:-2]
    else:
        lines = [first]
        for last in range(start_line + 1, end_line):
            if state.isEmpty(last) or state.sCount[last] < state.blkIndent:
                return False
            lines.append(state.getLines(last, last + 1, state.blkIndent, False).rstrip())
            if lines[-1].endswith("$$"):
                break
        else:
            return False
        tex = "\n".join(lines)[:-2]
    if not tex.strip() or "$$" in tex:
        return False
    if not silent:
        token = state.push("formula_block", "", 0)
        token.content = tex.strip()
        token.map = [start_line, last + 1]
        state.line = last + 1
    return True

"""Link references ``[name]: https://…``, only where the line really is one."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import reference as commonmark_reference

_ADDRESS = re.compile(r"\[[^\[\]\n]+\]:[ \t]*<?(?:https?:|mailto:|#|[\w./%-]+\.[A-Za-z]{2,4}\b)", re.ASCII)
_TITLE = re.compile(r"""[ \t](?:"([^"]*)"|'([^']*)'|\(([^()]*)\))[ \t]*$""")


def reference(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """CommonMark takes ``[注]: 内容`` for a reference and swallows it; here the target must look like an address."""
    begin = state.bMarks[start_line] + state.tShift[start_line]
    text = state.src[begin : state.eMarks[start_line]]
    # The label may hold Han letters, the address may not.
    if not text.startswith("[") or _ADDRESS.match(text) is None:
        return False
    found = commonmark_reference(state, start_line, end_line, silent)
    if found and not silent and (title := _TITLE.search(state.src[begin : state.eMarks[state.line - 1]])):
        token = state.push("reference_title", "", 0)
        token.content = title[1] or title[2] or title[3] or ""
        token.map = [start_line, state.line]
        token.hidden = True
    return found

"""The screen edition of pages that are set: the same pages, with tags."""

from __future__ import annotations

from fuzi.press.engine.facts import folio_runs
from fuzi.press.engine.messages import Messages, listening
from fuzi.press.engine.tagging import write_tagged
from fuzi.press.forme import Forme


def print_tagged(forme: Forme) -> bytes:
    """Write pages that are set as a tagged PDF for the screen.

    The structure tree follows the text, not the pages. What is wrong with the pages was said when the plain PDF was
    written, and is not said again; the plain PDF of the same forme stays the same to the byte.
    """
    roots = (forme.laid_out.root, *(part.root for part in forme.parts))
    with listening(Messages()):
        return write_tagged(forme.laid_out, roots, folio_runs(forme.facts))

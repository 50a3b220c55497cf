"""What looks like a slip in text that is read as it stands: headings without a space, Latin marks beside Han."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from fuzi.dialect import codes
from fuzi.dialect.characters import ISOLATE_END, ISOLATES, called, is_refused
from fuzi.dialect.radicals import meant
from fuzi.dialect.width import WIDE
from fuzi.model.book import Chapter
from fuzi.model.report import Diagnostic
from fuzi.model.walk import runs, texts

_FRONT_MATTER = re.compile(
    r"---[ \t]*\n(?:(?:[A-Za-z_][\w-]*[ \t]*:(?:[ \t][^\n]*)?|[ \t#-][^\n]*)?\n)+?"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_KEY = re.compile(r"^[A-Za-z_][\w-]*[ \t]*:(?:[ \t]|$)", re.MULTILINE)

# One sign of its own may be a topic (#话题#) or a number (#3): only what can be nothing but a title counts.
_HASHES = re.compile(
    r"^[ \t\u3000]*((?:#{2,}|\uff03+)(?=[^#\s\uff03!])|#{7,}(?=[ \t])|\uff03+(?=[ \t\u3000])"
    r"|#(?=[\u3400-\u9fff][^#\n，。！？；：,.!?;:]{0,30}\Z))",
    re.MULTILINE,
)
_LATIN = re.compile(
    rf"(?P<quote>(?<=[{WIDE}])[\"']|[\"'](?=[{WIDE}]))"
    rf"|(?P<dots>(?<=[{WIDE}])\.{{3,}}|\.{{3,}}(?=[{WIDE}]))"
    rf"|(?P<dash>(?<=[{WIDE}])-{{2,}}(?=[{WIDE}]))"
)


def has_front_matter(text: str) -> bool:
    """Whether a file begins with metadata between ``---``, as other tools write it."""
    match = _FRONT_MATTER.match(text)
    return match is not None and _KEY.search(match.group()) is not None


def unmade_headings(content: str) -> Iterator[tuple[int, str]]:
    """Where in the text of a paragraph a line begins like a heading and is none, with its marks."""
    for match in _HASHES.finditer(content):
        yield match.start(1), match.group(1)


def western_marks(chapter: Chapter) -> list[Diagnostic]:
    """One diagnostic for all straight quotes, full stops in a row and double hyphens beside Han in a chapter."""
    notes = [block for note in chapter.notes for block in note.blocks]
    counts: Counter[str] = Counter()
    places = []
    for run in (chapter.title, chapter.subtitle, *runs([*chapter.blocks, *notes])):
        for text in texts(run):
            for match in _LATIN.finditer(text.text):
                counts[match.group()[0] * {"quote": 1, "dots": 3, "dash": 2}[match.lastgroup or ""]] += 1
                column = text.place.column + match.start()
                places.append(type(text.place)(text.place.file, text.place.line, column))
    if not places:
        return []
    listed = ", ".join(f"{mark} ×{count}" for mark, count in counts.most_common())
    return [codes.WESTERN_MARKS.at(min(places), count=len(places), listed=listed)]


def fault_of_reference(reference: str, character: str) -> dict[str, str]:
    """Why a reference (``&#0;``) to this character cannot be used, as facts for a message; empty when it can."""
    point = called(reference)
    if point is not None and is_refused(point):
        return {
            "why_zh": "它不是能印的字符",
            "why_en": "it names nothing that can be printed",
            "mend_zh": "改正编号，或删去；要排出“&#”，写“\\&#”",
            "mend_en": "mend the number or delete it; to show “&#” write “\\&#”",
        }
    if re.match(f"[{ISOLATES}{ISOLATE_END}]", character):
        return {
            "why_zh": "书写方向的隔离符要直接写在文字里",
            "why_en": "an isolate of the writing direction has to stand in the text itself",
            "mend_zh": "改成字符本身，并且成对",
            "mend_en": "write the character itself, in pairs",
        }
    if len(character) == 1 and (right := meant(character)):
        return {
            "why_zh": f"它是部首字符“{character}”，不是汉字",
            "why_en": f"it is the radical sign “{character}”, not the character itself",
            "mend_zh": f"写成汉字“{right}”",
            "mend_en": f"write the character “{right}”",
        }
    return {}

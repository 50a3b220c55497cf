"""Random HTML of the kinds that our Markdown cannot say, straight to the engine: floats beside text, inline blocks,
borders in the line, forty nested inlines; the same for the same seed."""

from __future__ import annotations

import random
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from weasyprint.formatting_structure import boxes

from fuzi.check.gauge import gauge
from fuzi.model.product import Glyph, PageFact, PageFacts, Span
from fuzi.press.engine.document import LaidOut, fragment, lay_out, shell, write_pdf
from fuzi.press.engine.linefacts import line_facts, manner
from fuzi.press.engine.messages import Messages, listening
from fuzi.press.glyphs import read_glyphs
from tests.press.random_text import EXOTIC, RIGHT_TO_LEFT, Scribe
from tests.press.verdicts import COLUMN, FOREIGN, Verdict, told

SIZE, LEADING = 10.5, 17.5
CALL = "†"
"""What the style sheet generates for a note, in the text and at its head; the random text has none."""
NARROW = 12
"""Characters; a shorter line holds little but words that cannot be divided, and no floats, blocks and notes."""

TALL = "block tall"
"""The class of an inline block of two lines."""

HYPHENS = "-‐\u00ad"

FONTS = {"zh-Hans": "Noto Serif CJK SC", "zh-Hant": "Noto Serif CJK TC"}
STYLE = """
@page {{ size: {width}pt {height}pt; margin: {leading}pt {size}pt; @footnote {{ margin-top: 6pt }} }}
:root {{ --punctuation: {punctuation}; --kinsoku: {kinsoku}; --hanging: {hanging}; --mark-position: {position};
  --leading: {leading}pt; --size: {size}pt; --depth: {depth}pt }}
html {{ font: {size}pt/{leading}pt "{font}"; }}
body, p, figure, table {{ margin: 0 }}
p, li, blockquote {{ text-indent: 2em; text-align: justify; overflow-wrap: anywhere; widows: 2; orphans: 2 }}
em, strong, code, a, sup, sub, small, span {{ line-height: 0 }}
em {{ font-family: "LXGW WenKai", "{font}"; font-style: normal }}
strong {{ font-family: "Noto Sans CJK SC" }}
code {{ font-family: "Noto Sans Mono CJK SC"; font-size: .86em }}
sup {{ font-size: .7em; vertical-align: .45em }}
.block {{ display: inline-block; border: 1pt solid; padding: 0 2pt; text-indent: 0; text-align: start;
  line-height: 12pt }}
.framed {{ border: .5pt solid; padding: 0 3pt; margin: 0 1pt }}
.wide {{ white-space: nowrap }}
.left, .right {{ box-sizing: border-box; text-indent: 0; padding: 0 4pt; line-height: {leading}pt; --hanging: none }}
.left {{ float: left }} .right {{ float: right }}
.note {{ float: footnote; font-size: 9pt; line-height: 13pt; text-indent: 0; text-align: justify }}
.note::footnote-call {{ content: "\\2060{call}"; font-size: .8em; line-height: 0; vertical-align: .4em }}
.note::footnote-marker {{ content: "{call}" }}
blockquote {{ margin: 0 0 0 2em }}
table {{ border-collapse: collapse; width: 100% }}
td {{ border: .5pt solid; padding: 0 .5em; text-indent: 0; text-align: justify; overflow-wrap: anywhere;
  vertical-align: top }}
"""


@dataclass(frozen=True, slots=True)
class RandomPage:
    """One document; its measure in characters."""

    language: str
    characters: int
    css: str
    html: str


def random_page(seed: int) -> RandomPage:
    """A document of some ten blocks, at a random measure."""
    dice = random.Random(seed)
    language = dice.choice(("zh-Hans", "zh-Hant"))
    characters = dice.choice((5, 8, 12, 18, 24, 27, 27, 32, 40))
    lines = dice.choice((18, 27, 36))
    css = style(
        language,
        characters,
        lines,
        punctuation=dice.choice(("kaiming", "full", "half")),
        kinsoku=dice.choice(("strict", "loose")),
        hanging=dice.choice(("none", "none", "allow")),
    )
    writer = _Writer(dice, characters)
    return RandomPage(language, characters, css, "".join(writer.block() for _ in range(dice.randint(4, 14))))


def style(
    language: str,
    characters: int,
    lines: int,
    *,
    punctuation: str = "kaiming",
    kinsoku: str = "strict",
    hanging: str = "none",
) -> str:
    """The style sheet for a type area of so many characters by so many lines."""
    return STYLE.format(
        width=(characters + 2) * SIZE,
        height=(lines + 2) * LEADING,
        depth=lines * LEADING,
        size=SIZE,
        leading=LEADING,
        font=FONTS[language],
        punctuation=punctuation,
        kinsoku=kinsoku,
        hanging=hanging,
        position="centre" if language == "zh-Hant" else "corner",
        call=CALL,
    )


class _Writer:
    """Writes blocks for a measure of so many characters."""

    def __init__(self, dice: random.Random, characters: int) -> None:
        self.dice = dice
        self.scribe = Scribe(dice, exotic=dice.random() < EXOTIC)
        self.characters = characters
        self.tall = dice.random() < EXOTIC
        self.line = 0

    def block(self) -> str:
        kinds: list[tuple[int, Callable[[], str]]] = [
            (10, lambda: f"<p {self._span()}>{self._content()}</p>"),
            (4, self._beside),
            (2, lambda: f"<blockquote {self._span()}>{self._content()}</blockquote>"),
            (2, self._table),
            (1, lambda: f"<p {self._span()}>{self._deep(40)}</p>"),
        ]
        if self.characters < NARROW:
            kinds = [kinds[0], kinds[4]]
        return self.dice.choices([kind for _, kind in kinds], [weight for weight, _ in kinds])[0]()

    def _span(self) -> str:
        self.line += 1
        return f'data-span="t.md:{self.line}:1"'

    def _text(self, least: int, most: int) -> str:
        return _html(self.scribe.passage(least, most))

    def _content(self, depth: int = 0) -> str:
        return "".join(self._piece(depth) for _ in range(self.dice.randint(1, 9 - depth)))

    def _piece(self, depth: int) -> str:
        dice = self.dice
        if depth > 3 or dice.random() < 0.5:
            return self._text(1, 90)
        narrow = self.characters < NARROW
        kinds: list[Callable[[], str]] = [
            lambda: self._inside(dice.choice(("em", "strong", "span", "small", "sup")), depth),
            lambda: f'<a href="https://example.org/">{self._content(depth + 1)}</a>',
            lambda: f'<span class="framed">{self._content(depth + 1)}</span>',
            lambda: f"<code>{dice.choice(('make', 'book.yaml', 'a_long_identifier_in_code'))}</code>",
            lambda: "<br/>",
        ]
        if not narrow:
            kinds += [self._tall] if self.tall else []
            kinds += [
                lambda: f'<span class="wide">{_html(self.scribe.han(2, 5))}</span>',
                lambda: f'<span class="block">{self.scribe.han(1, 8)}</span>',
                lambda: f'<span class="note">{self._text(1, 60)}</span>' if depth == 0 else self._text(1, 9),
            ]
        return dice.choice(kinds)()

    def _tall(self) -> str:
        return f'<span class="{TALL}">{self.scribe.han(2, 4)}<br/>{self.scribe.han(1, 3)}</span>'

    def _inside(self, tag: str, depth: int) -> str:
        return f"<{tag}>{self._content(depth + 1)}</{tag}>"

    def _deep(self, depth: int) -> str:
        tag = self.dice.choice(("em", "strong", "span", "a"))
        inner = self._deep(depth - 1) if depth > 1 else self._text(1, 60)
        return f"<{tag}>{self.scribe.han(0, 2)}{inner}{self.scribe.han(0, 2)}</{tag}>"

    def _beside(self) -> str:
        """A float, and paragraphs long enough to stand beside it; or a float that is born inside a line."""
        side = self.dice.choice(("left", "right"))
        width = self.dice.randint(4, max(4, self.characters // 2))
        lines = [self.scribe.han(2, max(2, width - 2)) for _ in range(self.dice.randint(1, 6))]
        words = self._text(1, 60) if width > NARROW else "<br/>".join(lines)
        box = f'<span class="{side}" style="width:{width * SIZE * self.dice.choice((1, 1, 0.93)):.2f}pt">{words}</span>'
        before = self._text(1, 60) if self.dice.random() < 0.5 else ""
        paragraphs = "".join(f"<p {self._span()}>{self._content()}</p>" for _ in range(self.dice.randint(0, 2)))
        return f"<p {self._span()}>{before}{box}{self._text(40, 200)}</p>{paragraphs}"

    def _table(self) -> str:
        columns = self.dice.randint(1, 3)
        rows = "".join(
            "<tr>" + "".join(f"<td {self._span()}>{self._text(1, 30)}</td>" for _ in range(columns)) + "</tr>"
            for _ in range(self.dice.randint(1, 4))
        )
        return f"<table><tbody>{rows}</tbody></table>"


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def set_page(page: RandomPage) -> tuple[LaidOut, bytes, Messages]:
    """The document laid out by the engine, and its PDF."""
    root = shell(page.language, "试")
    body = root.find("body")
    assert body is not None
    section = ElementTree.SubElement(body, "section", {"class": "text", "id": "c1"})
    section.extend(fragment(page.html))
    messages = Messages()
    with listening(messages):
        laid_out = lay_out(root, [("page.css", page.css)], {}, messages)
        return laid_out, write_pdf(laid_out, ()), messages


def examine_page(seed: int) -> Verdict:
    """Set a random document, read it back, compare the text with its source and measure it."""
    page = random_page(seed)
    verdict = Verdict(f"page {seed} {page.language} {page.characters}", exempt=_exempt(page))
    try:
        laid_out, pdf, _ = set_page(page)
        glyphs = list(read_glyphs(pdf))
        verdict.errors = list(losses(laid_out.root, glyphs))
        facts = facts_of(laid_out)
        measured = gauge(facts, glyphs, verdict.name)
        verdict.said = [told(item) for item in measured.report.diagnostics]
        verdict.figures, verdict.pages = measured.value, facts.count
    except Exception:
        verdict.crash = traceback.format_exc()
    return verdict


def _exempt(page: RandomPage) -> frozenset[str]:
    """Blocks in the line stand off the grid, and tall ones reach into the lines beside them; a narrow measure can leave
    no break that is allowed, and nothing to stretch but the gaps between marks."""
    exempt = {"grid"}
    if page.characters < NARROW:
        exempt |= {"kinsoku", "orphans"}
    if page.characters < COLUMN:
        exempt |= {"loose"}
    if RIGHT_TO_LEFT.intersection(page.html) or TALL in page.html:
        exempt |= FOREIGN
    return frozenset(exempt)


def facts_of(laid_out: LaidOut) -> PageFacts:
    """The facts that the gauge wants of a document without sections."""
    pages = []
    for index, page in enumerate(laid_out.document.pages):
        box = page._page_box
        left, top = box.content_box_x() * 0.75, box.content_box_y() * 0.75
        area = (left, top, left + box.width * 0.75, top + box.height * 0.75)
        pages.append(PageFact(index, str(index + 1), "c1", False, None, None, 0, 0, 0.0, area))
    edges = _frame_edges(laid_out)
    lines = tuple(
        replace(line, solids=(*line.solids, *edges.get(_key(line.page, line.top, line.extent[0]), ())))
        for line in line_facts(laid_out)
    )
    return PageFacts(tuple(pages), {}, {}, (0, 0), lines, manner(laid_out))


def _key(page: int, top: float, left: float) -> tuple[int, float, float]:
    return page, round(top, 2), round(left, 2)


def _frame_edges(laid_out: LaidOut) -> dict[tuple[int, float, float], list[Span]]:
    """What the borders of frames take from their lines, by the place of the line: to the gauge it is as solid as a
    picture."""
    found: dict[tuple[int, float, float], list[Span]] = {}
    for index, page in enumerate(laid_out.document.pages):
        for line in (box for box in page._page_box.descendants() if isinstance(box, boxes.LineBox)):
            for box in line.descendants():
                if not isinstance(box, boxes.InlineBox) or box.element is None or box.element.get("class") != "framed":
                    continue
                left, right = box.position_x * 0.75, (box.position_x + box.margin_width()) * 0.75
                before, after = box.content_box_x() * 0.75, (box.content_box_x() + box.width) * 0.75
                spans = [(start, end) for start, end in ((left, before), (after, right)) if end - start > 0.01]
                key = _key(index, line.position_y * 0.75, line.position_x * 0.75)
                found.setdefault(key, []).extend(spans)
    return found


def losses(root: ElementTree.Element, pages: list[list[Glyph]]) -> Iterator[str]:
    """What was written and not drawn, or drawn oftener than written; and stretches of text drawn out of order.

    A page draws its floats before its lines, so that only the order inside each stretch of text is compared; words
    from right to left, drawn as they are seen, are only counted.
    """
    drawn = Counter(glyph.character for page in pages for glyph in page)
    written = Counter("".join(root.find("body").itertext()))  # type: ignore[union-attr]
    for character in (" ", "\n", "\u00a0", CALL, "\u2060", *HYPHENS):
        hyphens = character in HYPHENS
        lost = written.pop(character, 0) - drawn.pop(character, 0)
        if hyphens and character == "-" and lost > 0:
            yield f"hyphens lost: {lost}"
    if lacking := written - drawn:
        yield f"lost: {dict(lacking)}"
    if doubled := drawn - written:
        yield f"doubled: {dict(doubled)}"
    streams = ["".join(_kept(glyph.character for glyph in page)) for page in pages]
    for run in _runs(root):
        text = "".join(_kept(run))
        if not _stands(text, streams):
            yield f"out of order: {text[:40]}"


def _kept(characters: Iterator[str] | str) -> Iterator[str]:
    left_out = RIGHT_TO_LEFT | set(HYPHENS) | {CALL, "\u2060", "\u00a0"}
    return (character for character in characters if not character.isspace() and character not in left_out)


def _runs(root: ElementTree.Element) -> Iterator[str]:
    """Each text between two tags."""
    for element in root.iter():
        if element.tag in ("head", "title"):
            continue
        yield element.text or ""
        yield element.tail or ""


def _stands(text: str, streams: list[str]) -> bool:
    """True when the text stands in one page, or its parts on pages in a row, each part in one piece."""
    failed: set[tuple[int, int]] = set()
    return not text or any(_from(text, 0, streams, index, failed) for index in range(len(streams)))


def _from(text: str, start: int, streams: list[str], index: int, failed: set[tuple[int, int]]) -> bool:
    """Whether the text from ``start`` on stands in the pages from ``index`` on; ``failed`` is what does not."""
    if index == len(streams) or (start, index) in failed:
        return False
    if text[start:] in streams[index]:
        return True
    end = _reach(text, start, streams[index])
    if any(_from(text, cut, streams, index + 1, failed) for cut in range(end, start, -1)):
        return True
    failed.add((start, index))
    return False


def _reach(text: str, start: int, stream: str) -> int:
    """How far the text from ``start`` on stands in one page in one piece."""
    low, high = start, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text[start:middle] in stream else (low, middle - 1)
    return low

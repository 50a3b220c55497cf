"""A made-up book of a given length, from the vocabulary of the handbook, the same on every run."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pathlib import Path

SEED = 20261125
PARAGRAPH = (3, 9)  # clauses
CHAPTER = 11_000  # characters
CLAUSE = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z0-9“”《》、（）]{3,22}(?=[，。；：])")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; ``note`` is the text of its footnote, empty when it has none."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its title and its sections, each a title and paragraphs."""

    title: str
    sections: tuple[tuple[str, tuple[Paragraph, ...]], ...]


def clauses(content: Path) -> list[str]:
    """The distinct clauses of the handbook, code and tables left out."""
    found: dict[str, None] = {}
    for path in sorted(content.glob("*.md")):
        text = re.sub(r"```.*?```|`[^`]*`|^\|.*$", "", path.read_text(encoding="utf-8"), flags=re.S | re.M)
        found.update(dict.fromkeys(CLAUSE.findall(text)))
    balanced = [
        clause for clause in found if all(clause.count(a) == clause.count(b) for a, b in ("“”", "《》", "（）"))
    ]
    if len(balanced) < 200:
        raise SystemExit(f"the handbook in {content} has too little running text to make a bench book from")
    return balanced


def make(characters: int, content: Path) -> tuple[Chapter, ...]:
    """A book of about ``characters`` characters."""
    chance = random.Random(SEED)
    stock = clauses(content)
    chapters: list[Chapter] = []
    written = 0
    while written < characters:
        sections: list[tuple[str, tuple[Paragraph, ...]]] = []
        size = 0
        while size < CHAPTER and written + size < characters:
            paragraphs = tuple(_paragraph(chance, stock) for _ in range(chance.randint(6, 12)))
            sections.append((_title(chance, stock), paragraphs))
            size += sum(len(item.text) for item in paragraphs)
        chapters.append(Chapter(_title(chance, stock), tuple(sections)))
        written += size
    return tuple(chapters)


def _title(chance: random.Random, stock: list[str]) -> str:
    short = [clause for clause in stock if len(clause) <= 9 and "“" not in clause]
    return chance.choice(short)


def _paragraph(chance: random.Random, stock: list[str]) -> Paragraph:
    count = chance.randint(*PARAGRAPH)
    sentences = ["，".join(chance.sample(stock, chance.randint(2, 4))) + "。" for _ in range(count)]
    note = chance.choice(stock) + "。" if chance.random() < 0.12 else ""
    return Paragraph("".join(sentences), note)


def write_fuzi(chapters: tuple[Chapter, ...], folder: Path) -> None:
    """The book as a fuzi book folder."""
    text = folder / "text"
    text.mkdir(parents=True)
    names = [f"{number:03}.md" for number in range(1, len(chapters) + 1)]
    body = "\n".join(f"    - {name}" for name in names)
    (folder / "book.yaml").write_text(
        "slug: bench\ntitle: 测量用书\ncontributors:\n  - {role: 著, names: [某某]}\n"
        f"publisher: {{name: 某某出版社, place: 北京}}\ntext:\n  body:\n{body}\n",
        encoding="utf-8",
    )
    for name, chapter in zip(names, chapters, strict=True):
        (text / name).write_text(markdown(chapter), encoding="utf-8")


def markdown(chapter: Chapter) -> str:
    """One chapter as Markdown with footnotes, as fuzi and pandoc read it."""
    lines = [f"# {chapter.title}", ""]
    notes: list[str] = []
    for title, paragraphs in chapter.sections:
        lines += [f"## {title}", ""]
        for item in paragraphs:
            if item.note:
                notes.append(item.note)
                lines += [f"{item.text}[^{len(notes)}]", ""]
            else:
                lines += [item.text, ""]
    lines += [line for number, note in enumerate(notes, 1) for line in (f"[^{number}]: {note}", "")]
    return "\n".join(lines)


def typst(chapters: tuple[Chapter, ...], *, language: str, region: str, font: str) -> str:
    """The whole book as Typst markup with the same page, font size, indent, notes, heads and contents."""
    head = f"""#set page(width: 147mm, height: 210mm, margin: (x: 23mm, y: 24mm), numbering: "1")
#set text(font: "{font}", size: 10.5pt, lang: "{language}", region: "{region}")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 7pt, spacing: 7pt)
#outline(depth: 1)
"""
    lines = [head]
    for chapter in chapters:
        lines += ["#pagebreak()", f"= {_typst(chapter.title)}", ""]
        for title, paragraphs in chapter.sections:
            lines += [f"== {_typst(title)}", ""]
            for item in paragraphs:
                note = f"#footnote[{_typst(item.note)}]" if item.note else ""
                lines += [_typst(item.text) + note, ""]
    return "\n".join(lines)


def _typst(text: str) -> str:
    return re.sub(r"([#$*_`<>@\\\[\]~/])", r"\\\1", text)

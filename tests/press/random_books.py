"""Random books in our Markdown dialect, the same for the same seed: all its marks, nested and side by side."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.press.random_text import EXOTIC, Scribe

TRIMS = ("147×210", "147×210", "130×184", "169×239", "210×297", "92×126", "66×100", "80×260")
"""The last two have lines of 12 and 15 characters."""

SMALL = ("92×126", "66×100", "80×260")
"""Pages that a long note, or a row of a table with much in it, would fill: those are faults of the author."""

SPECIAL = re.compile(r"([\\`*_\[\]<>#|$^!&])")
READINGS = ("fù", "zhuāng", "yī", "xióng", "de", "shuang1", "lv4", "ér", "ㄈㄨˋ", "ㄓㄨㄤ", "˙ㄇㄜ")
TEX = (r"E = mc^2", r"\frac{a}{b}", r"\sum_{i=1}^{n} x_i", r"\sqrt{2}", r"x_1 \le x_2")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
    '<rect width="{w}" height="{h}" fill="#{c:06x}"/><circle cx="{r}" cy="{r}" r="{r}"/></svg>'
)


@dataclass(frozen=True, slots=True)
class RandomBook:
    """The files of a book folder, by path; ``trim`` as in book.yaml."""

    seed: int
    trim: str
    files: Mapping[str, bytes]

    @property
    def small(self) -> bool:
        """True when its lines are short."""
        return self.trim in SMALL

    def write(self, folder: Path) -> Path:
        """Put the files into the new folder ``folder``."""
        for name, data in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        return folder


def random_book(seed: int, *, size: int = 14) -> RandomBook:
    """A book of one to three chapters of about ``size`` blocks each."""
    dice = random.Random(seed)
    trim = dice.choice(TRIMS)
    exotic = dice.random() < EXOTIC
    files: dict[str, bytes] = {}
    chapters = [f"c{number}.md" for number in range(dice.randint(1, 3))]
    for name in chapters:
        annotated = seed // 2 % 2 == 1 and trim not in SMALL
        chapter = _Chapter(dice, name.removesuffix(".md"), small=trim in SMALL, exotic=exotic, annotated=annotated)
        files[f"text/{name}"] = chapter.write(size).encode()
        files |= chapter.pictures
    listing = ", ".join(chapters)
    files["book.yaml"] = f"slug: x{seed}\ntitle: 试书\ntrim: {trim}\ntext: {{body: [{listing}]}}\n".encode()
    return RandomBook(seed, trim, files)


def escaped(text: str) -> str:
    """The text as Markdown that reads back as just this text."""
    return SPECIAL.sub(r"\\\1", text)


class _Chapter:
    """Writes one chapter; collects its notes and pictures on the way."""

    def __init__(self, dice: random.Random, name: str, *, small: bool, exotic: bool, annotated: bool = False) -> None:
        self.dice = dice
        self.small = small
        self.annotated = annotated
        self.name = name
        self.scribe = Scribe(dice, exotic=exotic)
        self.pictures: dict[str, bytes] = {}
        self.notes: list[str] = []
        self.defined = 0

    def write(self, size: int) -> str:
        blocks = [f"# {self.scribe.han(2, 20)}"]
        if self.dice.random() < 0.3:
            blocks.append(f"——{self.scribe.han(3, 12)}")
        for _ in range(self.dice.randint(size // 2, size)):
            blocks.append(self._block())
            blocks += self.notes
            self.notes = []
        return "\n\n".join(blocks) + "\n"

    def _block(self) -> str:
        kinds: list[tuple[int, Callable[[], str]]] = [
            (12, self._paragraph),
            (2, self._heading),
            (2, self._quote),
            (2, self._list),
            (2, self._verse),
            (2, self._table),
            (2, self._figure),
            (1, self._formula),
            (1, self._code),
            (1, lambda: "***"),
            (1, lambda: f":::落款\n{self.scribe.han(2, 8)}\n二〇二六年十一月\n:::"),
        ]
        return self.dice.choices([kind for _, kind in kinds], [weight for weight, _ in kinds])[0]()

    def _paragraph(self) -> str:
        return self.run(1, self.dice.choice((20, 80, 200, 600)))

    def run(self, least: int, most: int, *, notes: bool = True) -> str:
        """Running text with marks."""
        wanted = self.dice.randint(least, most)
        parts: list[str] = []
        length = 0
        while length < wanted:
            chance = self.dice.random()
            if self.annotated and chance < 0.2:
                part = self._annotated()
            else:
                part = self._marked(0, notes=notes) if chance < 0.4 else escaped(self.scribe.sentence())
            length += len(part)
            parts.append(part)
        # A paragraph that begins like a list, a caption or a subtitle would be one.
        return self.scribe.han(1, 2) + "".join(parts)

    def _marked(self, depth: int, *, notes: bool) -> str:
        """Something between marks, perhaps with marks inside."""
        dice = self.dice
        inner = self._marked(depth + 1, notes=False) if depth < 4 and dice.random() < 0.4 else ""
        text = self.scribe.han(1, 6) + inner + escaped(self.scribe.clause()).strip() + self.scribe.han(1, 3)
        choice = dice.randrange(8 if notes else 5)
        if choice == 0:
            return f"*{text}*" if depth % 2 else f"**{text}**"
        if choice == 1:
            return f"**{text}**" if depth % 2 else f"*{text}*"
        if choice == 2 and depth == 0:
            return f"[{escaped(self.scribe.clause()).strip() or '甲'}](https://example.org/{dice.randrange(10**9)})"
        if choice == 3:
            return "`" + dice.choice(("make", "book.yaml", "fuzi build --variant zh-Hant-TW", "x" * 40)) + "`"
        if choice == 4:
            return f"${dice.choice(TEX)}$"
        if choice >= 5:
            return self.scribe.han(1, 8) + self._note()
        return text

    def _annotated(self) -> str:
        """Ruby, a mark under the text, or a note in the line."""
        dice, scribe = self.dice, self.scribe
        choice = dice.randrange(9)
        if choice < 2:
            return self._ruby()
        if choice == 2:
            return f"{{{scribe.han(1, 4)}|{dice.choice(('Peking', 'the-Great-Wall', 'x', 'gloss'))}}}"
        if choice == 3:
            return f"[{escaped(scribe.passage(1, dice.choice((8, 40, 200))))}]{{.夹注}}"
        if choice == 4:
            return dice.choice(("[3/4]{.分数}", "[51]{.圈}", "m[2]{.上标}", "H[2]{.下标}O"))
        inner = "".join(
            dice.choice((scribe.han(1, 9), self._ruby(), escaped(scribe.clause()).strip())) for _ in range(3)
        )
        if choice == 5:
            inner = f"[{inner}]{{.专名}}{scribe.han(0, 3)}"
        return f"[{inner}]{{.{dice.choice(('着重', '专名', '书名'))}}}"

    def _ruby(self) -> str:
        base = self.scribe.han(1, 4)
        readings = " ".join(self.dice.choice(READINGS) for _ in base)
        return f"{{{base}|{readings}}}"

    def _note(self) -> str:
        if self.dice.random() < 0.5:
            return f"^[{escaped(self.scribe.passage(1, 1 if self.small else 60))}]"
        self.defined += 1
        key = f"n{self.defined}"
        text = escaped(self.scribe.passage(1, 10 if self.small else self.dice.choice((20, 150, 250))))
        more = f"\n\n    {escaped(self.scribe.passage(1, 60))}" if self.dice.random() < 0.2 and not self.small else ""
        self.notes.append(f"[^{key}]: {self.scribe.han(1, 1)}{text}{more}")
        again = f"[^{key}]" if self.dice.random() < 0.1 else ""
        return f"[^{key}]" + (self.scribe.han(1, 9) + again if again else "")

    def _heading(self) -> str:
        text = escaped(self.scribe.clause()).strip() or "甲"
        return f"{'#' * self.dice.choice((2, 2, 3, 4))} {self.scribe.han(1, 3)}{text}"

    def _quote(self) -> str:
        lines = [self.run(1, 120) for _ in range(self.dice.randint(1, 3))]
        if self.dice.random() < 0.3:
            lines.append(f"> {self.run(1, 60)}")
        if self.dice.random() < 0.4:
            lines.append(f"——{self.scribe.han(2, 6)}《{self.scribe.han(2, 5)}》")
        return "\n>\n".join(f"> {line}" for line in lines)

    def _list(self) -> str:
        mark = self.dice.choice(("- ", "1. "))
        items = []
        for _ in range(self.dice.randint(1, 4)):
            item = mark + self.run(1, 60)
            if self.dice.random() < 0.3:
                item += f"\n{' ' * len(mark)}- {self.run(1, 40)}"
            items.append(item)
        return "\n".join(items)

    def _verse(self) -> str:
        count = self.dice.randint(2, 6)
        lines = "\\\n".join(self.scribe.han(3, 9) + self.dice.choice("，。；？！") for _ in range(count))
        return self.dice.choice((lines, f":::顶格\n{lines}\n:::"))

    def _table(self) -> str:
        columns = self.dice.randint(1, 2 if self.small else 4)
        rows = [[self._cell() for _ in range(columns)] for _ in range(self.dice.randint(2, 12))]
        rows[0] = [self.scribe.han(1, 4) for _ in range(columns)]
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        lines.insert(1, "|" + "|".join(self.dice.choice(("---", ":--", "--:", ":-:")) for _ in range(columns)) + "|")
        caption = f"\n\n表：{self.scribe.han(2, 12)}" if self.dice.random() < 0.5 else ""
        return "\n".join(lines) + caption

    def _cell(self) -> str:
        """Little: a row higher than a page cannot be set well."""
        text = self.scribe.han(1, 9) if self.small else escaped(self.scribe.clause()).strip() or "甲"
        if self.dice.random() < 0.3:
            text = f"**{self.scribe.han(1, 3)}**{text}"
        if self.dice.random() < 0.1:
            text += f"^[{self.scribe.han(2, 12)}]"
        return text

    def _figure(self) -> str:
        number = len(self.pictures)
        width, height, colour = (self.dice.randint(10, 900), self.dice.randint(10, 500), self.dice.randrange(0xFFFFFF))
        if self.dice.random() < 0.5:
            name = f"figures/{self.name}-{number}.svg"
            self.pictures[name] = SVG.format(w=width, h=height, c=colour, r=min(width, height) // 2).encode()
        else:
            name = f"figures/{self.name}-{number}.png"
            data = io.BytesIO()
            Image.new("RGB", (width, height), f"#{colour:06x}").save(data, "PNG")
            self.pictures[name] = data.getvalue()
        shown = f"![{self.scribe.han(2, 6)}]({name}"
        if self.dice.random() < 0.3:
            return f"{self.scribe.han(4, 30)}{shown}){self.scribe.han(4, 30)}。"
        caption = f' "{self.scribe.han(2, 20)}"' if self.dice.random() < 0.6 else ""
        size = f"{{width={self.dice.randint(10, 100)}%}}" if self.dice.random() < 0.5 else ""
        return f"{shown}{caption}){size}"

    def _formula(self) -> str:
        return f"$$\n{self.dice.choice(TEX)}\n$$"

    def _code(self) -> str:
        lines = "\n".join(self.dice.choice(("make book", "x = " + "y" * 90, "甲 # 注释", "")) for _ in range(4))
        return f"```\n{lines}\nend\n```"

"""The other engines: Typst from PyPI, ctex and Chromium where they are installed. Each draws one settled chapter."""

from __future__ import annotations

import html
import importlib.util
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from bench.gallery.markup import Markup, write
from bench.gallery.raster import DPI, SIDE, page_of, trimmed
from fuzi.manufacture.type_area import Geometry
from fuzi.model.book import Chapter

HEIGHT = 1400.0
"""pt: more than any sample needs."""


@dataclass(frozen=True, slots=True)
class Task:
    """A chapter to draw: its text, its measure, its variant, and a new folder to work in."""

    chapter: Chapter
    page: Geometry
    traditional: bool
    folder: Path

    @property
    def song(self) -> str:
        return f"Noto Serif CJK {'TC' if self.traditional else 'SC'}"

    @property
    def hei(self) -> str:
        return f"Noto Sans CJK {'TC' if self.traditional else 'SC'}"

    @property
    def mono(self) -> str:
        return f"Noto Sans Mono CJK {'TC' if self.traditional else 'SC'}"


KAI = "LXGW WenKai"


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine: its name, why it cannot be used here (empty: it can), and how it draws."""

    name: str
    missing: Callable[[], str]
    draw: Callable[[Task], Image.Image]


def _typst(task: Task) -> Image.Image:
    import typst

    def escaped(text: str) -> str:
        return re.sub(r"([#$*_`<>@\\\[\]~/=+-])", r"\\\1", text)

    markup = Markup(
        text=escaped,
        emphasis=lambda text: f'#text(font: ("{KAI}", "{task.song}"))[{text}]',
        strong=lambda text: f'#text(font: "{task.hei}", weight: "bold")[{text}]',
        code=lambda text: f'#text(font: "{task.mono}", size: 0.86em)[{text}]',
        note=lambda text: f"#footnote[{text}]",
        line_break=" \\\n",
        paragraph=lambda text: f"{text}\n\n",
        flush=lambda text: f"#par(first-line-indent: 0pt)[{text}]\n\n",
        heading=lambda text: f"== {text}\n\n",
        quote=lambda text: (
            f'#pad(left: 2em, y: {task.page.leading}pt, text(font: ("{KAI}", "{task.song}"))[{text}])\n\n'
        ),
        attribution=lambda text: f"#align(right)[{text}]\n\n",
    )
    page = task.page
    gap = page.leading - page.size
    source = f"""#set page(width: {page.measure + 2 * SIDE}pt, height: auto, margin: (x: {SIDE}pt, y: {SIDE}pt))
#set text(font: "{task.song}", size: {page.size}pt, lang: "zh", region: "{"tw" if task.traditional else "cn"}",
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: {gap}pt, spacing: {gap}pt)
#set smartquote(enabled: false)
#set footnote(numbering: "①")
#show footnote.entry: set text(size: 9pt)
#set footnote.entry(gap: 4pt)
#show footnote.entry: set par(leading: 4pt)
{write(task.chapter, markup)}"""
    path = task.folder / "page.typ"
    path.write_text(source, encoding="utf-8")
    drawn = task.folder / "page.png"
    typst.compile(str(path), output=str(drawn), format="png", ppi=float(DPI))
    return Image.open(drawn).convert("L")


def _ctex(task: Task) -> Image.Image:
    def escaped(text: str) -> str:
        text = text.replace("\\", r"\textbackslash{}")
        text = re.sub(r"([#$%&_{}])", r"\\\1", text)
        return text.replace("~", r"\textasciitilde{}").replace("^", r"\textasciicircum{}")

    markup = Markup(
        text=escaped,
        emphasis=lambda text: rf"{{\kaifont {text}}}",
        strong=lambda text: rf"{{\heifont\bfseries {text}}}",
        code=lambda text: rf"{{\monofont {text}}}",
        note=lambda text: rf"\footnote{{{text}}}",
        line_break="\\\\\n",
        paragraph=lambda text: f"{text}\n\n",
        flush=lambda text: f"\\noindent {text}\n\n",
        heading=lambda text: f"\\subsection*{{{text}}}\n\n",
        quote=lambda text: (
            f"\\vspace{{\\baselineskip}}{{\\leftskip=2\\ccwd\\kaifont {text}\\par}}\\vspace{{\\baselineskip}}\n\n"
        ),
        attribution=lambda text: f"{{\\raggedleft {text}\\par}}\n\n",
    )
    page = task.page
    source = rf"""\documentclass{{article}}
\usepackage[paperwidth={page.measure + 2 * SIDE}bp,paperheight={HEIGHT}bp,textwidth={page.measure}bp,
  left={SIDE}bp,top={SIDE}bp,bottom={SIDE}bp,noheadfoot]{{geometry}}
\usepackage[fontset=none,heading=false,linespread=1]{{ctex}}
\setmainfont[Ligatures=TeXOff]{{{task.song}}}\setCJKmainfont{{{task.song}}}
\newfontfamily\kailatin{{{KAI}}}\newCJKfontfamily\kaihan{{{KAI}}}\newcommand\kaifont{{\kailatin\kaihan}}
\newfontfamily\heilatin{{{task.hei}}}\newCJKfontfamily\heihan{{{task.hei}}}\newcommand\heifont{{\heilatin\heihan}}
\newfontfamily\monolatin[Scale=.86]{{{task.mono}}}\newCJKfontfamily\monohan[Scale=.86]{{{task.mono}}}
\newcommand\monofont{{\monolatin\monohan}}
\renewcommand\thefootnote{{\ifcase\value{{footnote}}\or ①\or ②\or ③\or ④\or ⑤\or ⑥\fi}}
\renewcommand\footnotesize{{\fontsize{{9bp}}{{13bp}}\selectfont}}
\pagestyle{{empty}}\raggedbottom
\xeCJKDeclareCharClass{{CJK}}{{"2460->"2473}}
\begin{{document}}
\fontsize{{{page.size}bp}}{{{page.leading}bp}}\selectfont
\setlength\parindent{{2\ccwd}}\setlength\parskip{{0pt}}
{write(task.chapter, markup)}
\end{{document}}
"""
    (task.folder / "page.tex").write_text(source, encoding="utf-8")
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex"]
    done = subprocess.run(command, cwd=task.folder, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise RuntimeError(f"xelatex failed: {done.stdout[-800:]}")
    return trimmed(page_of(task.folder / "page.pdf"))


def _chromium(task: Task) -> Image.Image:
    notes: list[str] = []

    def note(text: str) -> str:
        notes.append(f"<p>{chr(0x2460 + len(notes))}{text}</p>")
        return f"<sup>{chr(0x245F + len(notes))}</sup>"

    markup = Markup(
        text=html.escape,
        emphasis=lambda text: f"<em>{text}</em>",
        strong=lambda text: f"<strong>{text}</strong>",
        code=lambda text: f"<code>{text}</code>",
        note=note,
        line_break="<br>",
        paragraph=lambda text: f"<p>{text}</p>\n",
        flush=lambda text: f'<p style="text-indent:0">{text}</p>\n',
        heading=lambda text: f"<h2>{text}</h2>\n",
        quote=lambda text: f"<blockquote>{text}</blockquote>\n",
        attribution=lambda text: f'<p style="text-align:right">{text}</p>\n',
    )
    page = task.page
    body = write(task.chapter, markup)
    language = "zh-Hant-TW" if task.traditional else "zh-Hans"
    source = f"""<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><style>
@page {{ size: {page.measure + 2 * SIDE}pt {HEIGHT}pt; margin: {SIDE}pt }}
body {{ margin: 0; font: {page.size}pt/{page.leading}pt "{task.song}"; text-autospace: normal;
  text-spacing-trim: trim-start; text-align: justify; line-break: strict; overflow-wrap: anywhere; hyphens: auto }}
p {{ margin: 0; text-indent: 2em }} sup, em, strong, code {{ line-height: 0 }}
em, blockquote {{ font-family: "{KAI}", "{task.song}"; font-style: normal }} strong {{ font-family: "{task.hei}" }}
code {{ font-family: "{task.mono}"; font-size: .86em }} blockquote {{ margin: {page.leading}pt 0 {page.leading}pt 2em }}
sup {{ font-size: .8em; vertical-align: .42em }}
.notes p {{ font-size: 9pt; line-height: 13pt; text-indent: 0 }} hr {{ width: 63pt; margin: 10pt auto 6pt 0 }}
</style>{body}{f'<hr><div class="notes">{"".join(notes)}</div>' if notes else ""}"""
    (task.folder / "page.html").write_text(source, encoding="utf-8")
    drawn = task.folder / "page.pdf"
    subprocess.run(
        [
            _browser(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            f"--user-data-dir={task.folder / 'profile'}",
            f"--print-to-pdf={drawn}",
            (task.folder / "page.html").as_uri(),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    return trimmed(page_of(drawn))


def _browser() -> str:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""


def _no_ctex() -> str:
    if not shutil.which("xelatex"):
        return "xelatex is not installed (texlive-xetex)"
    found = subprocess.run(["kpsewhich", "ctex.sty"], capture_output=True, text=True, check=False).stdout.strip()
    return "" if found else "ctex is not installed (texlive-lang-chinese)"


ENGINES = (
    Engine("Typst", lambda: "" if importlib.util.find_spec("typst") else "typst is not installed (PyPI)", _typst),
    Engine("ctex", _no_ctex, _ctex),
    Engine("Chromium", lambda: "" if _browser() else "chromium is not installed", _chromium),
)

"""Whatever is written in the source stands in the finished PDF and EPUB, in order: checked from outside the tool."""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from pathlib import Path

import pymupdf
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from fuzi.api import build

HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
LETTERS = HAN + "abcXYZ0123456789，。；：？！“”‘’（）《》、——……"
MARKED = ("{}", "**{}**", "*{}*", "《{}》", "“{}”", "`{}`", "[{}](https://example.org/)")

words = st.text(LETTERS, min_size=1, max_size=60)
plain_words = st.text(HAN + "abc012", min_size=1, max_size=12)
spans = st.builds(lambda mark, text: mark.format(text), st.sampled_from(MARKED), plain_words)
runs = st.lists(st.one_of(words, spans), min_size=1, max_size=5).map("".join)
speaking = st.sampled_from(("drama", "dialogue", "qa"))
holding = st.sampled_from(("letter", "notice", "epigraph", "annotated"))
blocks = st.one_of(
    runs,
    runs.map("> {}".format),
    st.lists(plain_words, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.builds("## {}\n\n{}".format, plain_words, runs),
    st.builds("| 甲 | 乙 |\n|---|---|\n| {} | {} |".format, plain_words, plain_words),
    st.builds("{}^[{}]".format, runs, plain_words),
    st.builds(":::verse\n{}\n{}\n\n{}\n——{}\n:::".format, runs, plain_words, runs, plain_words),
    st.builds(":::{}\n{}：{}\n（{}）\n{}\n:::".format, speaking, plain_words, runs, plain_words, runs),
    st.builds(":::{}\n{}\n\n> {}\n\n此致\n{}\n:::".format, holding, runs, runs, plain_words),
    st.builds(":::chronology\n19{}年　{}\n　　{}\n:::".format, st.integers(10, 99), runs, runs),
)
BOOK = "slug: x\ntitle: 试书\nvariants: [zh-Hans]\ntext: {body: [a.md]}\n"


def kept(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def stripped(markdown: str) -> str:
    """The letters of the source without its syntax: link targets, the names of containers."""
    text = re.sub(r"\]\(https://example\.org/\)|^:::\w+$", "]", markdown)
    return kept(re.sub(r"\^\[[^\]]*\]", "", text))


def pdf_text(data: bytes) -> str:
    with pymupdf.open(stream=data, filetype="pdf") as document:
        return kept("".join(page.get_text() for page in document))


def epub_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith("/a.xhtml"))
        assert names
        trees = [etree.fromstring(archive.read(name)) for name in names]
    return kept("".join("".join(tree.itertext()) for tree in trees))


@settings(max_examples=8, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(blocks, min_size=4, max_size=12))
def test_every_letter_of_the_source_is_in_both_editions(pieces: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "text").mkdir()
        (home / "book.yaml").write_text(BOOK, encoding="utf-8")
        numbered = [f"{piece}\n\n第{number}段完" for number, piece in enumerate(pieces)]
        source = "\n\n".join(["# 试章", *numbered]) + "\n"
        (home / "text/a.md").write_text(source, encoding="utf-8")
        result = build(home, home / "output")
        assert result.ok, [(str(item.place), item.message("en")) for item in result.report.sorted()] + [source]
        for made in result.made:
            read = pdf_text if made.artifact.extent and made.artifact.facts else epub_text
            stream = read(made.artifact.data)
            position = 0
            for piece in numbered:
                for line in piece.splitlines():
                    for part in re.split(r"\^\[[^\]]*\]", line):
                        wanted = stripped(re.sub(r"\|[-|]+\|", "", part))
                        at = stream.find(wanted, position) if wanted else position
                        assert at >= 0, (made.artifact.edition, wanted, source)
                        position = at if wanted else position
            for note in re.findall(r"\^\[([^\]]*)\]", source):
                assert kept(note) in stream

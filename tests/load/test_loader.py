"""Whole book folders: good ones become books, bad ones give all their faults at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzi.load import load
from fuzi.load.codes import ALL
from fuzi.model.book import Book, Chapter, Kind, Part
from fuzi.model.report import Outcome
from fuzi.model.source import Place
from fuzi.model.walk import plain
from tests.load.folders import PLAIN_CHAPTER, png, said, write

BOOK = """\
slug: tianjin
title: 前进中的天津社区党建
isbn: 978-7-201-05510-7
cover: figures/cover.jpg
text:
  front: [preface.md]
  body:
    - zonglun.md
    - part: 和平篇
      file: heping.md
      chapters: [和平一.md]
  back: [{file: afterword.md, kind: afterword}]
editions:
  epub: {isbn: none}
  zh-Hant-TW: {title: 前進中的天津, cip: none}
"""
FILES: dict[str, str | bytes] = {
    "book.yaml": BOOK,
    "text/preface.md": "# 序\n\n序文，参看[总论](#lead)。\n",
    "text/zonglun.md": "# 总论\n\n## 第一节 {#lead}\n\n正文[^1]。\n\n"
    '![地图](figures/map.png "图题"){#map}\n\n[^1]: 注文\n',
    "text/heping.md": "篇首的话。\n",
    "text/和平一.md": "\ufeff# 和平\r\n\r\n正文。\r\n",
    "text/afterword.md": "# 写完之后\n\n后记。\n",
    "figures/map.png": png(),
    "figures/cover.jpg": png(form="JPEG"),
    "terms/a.tsv": "zh-Hans\tzh-Hant-TW\n软件\t軟體\n",
}


def read(folder: Path, changes: dict[str, str | bytes | None], encoding: str | None = None) -> Outcome[Book | None]:
    files = {path: content for path, content in {**FILES, **changes}.items() if content is not None}
    return load(write(folder, files), encoding=encoding)


def yaml(*changes: tuple[str, str]) -> dict[str, str | bytes | None]:
    text = BOOK
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {"book.yaml": text}


def test_a_whole_book(tmp_path: Path) -> None:
    outcome = read(tmp_path, {})
    assert said(outcome.report.diagnostics) == []
    book = outcome.value
    assert book is not None
    assert book.settings.slug == "tianjin"
    assert book.metadata.title == "前进中的天津社区党建"
    assert book.edition("zh-Hant-TW", "epub").metadata.title == "前進中的天津"
    assert book.edition("zh-Hant-TW", "epub").settled == {("title",), ("cip",)}
    assert [chapter.place.file for chapter in book.chapters()] == [
        f"text/{name}.md" for name in ("preface", "zonglun", "和平一", "afterword")
    ]
    assert [chapter.kind for chapter in book.chapters()] == [Kind.PREFACE, Kind.CHAPTER, Kind.CHAPTER, Kind.AFTERWORD]
    assert isinstance(book.body[0], Chapter)
    assert book.body[0].id == "zonglun"
    part = book.body[1]
    assert isinstance(part, Part)
    assert plain(part.title) == "和平篇"
    assert len(part.introduction) == 1
    assert plain(part.chapters[0].title) == "和平"
    assert [asset.path for asset in book.assets] == ["figures/cover.jpg", "figures/map.png"]
    assert [term.source for term in book.terms] == ["软件"]


def test_loading_twice_gives_the_same(tmp_path: Path) -> None:
    assert read(tmp_path, {}) == read(tmp_path, {})


BAD: list[tuple[dict[str, str | bytes | None], list[str]]] = [
    ({"text/zonglun.md": None}, ["L106 book.yaml:8:7"]),
    ({"text/zonglun.md": ""}, ["L111 text/zonglun.md:1:1"]),
    ({"text/zonglun.md": " \n\t\r\n　\n"}, ["L111 text/zonglun.md:1:1"]),
    ({"text/zonglun.md": "# 总论\n"}, ["L112 text/zonglun.md:1:1", "L152 text/preface.md:3:6"]),
    ({"text/zonglun.md": PLAIN_CHAPTER.encode("gbk")}, ["L120 text/zonglun.md:1:3"]),
    ({"text/preface.md": "# 序\n\n正\0文\n"}, ["L130 text/preface.md:3:2"]),
    ({"text/preface.md": "# 序\n\n正文\ue123\n"}, ["L133 text/preface.md:3:3"]),
    ({"text/preface.md": "# 序\n\n[x](#laed)\n"}, ["L152 text/preface.md:3:1"]),
    ({"text/preface.md": "# 序\n\n## 甲 {#lead}\n\n文\n"}, ["L150 text/zonglun.md:3:1"]),
    ({"text/preface.md": "# 序 {#zonglun}\n\n文\n"}, ["L150 text/zonglun.md:1:1"]),
    ({"text/preface.md": "# 序\n\n![x](figures/mpa.png)\n"}, ["L170 text/preface.md:3:1"]),
    ({"text/preface.md": "# 序\n\n![x](../figures/map.png)\n"}, ["L103 text/preface.md:3:1"]),
    ({"text/preface.md": "# 序\n\n文![x](%2e%2e/%2e%2e/etc/passwd)\n"}, ["L103 text/preface.md:3:2"]),
    ({"text/preface.md": "# 序\n\n![x](%252e%252e/a.png)\n"}, ["L103 text/preface.md:3:1"]),
    ({"text/preface.md": "# 序\n\n![x](http://example.org/a.png)\n"}, ["L104 text/preface.md:3:1"]),
    ({"text/preface.md": "# 序\n\n![x](/etc/passwd)\n"}, ["L103 text/preface.md:3:1"]),
    ({"figures/map.png": png(60, 60)[:-500]}, ["L173 text/zonglun.md:7:1"]),
    ({"figures/map.png": b"<html>404</html>"}, ["L172 text/zonglun.md:7:1"]),
    ({"figures/cover.jpg": None}, ["L170 book.yaml:4:8"]),
    (yaml(("figures/cover.jpg", "../cover.jpg")), ["L103 book.yaml:4:8"]),
    (yaml(("slug:", "slgu:")), ["Y111 book.yaml:1:1"]),
    (yaml(("05510-7", "05510-8")), ["Y121 book.yaml:3:7"]),
    (yaml(("title: 前进中的天津社区党建\n", "")), ["Y112 book.yaml:1:1"]),
    (yaml(("title: 前进", "title：前进")), ["Y101 book.yaml:2:6"]),
    (yaml(("[preface.md]", "[]")), ["L108 text/preface.md"]),
    (yaml(("preface.md", "zonglun.md")), ["L107 book.yaml:8:7", "L108 text/preface.md"]),
    (yaml(("preface.md", "../preface.md")), ["L103 book.yaml:6:11", "L108 text/preface.md"]),
    (yaml(("slug: tianjin", "encoding: ebcdic")), ["Y150 book.yaml:1:11"]),
    (yaml(("slug: tianjin", "encoding: [gbk, big5]")), ["Y150 book.yaml:1:11"]),
    ({"book.yaml": None}, ["L102 -"]),
    ({"book.yaml": ""}, ["Y102 book.yaml:1:1"]),
    ({"book.yaml": "- a\n"}, ["Y103 book.yaml:1:1"]),
    ({"book.yaml": "title：甲"}, ["Y103 book.yaml:1:1"]),
    ({"book.yaml": BOOK.encode("gbk")}, ["L120 book.yaml:2:9"]),
    ({"text/heping.md": "# 另一题\n\n话[^1]。\n\n[^1]: 注\n"}, ["L153 text/heping.md:5:1", "L154 text/heping.md:1:1"]),
    ({"terms/a.tsv": "zh-Hans\tzh-Hant-TW\n软件 軟體\n"}, ["L162 terms/a.tsv:2:1"]),
]


@pytest.mark.parametrize(("changes", "expected"), BAD)
def test_bad_input(tmp_path: Path, changes: dict[str, str | bytes | None], expected: list[str]) -> None:
    assert said(read(tmp_path, changes).report.diagnostics) == expected


def test_all_faults_of_a_book_at_once(tmp_path: Path) -> None:
    outcome = read(
        tmp_path,
        {
            **yaml(
                ("slug:", "slgu:"), ("05510-7", "05510-8"), ("zonglun.md", "zonglum.md"), ("cip: none", "cpi: none")
            ),
            "text/preface.md": "# 序\n\n![x](figures/mpa.png) [x](#gone)\n",
            "text/和平一.md": PLAIN_CHAPTER.encode("big5"),
            "terms/a.tsv": "zh-Hans\tTW\n",
        },
    )
    assert said(outcome.report.diagnostics) == [
        "L106 book.yaml:8:7",
        "L108 text/zonglun.md",
        "L120 text/和平一.md:1:3",
        "L161 terms/a.tsv:1:9",
        "L170 text/preface.md:3:1",
        "Y111 book.yaml:15:31",
        "Y111 book.yaml:1:1",
        "Y121 book.yaml:3:7",
    ]
    missing = next(item for item in outcome.report.diagnostics if item.code.id == "L106")
    assert "zonglun.md" in missing.hint("zh")
    assert outcome.value is not None


@pytest.mark.parametrize("codec", ["gb18030", "utf-16"])
def test_declared_encodings_are_converted(tmp_path: Path, codec: str) -> None:
    texts: dict[str, str | bytes | None] = {
        path: content.encode(codec)
        for path, content in FILES.items()
        if path.endswith(".md") and isinstance(content, str)
    }
    texts["text/和平一.md"] = PLAIN_CHAPTER.encode(codec)
    plainly = read(tmp_path / "plain", {"text/和平一.md": PLAIN_CHAPTER}).value
    by_argument = read(tmp_path / "argument", texts, encoding=codec)
    by_book = read(tmp_path / "book", {**texts, **yaml(("slug:", f"encoding: {codec}\nslug:"))})
    assert said(by_argument.report.diagnostics) == said(by_book.report.diagnostics) == []
    assert by_argument.value == plainly
    assert by_book.value is not None
    assert plainly is not None
    assert by_book.value.front == plainly.front


def test_links_that_lead_out_of_the_book(tmp_path: Path) -> None:
    write(tmp_path, {"secret.md": PLAIN_CHAPTER, "secret.png": png(), "secret.yaml": "title: x\n"})
    book = tmp_path / "book"
    write(book, {**FILES, "text/zonglun.md": "x", "figures/map.png": "x"})
    for inside, outside in (("text/zonglun.md", "../../secret.md"), ("figures/cover.jpg", "../../secret.png")):
        (book / inside).unlink()
        (book / inside).symlink_to(outside)
    assert said(load(book).report.diagnostics) == ["L103 book.yaml:4:8", "L103 book.yaml:8:7"]
    (book / "book.yaml").unlink()
    (book / "book.yaml").symlink_to("../secret.yaml")
    outcome = load(book)
    assert outcome.value is None
    assert said(outcome.report.diagnostics) == ["L103 book.yaml"]


def test_no_such_folder(tmp_path: Path) -> None:
    outcome = load(tmp_path / "none")
    assert outcome.value is None
    assert said(outcome.report.diagnostics) == ["L101 -"]


def test_a_book_without_lists_takes_the_files_by_name(tmp_path: Path) -> None:
    outcome = load(
        write(
            tmp_path / "我的书", {"book.yaml": "title: 甲\n", "text/02.md": PLAIN_CHAPTER, "text/01.md": PLAIN_CHAPTER}
        )
    )
    assert said(outcome.report.diagnostics) == []
    book = outcome.value
    assert book is not None
    assert [chapter.id for chapter in book.body] == ["c-01", "c-02"]
    assert book.settings.slug.startswith("book-")
    assert book.place == Place("book.yaml", 1, 1)


def test_a_book_without_text(tmp_path: Path) -> None:
    assert said(load(write(tmp_path, {"book.yaml": "title: 甲\n"})).report.diagnostics) == ["L109 book.yaml:1:1"]


def test_codes_are_distinct_and_complete() -> None:
    assert len({code.id for code in ALL}) == len(ALL)
    assert all(code.id[0] in "YL" for code in ALL)
    assert all((code.zh, code.en, code.hint_zh, code.hint_en) for code in ALL)

"""The title leaf: one title page on a recto, the copyright page on its verso (GB/T 12450-2001) or on the last leaf."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzi.api import build

BOOK = """\
slug: x
title: 我的第一本书
{extra}
contributors: [{{role: 著, names: [某某]}}]
publisher: {{name: 某某出版社, place: 北京}}
trim: {trim}
variants: [{tag}]
text: {{body: [a.md]}}
"""
EXTRAS = {
    "plain": "",
    "full": "subtitle: 从书稿到成书\npinyin_title: Wo de Di-yi Ben Shu\nparallel_title: My First Book",
    "series": "series: {name: 试样丛书, number: 第一种}",
}


@pytest.mark.parametrize("trim", ["130×184", "147×210", "185×260"])
@pytest.mark.parametrize("extra", EXTRAS)
def test_title_page_and_copyright_page_are_one_leaf(tmp_path: Path, trim: str, extra: str) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text/a.md").write_text("# 第一章\n\n正文。\n", encoding="utf-8")
    (tmp_path / "book.yaml").write_text(BOOK.format(extra=EXTRAS[extra], trim=trim, tag="zh-Hans"), encoding="utf-8")
    result = build(tmp_path, tmp_path / "output", products=["pdf"])
    (made,) = result.made
    assert made.artifact.facts is not None
    sections = [page.section for page in made.artifact.facts.pages]
    assert sections.count("title-page") == 1
    assert sections.index("title-page") == 2
    assert sections[3] == "copyright-page"
    assert sections[4] != "copyright-page"


@pytest.mark.parametrize("chapters", [1, 2])
@pytest.mark.parametrize("rights", ["", "rights: 版权所有"])
def test_in_taiwan_the_copyright_page_is_on_the_last_leaf(tmp_path: Path, rights: str, chapters: int) -> None:
    (tmp_path / "text").mkdir()
    for name in ("a", "b")[:chapters]:
        (tmp_path / f"text/{name}.md").write_text("# 第一章\n\n正文。\n", encoding="utf-8")
    listed = "[a.md, b.md]" if chapters == 2 else "[a.md]"
    record = BOOK.format(extra=rights, trim="A5", tag="zh-Hant-TW").replace("[a.md]", listed)
    (tmp_path / "book.yaml").write_text(record, encoding="utf-8")
    result = build(tmp_path, tmp_path / "output", products=["pdf"])
    assert not result.report.diagnostics
    (made,) = result.made
    assert made.artifact.facts is not None
    pages = made.artifact.facts.pages
    last = max(page.index for page in pages if not page.blank)
    assert pages[last].section == "copyright-page"
    assert last >= len(pages) - 2
    assert [page.section for page in pages].count("copyright-page") - sum(
        page.blank for page in pages if page.section == "copyright-page"
    ) == 1
    behind = pages[pages[made.artifact.facts.anchors["title-page"]].index + 1]
    assert (behind.section, behind.blank) == (("rights-page", False) if rights else (behind.section, True))

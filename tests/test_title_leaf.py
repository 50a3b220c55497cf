"""The title leaf: one title page on a recto, the copyright page on its verso (GB/T 12450-2001), at every trim."""

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
variants: [zh-Hans]
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
    (tmp_path / "book.yaml").write_text(BOOK.format(extra=EXTRAS[extra], trim=trim), encoding="utf-8")
    result = build(tmp_path, tmp_path / "output", products=["pdf"])
    (made,) = result.made
    assert made.artifact.facts is not None
    sections = [page.section for page in made.artifact.facts.pages]
    assert sections.count("title-page") == 1
    assert sections.index("title-page") == 2
    assert sections[3] == "copyright-page"
    assert sections[4] != "copyright-page"

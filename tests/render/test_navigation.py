"""Navigation: front matter, parts with chapters, sections; three levels at most."""

from __future__ import annotations

from dataclasses import replace

from fuzi.model.block import Heading
from fuzi.model.book import Kind, Part
from fuzi.model.galley import Target
from fuzi.render.labels import Labels
from fuzi.render.navigation import line, navigation
from fuzi.variants import variant

from .books import at, book, chapter, of, par, text

LABELS = Labels("zh-Hans", variant("zh-Hans").labels)


def lines(targets: tuple[Target, ...], depth: int = 0) -> list[str]:
    found: list[str] = []
    for target in targets:
        found += [f"{'  ' * depth}{target.title} -> {target.section}#{target.target}"]
        found += lines(target.children, depth + 1)
    return found


def test_whole_book() -> None:
    assert lines(navigation(book(), LABELS)) == [
        "序言 -> preface#preface",
        "河边篇 -> part-river#part-river",
        "  灯下——春水街读书会纪实 -> one#one",
        "    一、缘起——从一盏灯说起 -> one#origin",
        "    关于开馆的通知——给各位街坊 -> one#notice",
        "  窗前 -> two#two",
        "后记 -> after#after",
    ]


def test_title_and_subtitle_are_told_apart() -> None:
    assert line(text("上手篇"), text("从一台空机器到一本书")) == "上手篇　从一台空机器到一本书"
    assert line(text("灯下"), text("——春水街纪实")) == "灯下——春水街纪实"
    assert line(text("灯下"), ()) == "灯下"


def test_sections_of_a_chapter_without_part() -> None:
    copy = of(
        *(Heading(2, text("甲"), "a", at(1)), Heading(3, text("乙"), "b", at(2)), Heading(4, text("丙"), "c", at(3))),
        *(Heading(3, text("丁"), "d", at(4)), Heading(2, text("戊"), "e", at(5))),
    )
    assert lines(navigation(copy, LABELS)) == [
        *("一 -> one#one", "  甲 -> one#a", "    乙 -> one#b", "    丁 -> one#d", "  戊 -> one#e"),
    ]


def test_chapter_without_title_is_called_what_it_is() -> None:
    copy = replace(of(par("甲")), front=(replace(chapter("d", "", par("献给"), kind=Kind.DEDICATION), title=()),))
    assert navigation(copy, LABELS)[0].title == "献辞"


def test_a_part_with_one_chapter_of_its_name_is_named_once() -> None:
    general = Part("part-general", text("总 论"), (), (chapter("general", "总论"),), at(1))
    targets = navigation(replace(book(), body=(general,)), LABELS)
    assert [line for line in lines(targets) if "论" in line] == ["总 论 -> part-general#part-general"]

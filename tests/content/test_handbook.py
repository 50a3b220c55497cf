"""The handbook is true to the tool: everything that the tool knows has an entry in it, and it loads without a fault."""

from __future__ import annotations

import dataclasses
import importlib
import re
import types
import typing
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import click
import pytest

import fuzi.dialect
from fuzi.cli.app import command_line
from fuzi.dialect.rules import containers
from fuzi.formats import FORMATS
from fuzi.ingest import ledger, repairs
from fuzi.load import load
from fuzi.model.block import Block
from fuzi.model.book import Book, Kind, Part, Settings
from fuzi.model.inline import Inline
from fuzi.model.metadata import Contributor, Metadata
from fuzi.model.production import USUAL
from fuzi.model.report import Severity
from fuzi.model.walk import blocks_in, runs
from fuzi.variants import tags
from tests.content import diagnostics_table

CONTENT = Path(__file__).parents[2] / "content"
ROW = re.compile(r"^\|\s*`([^`|]+)`(?:、`([^`|]+)`)?\s*\|", re.MULTILINE)
TABLE = re.compile(r"((?:^\|.*\n)+)\n表：(.*)$", re.MULTILINE)
CODE = re.compile(r"(`+)(.+?)\1")
FENCE = re.compile(r"^(`{3,})\w*\n(.*?)^\1$", re.MULTILINE | re.DOTALL)

SHOWN = {
    "title": r"^# \S",
    "subtitle": r"^# .*\n+——\S",
    "heading": r"^## \S[\s\S]*^### \S[\s\S]*^#### \S",
    "id": r"^## .* \{#[a-z]+\}$",
    "paragraph": r"\S\n\n\S",
    "emphasis": r"(?<!\*)\*[^*\s]+\*(?!\*)",
    "strong": r"(?<!\*)\*\*[^*]+。\*\*所以",
    "break": r"\\$",
    "escape": r"\\\*",
    "scene-break": r"^\*\*\*$",
    "quote": r"^> .*\n>\n> ——\S",
    "bullet-list": r"^ *- \S",
    "ordered-list": r"^1\. \S[\s\S]*^2\. \S",
    "note": r"\S\[\^(\w+)\][\s\S]*^\[\^\1\]: \S",
    "inline-note": r"\^\[[^\]]+\]",
    "table": r"^\|.*\|\n\|[-:|]+\|\n(?:\|.*\|\n)+\n表：.* \{#[a-z-]+\}",
    "figure": r'^!\[[^\]]+\]\(figures/\S+ ".+"\)\{#[a-z-]+ width=\d+%\}',
    "decorative": r"!\[\]\(.*\)\{\.decorative\}",
    "inline-figure": r"^!\[[^\]]+\]\([^ )]+\)$",
    "code": r"^`[^`]+`$",
    "code-block": r"^```yaml\n",
    "formula": r"(?<!\$)\$[^$\s]+\$(?!\$)",
    "formula-block": r"^\$\$\n.+\n\$\$$",
    "link": r"\[[^\]]+\]\(https://\S+\)",
    "autolink": r"<(?:https|mailto):\S+>",
    "reference": r"\[\w+\]\[(\w+)\][\s\S]*^\[\1\]: https://",
    "entity": r"&amp;",
    "comment": r"<!-- .+ -->",
    "ruby": r"^.*\{付梓\|fù zǐ\}",
    "dots": r"\[[^\]]+\]\{\.着重\}",
    "proper-name": r"\[[^\]]+\]\{\.专名\}",
    "wavy-title": r"\[[^\]]+\]\{\.书名\}",
    "warichu": r"\[[^\]]+\]\{\.夹注\}",
    "superscript": r"\[2\]\{\.上标\}",
    "subscript": r"\[2\]\{\.下标\}",
    "fraction": r"\[3/4\]\{\.分数\}",
    "circled": r"\[51\]\{\.圈\}",
    "side-note": r"\[[^\]]+\]\{\.旁注\}",
    "byline": r"^:::byline\n.+\n:::$",
    "signature": r"^:::signature\n(?:.+\n){2,}:::$",
    "document": r"^:::document \S.*\n——\S",
    "gap": r"^:::gap\n.+\n:::$",
    "flush": r"^:::flush\n.+\n:::$",
    "verse": r"^:::verse \S+\n(?:.+\n){2,}——\S+\n:::$",
    "ci": r"^:::ci \S+\n(?:.+\n)+:::$",
    "couplet": r"^:::couplet \S+\n.+\n.+\n:::$",
    "letter": r"^:::letter\n\S+：\n[\s\S]*?^此致\n敬礼",
    "notice": r"^:::notice \S+\n\S+号\n\n\S+：\n",
    "drama": r"^:::drama \S+\n（.+）\n\S+：.+\n",
    "dialogue": r"^:::dialogue\n(?:\S+：.+\n)+:::$",
    "epigraph": r"^:::epigraph\n.+\n\n——\S+\n:::$",
    "annotated": r"^:::annotated\n.+\n\n> .+\n:::$",
    "qa": r"^:::qa\n问：.+\n\n答：",
    "pinyin": r"^:::pinyin all\n.+\n:::$",
    "chronology": r"^:::chronology\n.+年　.+\n[\s\S]*?^　+\S",
}
"""Each mark of the dialect as the handbook must show it in an example; a new one needs a line here, a passage there."""


NAMES_OF_KINDS = ("KIND", "FOLIO", "RUNNING_HEAD")
"""The constants under which a repair keeps its names in the ledger."""


@cache
def text() -> str:
    """The whole handbook as Markdown."""
    return "\n\n".join(path.read_text(encoding="utf-8") for path in sorted((CONTENT / "text").glob("*.md")))


@cache
def tables() -> tuple[tuple[str, frozenset[str]], ...]:
    """Of each table of the handbook the caption and the code words in its first column."""
    found = TABLE.findall(text())
    return tuple(
        (caption, frozenset(word for row in ROW.findall(body) for word in row if word)) for body, caption in found
    )


@cache
def code_words() -> frozenset[str]:
    """Everything set as code in a line of the text or of a table."""
    running = FENCE.sub("", text())
    return frozenset(match[2].strip().replace("\\|", "|") for match in CODE.finditer(running))


@cache
def examples() -> str:
    """Everything set as code, in lines and in blocks: what the handbook shows and does not do."""
    return "\n".join((*sorted(code_words()), *(match[2] for match in FENCE.finditer(text()))))


def listed(word: str, caption: str = "") -> bool:
    """Whether a table whose caption holds ``caption`` has an entry for the word."""
    return any(word in words for title, words in tables() if caption in title)


def groups() -> Iterator[tuple[str, type]]:
    """The keys of book.yaml that hold further keys, with their classes."""
    yield "contributors", Contributor
    for name, kind in (typing.get_type_hints(Metadata) | typing.get_type_hints(Settings)).items():
        for candidate in (kind, *typing.get_args(kind)):
            whole = typing.get_origin(kind) in (None, types.UnionType)
            if whole and dataclasses.is_dataclass(candidate) and name not in ("trim", "sheet", "price"):
                yield name, typing.cast("type", candidate)


def nested_keys() -> list[tuple[str, str]]:
    return [(group, field.name) for group, kind in groups() for field in dataclasses.fields(kind)]


def repair_kinds() -> set[str]:
    """What the repairs of running text are called in the ledger."""
    modules = [importlib.import_module(repair.__module__) for repair in (*repairs.OF_SCAN, *repairs.OF_TEXT)]
    return {value for module in modules for name in NAMES_OF_KINDS if (value := getattr(module, name, None))}


def commands() -> dict[str, click.Command]:
    return dict(command_line("zh").commands)


def options() -> list[tuple[str, str]]:
    """Every option of every command, ``--help`` and ``--version`` included."""
    group = command_line("zh")
    found = [("fuzi", name) for item in group.get_params(click.Context(group)) for name in item.opts]
    for name, command in group.commands.items():
        for item in command.get_params(click.Context(command)):
            if isinstance(item, click.Option):
                found += [(name, option) for option in item.opts]
    return sorted(set(found))


@pytest.mark.parametrize("key", [field.name for field in dataclasses.fields(Metadata)])
def test_every_field_of_the_metadata_has_an_entry(key: str) -> None:
    assert listed(key)


@pytest.mark.parametrize(("group", "key"), nested_keys())
def test_every_field_inside_a_group_has_an_entry(group: str, key: str) -> None:
    assert listed(key, f"`{group}`")


@pytest.mark.parametrize(
    "key", [*(field.name for field in dataclasses.fields(Settings)), "text", "editions", "encoding"]
)
def test_every_setting_has_an_entry(key: str) -> None:
    assert listed(key)


@pytest.mark.parametrize("kind", [kind.value for kind in Kind])
def test_every_kind_of_chapter_has_an_entry(kind: str) -> None:
    assert listed(kind, "`kind`")


@pytest.mark.parametrize("key", ["front", "body", "back", "part", "subtitle", "file", "chapters", "kind"])
def test_every_key_of_the_sequence_is_explained(key: str) -> None:
    assert {key, f"{key}:"} & code_words() or re.search(rf"^\W*{key}:", text(), re.MULTILINE)


@pytest.mark.parametrize("tag", tags())
def test_every_variant_has_an_entry(tag: str) -> None:
    assert listed(tag, "文字版本")


@pytest.mark.parametrize("product", list(FORMATS))
def test_every_product_is_named(product: str) -> None:
    assert product in code_words()


@pytest.mark.parametrize("mark", fuzi.dialect.MARKS, ids=lambda mark: mark.name)
def test_every_mark_is_shown_in_an_example(mark: fuzi.dialect.Mark) -> None:
    assert mark.name in SHOWN, "the handbook does not know this mark yet"
    assert re.search(SHOWN[mark.name], examples(), re.MULTILINE)


@pytest.mark.parametrize("name", [word for names in containers.NAMES.items() for word in (names[0], *names[1][:1])])
def test_every_container_has_an_entry_by_both_names(name: str) -> None:
    assert any(re.fullmatch(rf":::{name}(?: .*)?", word) for word in code_words())


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_has_an_entry(name: str) -> None:
    assert listed(f"fuzi {name}", "命令")


@pytest.mark.parametrize(("command", "option"), options())
def test_every_option_has_an_entry(command: str, option: str) -> None:
    assert listed(option, "选项"), f"{command} {option}"


@pytest.mark.parametrize("number", [0, 1, 2, 3, 70, 130])
def test_every_exit_code_has_an_entry(number: int) -> None:
    table = next(body for body, caption in TABLE.findall(text()) if "退出码" in caption)
    assert f"| {number} |" in table


@pytest.mark.parametrize("code", diagnostics_table.codes(), ids=lambda code: code.id)
def test_every_diagnostic_has_an_entry(code: typing.Any) -> None:
    chapter = (CONTENT / "text" / "diagnostics.md").read_text(encoding="utf-8")
    entry = re.search(rf"^\| `{code.id}` \| (\w+) \| .+ \| .+ \|$", chapter, re.MULTILINE)
    assert entry, f"{code.id} is missing; write the appendix anew: python -m tests.content.diagnostics_table"
    assert entry[1] == diagnostics_table.WORDS[code.severity]


def test_the_appendix_says_what_the_tool_says() -> None:
    chapter = (CONTENT / "text" / "diagnostics.md").read_text(encoding="utf-8")
    assert chapter == diagnostics_table.chapter(), "write it anew: python -m tests.content.diagnostics_table"


def test_no_entry_for_a_code_that_is_gone() -> None:
    known = {code.id for code in diagnostics_table.codes()}
    named = set(re.findall(r"\b[YLMTRPECXSF]\d{3}\b", text()))
    assert named <= known


@pytest.mark.parametrize("kind", sorted(repair_kinds()))
def test_every_repair_has_an_entry(kind: str) -> None:
    assert re.search(rf"^\| {re.escape(ledger.KINDS[kind][0])} \|", text(), re.MULTILINE)


@pytest.mark.parametrize("title", [*(section[1] for section in ledger.SECTIONS), "取用"])
def test_every_section_of_the_ledger_has_an_entry(title: str) -> None:
    assert re.search(rf"^\| {title} \|", text(), re.MULTILINE)


@cache
def book() -> Book:
    outcome = load(CONTENT)
    told = [
        f"{item.place}: {item.code.id} {item.message('en')}"
        for item in outcome.report.sorted()
        if item.severity is not Severity.NOTE
    ]
    assert told == []
    assert outcome.value is not None
    return outcome.value


def test_it_loads_without_errors_and_warnings() -> None:
    assert book().settings.slug == "fuzi-handbook"


def test_its_numbers_are_marked_as_samples() -> None:
    metadata = book().metadata
    assert "样例，非真实CIP数据" in metadata.cip
    assert any("样例" in line for line in metadata.notices)


def test_every_edition_has_a_number_of_its_own() -> None:
    editions = [book().edition(variant, product) for variant in book().settings.variants for product in USUAL]
    numbers = [edition.metadata.isbn for edition in editions]
    assert len(set(numbers)) == len(numbers) == len(book().settings.variants) * len(USUAL)
    assert [edition.metadata.cip != "" for edition in editions] == [True, False, False, False]


def test_it_is_long_enough_and_not_too_long() -> None:
    own = sum(len(path.read_text(encoding="utf-8")) for path in (CONTENT / "text").glob("*.md"))
    assert 25_000 <= own <= 90_000


def with_inner(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for item in inlines:
        yield item
        yield from with_inner(getattr(item, "content", ()))


def test_it_uses_every_kind_of_block_and_inline() -> None:
    blocks = [
        block
        for chapter in book().chapters()
        for held in (chapter.blocks, *(note.blocks for note in chapter.notes))
        for block in blocks_in(held)
    ]
    assert {type(block) for block in blocks} == set(typing.get_args(Block))
    used = {type(item) for run in runs(blocks) for item in with_inner(run)}
    assert used == set(typing.get_args(Inline))


def test_it_uses_every_kind_of_page() -> None:
    assert {chapter.kind for chapter in book().chapters()} == set(Kind)
    assert any(isinstance(item, Part) and item.introduction for item in book().body)
    assert any(contributor.part for contributor in book().metadata.contributors)
    assert book().metadata.series is not None
    assert book().settings.colophon


def test_a_note_is_called_twice_and_a_note_has_two_paragraphs() -> None:
    notes = [note for chapter in book().chapters() for note in chapter.notes]
    assert any(len(note.blocks) > 1 for note in notes)
    chapter = (CONTENT / "text" / "04-apparatus.md").read_text(encoding="utf-8")
    assert len(re.findall(r"\[\^zi\](?!:)", FENCE.sub("", chapter))) == 2

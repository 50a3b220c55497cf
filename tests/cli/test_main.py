"""The command line as a user meets it: exit codes, messages, JSON, and an output folder that is never damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fuzi.cli import main
from fuzi.cli.app import command_line


@pytest.fixture
def book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["new", str(tmp_path / "mybook")]) == 0
    capsys.readouterr()
    return tmp_path / "mybook"


def build(book: Path, *more: str) -> int:
    return main(["build", "--book", str(book), "--output", str(book.parent / "output"), *more])


def test_help_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help", "--lang", "zh"]) == 0
    assert "书稿" in capsys.readouterr().out
    assert main(["--help", "--lang", "en"]) == 0
    assert "Chinese book" in capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(command_line("en").commands))
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_of_each_command(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help", "--lang", language]) == 0
    assert "fuzi" in capsys.readouterr().out


def test_a_new_book_has_no_faults(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--book", str(book), "--strict", "--json"]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert (tree["ok"], tree["diagnostics"]) == (True, [])
    assert [item["edition"] for item in tree["editions"]] == ["zh-Hans/pdf", "zh-Hant-TW/pdf"]
    assert all(item["gauge"]["full"] == item["gauge"]["flush"] > 0 for item in tree["editions"])


def test_check_measures_the_pages_and_writes_nothing(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(path for path in book.parent.rglob("*"))
    assert main(["check", "--book", str(book), "--lang", "zh"]) == 0
    shown = capsys.readouterr().out
    for expected in ("齐边", "100 %", "孤字", "zh-Hant-TW/pdf", "检查完毕"):
        assert expected in shown
    assert sorted(path for path in book.parent.rglob("*")) == before


def test_check_without_pages_sets_none(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("pages were set")

    monkeypatch.setattr("fuzi.formats.print_pdf.make", refuse)
    assert main(["check", "--book", str(book), "--no-pages", "--strict", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ok": True, "editions": [], "diagnostics": []}


def test_decisions_are_a_table_for_spreadsheets(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chapter = next((book / "text").glob("*.md"))
    chapter.write_text("# 章\n\n:::pinyin all\n他去银行，数了一遍。\n:::\n", encoding="utf-8")
    assert main(["decisions", "--book", str(book)]) == 0
    head, *rows = (line.split("\t") for line in capsys.readouterr().out.splitlines())
    row = next(dict(zip(head, row, strict=True)) for row in rows if "行" in row)
    assert (row["result"], row["doubtful"], row["variants"]) == ("háng", "", "zh-Hans zh-Hant-TW")
    assert "xíng" in row["others"]
    assert row["place"] == f"text/{chapter.name}:4:4"
    assert main(["decisions", "--book", str(book), "--doubtful", "--json"]) == 0
    assert {item["source"] for item in json.loads(capsys.readouterr().out)["decisions"]} == {"数"}


def test_decisions_of_a_broken_book_are_none(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (book / "book.yaml").write_text("pinyin: sometimes\n", encoding="utf-8")
    assert main(["decisions", "--book", str(book), "--lang", "zh"]) == 1
    shown = capsys.readouterr()
    assert not shown.out
    assert "book.yaml:1" in shown.err


def test_new_leaves_an_existing_folder_alone(book: Path) -> None:
    before = (book / "book.yaml").read_bytes()
    assert main(["new", str(book)]) == 2
    assert (book / "book.yaml").read_bytes() == before


def test_build_gives_four_files_and_a_table(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(book, "--json") == 0
    tree = json.loads(capsys.readouterr().out)
    assert tree["ok"]
    assert [item["edition"] for item in tree["editions"]] == [
        "zh-Hans/pdf",
        "zh-Hans/epub",
        "zh-Hant-TW/pdf",
        "zh-Hant-TW/epub",
    ]
    assert all(Path(item["file"]).stat().st_size == item["size"] for item in tree["editions"])
    assert [item["gauge"]["share"] if item["gauge"] else None for item in tree["editions"]] == [1.0, None, 1.0, None]


def test_the_table_says_what_the_extent_of_each_file_counts(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(book, "cover-pdf", "jobsheet", "epub", "--variant", "zh-Hans", "--lang", "zh") == 0
    rows = {line.split()[1]: line for line in capsys.readouterr().out.splitlines() if line.startswith("zh-Hans/")}
    units = {name.partition("_zh-Hans")[2]: " ".join(row.split()[2:4]) for name, row in rows.items()}
    assert units == {
        ".epub": "7 个文档",
        "_cover.pdf": "1 面",
        "_cover.png": "1 个文件",
        "_jobsheet.pdf": "1 面",
        "_jobsheet.json": "1 个文件",
    }


def test_all_faults_are_shown_and_the_old_set_survives(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(book, "--quiet") == 0
    folder = book.parent / "output/mybook"
    before = {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with (book / "book.yaml").open("a", encoding="utf-8") as stream:
        stream.write("isbn: 978-7-201-05510-8\ntitel: x\n")
    with (book / "text/01.md").open("a", encoding="utf-8") as stream:
        stream.write("\n没有注文的注[^9]。\n\n![图](figures/none.png)\n")
    capsys.readouterr()
    assert build(book, "--lang", "zh") == 1
    said = capsys.readouterr().err
    for expected in ("book.yaml:", "978-7-201-05510-8", "titel", "text/01.md:", "figures/none.png"):
        assert expected in said
    assert {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_usage_error_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "docx"]) == 2
    assert main(["build", "--variant", "zh-XX"]) == 2
    assert "zh-Hant-TW" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["biuld"], "是不是 build", "Did you mean build"),
        (["build", "--varient", "x"], "--variant", "--variant"),
        (["build", "--variant", "zh-XX"], "可以是：zh-Hans", "it may be: zh-Hans"),
        (["ingest", "x.md"], "缺少 --into", "--into is missing"),
        (["new"], "缺少", "missing"),
        (["new", ""], "起个名字", "name"),
    ],
)
def test_usage_is_said_in_the_language_of_the_user(
    arguments: list[str], zh: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--lang", "zh"]) == 2
    assert zh in capsys.readouterr().err
    assert main([*arguments, "--lang", "en"]) == 2
    assert en in capsys.readouterr().err


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--lang", "fr"]) == 2
    assert "--lang" in capsys.readouterr().err


def test_json_even_when_there_is_no_result(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "docx", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["exit"] == 2


def test_a_remedy_keeps_its_backslash(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (book / "text/01.md").open("a", encoding="utf-8") as stream:
        stream.write("\n甲[^zz]乙。\n")
    assert main(["check", "--book", str(book)]) == 1
    assert "\\[^zz]" in capsys.readouterr().err


def test_a_new_book_is_named_after_its_folder(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "My Book 2")]) == 0
    assert "slug: my-book-2 " in (tmp_path / "My Book 2/book.yaml").read_text(encoding="utf-8")


def test_check_sees_what_rendering_sees(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (book / "text/01.md").open("a", encoding="utf-8") as stream:
        stream.write("\n$$\n\\frac{1\n$$\n")
    assert main(["check", "--book", str(book)]) == 1
    said = capsys.readouterr().err
    assert "R102" in said
    assert "text/01.md:" in said
    assert "errors: 1" in said


def test_missing_book_is_1_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build(tmp_path / "nothing") == 1
    assert "no book folder" in capsys.readouterr().err


def test_our_own_fault_is_70_with_a_report(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("fuzi.cli.commands.build.build", broken)
    assert build(book) == 70
    said = capsys.readouterr().err
    assert "boom" in said
    assert "Traceback" not in said


def test_source_date_epoch_must_be_a_number(
    book: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert build(book) == 2
    assert "yesterday" in capsys.readouterr().err


def test_doctor_is_content_with_a_machine_that_builds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    tree = json.loads(capsys.readouterr().out)
    assert tree["ok"]
    assert any("Noto" in finding["name"] for finding in tree["findings"])

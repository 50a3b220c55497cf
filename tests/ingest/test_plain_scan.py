"""Scans of plain text lines: no heading marks, no page marks, contents with leaders or none at all."""

import re
from pathlib import Path

import pytest

from fuzi.ingest import files, ingest
from fuzi.load import load
from fuzi.model.block import Heading, Quote, Signature
from fuzi.model.book import Chapter, Kind
from fuzi.model.manuscript import Confidence, Fate, Manuscript
from fuzi.model.report import Severity
from fuzi.model.walk import plain

SCAN = (Path(__file__).parent / "data" / "ferry-ocr.txt").read_text(encoding="utf-8")
CONTENTS = SCAN[SCAN.index("目  录") : SCAN.index("前  言\n\n")]
TEXT = SCAN[SCAN.index("前  言\n\n") :]
TITLES = ["前言", "第一章　老船", "第二章　大桥通车那天", "尾声", "附录　大事记", "后记"]


def read(scan: str, name: str = "ferry-ocr.txt") -> Manuscript:
    outcome = ingest(scan.encode(), name=name)
    assert not outcome.report.failed
    return outcome.value


def titles(manuscript: Manuscript) -> list[str]:
    return [plain(item.title) for item in (*manuscript.front, *manuscript.body, *manuscript.back)]


def dropped(manuscript: Manuscript) -> list[tuple[str, str, Confidence]]:
    return [(entry.kind, entry.before, entry.confidence) for entry in manuscript.ledger.of(Fate.DROPPED)]


@pytest.fixture(scope="module")
def ferry() -> Manuscript:
    return read(SCAN)


def marked(scan: str) -> str:
    """The same scan with heading marks, as Markdown programs write it."""
    heads = r"^(目  录|前  言|第.章 \S+|尾  声|附录 大事记|后  记)$"
    return re.sub(r"^(一|二)$", r"## \1", re.sub(heads, r"# \1", scan, flags=re.M), flags=re.M)


@pytest.mark.parametrize(
    "scan",
    [
        SCAN,
        SCAN.replace(CONTENTS, ""),
        SCAN.replace(CONTENTS, CONTENTS.replace("\n", "\n\n")),
        SCAN.replace(CONTENTS, re.sub(r"[ .·…]+\d+\n", "\n", CONTENTS)),
        SCAN.replace(CONTENTS, re.sub(r"[ .·…]+\d+\n", "\n\n", CONTENTS)),
        TEXT,
        marked(SCAN),
    ],
    ids=["leaders", "no contents", "blank lines", "no pages", "no pages, blank lines", "no leaf", "heading marks"],
)
def test_chapters_are_found(scan: str) -> None:
    manuscript = read(scan)
    assert titles(manuscript) == TITLES
    assert [chapter.kind for chapter in manuscript.back] == [Kind.APPENDIX, Kind.AFTERWORD]
    assert not [entry for entry in manuscript.ledger.entries if entry.kind in ("stub", "unresolved")]


def test_titles_without_numbers_are_known_from_the_contents() -> None:
    scan = SCAN.replace("第一章 ", "").replace("第二章 ", "")
    assert titles(read(scan)) == ["前言", "老船", "大桥通车那天", "尾声", "附录　大事记", "后记"]


def test_lone_numerals_are_sections(ferry: Manuscript) -> None:
    first = ferry.body[0]
    assert isinstance(first, Chapter)
    heads = [(block.level, plain(block.content)) for block in first.blocks if isinstance(block, Heading)]
    assert heads == [(2, "一"), (2, "二")]


@pytest.mark.parametrize("scan", [SCAN, marked(SCAN)], ids=["plain", "heading marks"])
def test_folios_and_running_heads_are_on_record(scan: str) -> None:
    manuscript = read(scan)
    assert dropped(manuscript) == [
        ("shelf-mark", "I · 207", Confidence.SURE),
        ("folio", "4", Confidence.SURE),
        ("running-head", "渡口纪事", Confidence.FAIR),
        ("folio", "5", Confidence.FAIR),
        ("running-head", "渡口纪事", Confidence.FAIR),
        ("folio", "6", Confidence.FAIR),
    ]
    assert not re.search(r"^\d+$|^渡口纪事$", "".join(files(manuscript)[f"text/0{n}.md"] for n in (1, 2)), re.M)


def test_paragraph_runs_on_over_the_foot_of_a_page(ferry: Manuscript) -> None:
    assert "有一回来了一头牛" in files(ferry)["text/01.md"]


def test_notes_are_tied(ferry: Manuscript) -> None:
    text = files(ferry)["text/01.md"]
    assert "摸一摸就知道[^1]。" in text
    assert "一手的刺[^2]。" in text
    assert "[^1]: 柳溪一带管这叫“问船”。" in text
    assert not set("①②") & set(text)


def test_verse_signature_table_and_chronicle(ferry: Manuscript) -> None:
    second = ferry.body[1]
    assert isinstance(second, Chapter)
    assert len([block for block in second.blocks if isinstance(block, Quote)]) == 1
    assert "> 船无去后人。\\\n> 篙长三丈六，\\" in files(ferry)["text/02.md"]
    tables = [entry for entry in ferry.ledger.of(Fate.DOUBT) if entry.kind == "table"]
    assert [entry.note for entry in tables] == ["共 4 行"]
    signature = ferry.back[1].blocks[-1]
    assert isinstance(signature, Signature)
    assert [plain(line) for line in signature.lines] == ["何水生", "1996年1月"]
    lines = files(ferry)["text/99-1-appendix.md"].split("\n\n")[1:]
    assert [line.strip() for line in lines] == [
        "1911年　造第一条船。",
        "1958年　船归公社。",
        "1979年　大桥通车，渡口停航。",
    ]


def test_copyright_page_of_the_nineties(ferry: Manuscript) -> None:
    data = ferry.metadata
    assert [(person.role, person.names) for person in data.contributors] == [("著", ("何水生",))]
    assert data.notices == ("插页 4",)
    assert not [entry for entry in ferry.ledger.of(Fate.DOUBT) if entry.kind == "unresolved"]


def test_folder_loads(ferry: Manuscript, tmp_path: Path) -> None:
    for name, text in files(ferry).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    outcome = load(tmp_path)
    assert outcome.value is not None
    told = [item.code.id for item in outcome.report.diagnostics if item.code.severity is not Severity.NOTE]
    assert told == ["L221"]  # the printed book has no pinyin title


@pytest.mark.parametrize("scan", [SCAN[: SCAN.index("目  录")], SCAN[: SCAN.index("前  言\n\n")]])
def test_scan_without_text_is_an_error(scan: str) -> None:
    outcome = ingest(scan.encode(), name="ferry.txt")
    assert outcome.report.failed
    assert "S113" in [item.code.id for item in outcome.report.diagnostics]
